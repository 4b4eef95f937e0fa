using System.Text.Json;
using System.Threading.Channels;

namespace Tabletop.Cli.Tests;

public sealed class CheckFormats : IDisposable
{
    readonly Terminal _terminal = new();

    public void Dispose() => _terminal.Dispose();

    [Fact]
    public async Task JsonNamesEveryFaultWithItsPlaceAndMend()
    {
        _terminal.Exchange("to: [lead]", "to: [leed]");
        Assert.Equal(1, await _terminal.Run("check", _terminal.Tiny, "--format", "json"));

        var report = JsonDocument.Parse(_terminal.Output).RootElement;
        Assert.Equal(1, report.GetProperty("errors").GetInt32());
        Assert.Equal(0, report.GetProperty("warnings").GetInt32());
        var fault = report.GetProperty("scenarios")[0].GetProperty("diagnostics")[0];
        Assert.Equal("error", fault.GetProperty("severity").GetString());
        Assert.Equal("TT0101", fault.GetProperty("code").GetString());
        Assert.Equal("there is no role 'leed'", fault.GetProperty("message").GetString());
        Assert.Equal("Did you mean 'lead'? There are: lead, soc.", fault.GetProperty("mend").GetString());
        Assert.EndsWith("/tiny-leak/scenario.yaml", fault.GetProperty("file").GetString(), StringComparison.Ordinal);
        Assert.Equal((175, 10, 4), (fault.GetProperty("line").GetInt32(), fault.GetProperty("column").GetInt32(), fault.GetProperty("length").GetInt32()));
    }

    [Fact]
    public async Task ACleanScenarioIsAReportWithoutFaults()
    {
        Assert.Equal(0, await _terminal.Run("check", _terminal.Tiny, "--format", "json"));
        Assert.Equal(0, JsonDocument.Parse(_terminal.Output).RootElement.GetProperty("scenarios")[0].GetProperty("diagnostics").GetArrayLength());
        Assert.Equal(0, await _terminal.Run("check", _terminal.Tiny, "--format", "sarif"));
        Assert.Equal(0, JsonDocument.Parse(_terminal.Output).RootElement.GetProperty("runs")[0].GetProperty("results").GetArrayLength());
    }

    [Fact]
    public async Task SarifPointsFromEachResultToItsRuleAndRegion()
    {
        Directory.Move(_terminal.Tiny, _terminal.PathTo("a leak"));
        _terminal.Write(TestKit.TinyScenario.Replace("to: [lead]", "to: [leed]"), "a leak", "scenario.yaml");
        Assert.Equal(1, await _terminal.Run("check", _terminal.PathTo("a leak"), "--format", "sarif"));

        var log = JsonDocument.Parse(_terminal.Output).RootElement;
        Assert.Equal("2.1.0", log.GetProperty("version").GetString());
        var run = log.GetProperty("runs")[0];
        var result = run.GetProperty("results")[0];
        var rule = run.GetProperty("tool").GetProperty("driver").GetProperty("rules")[result.GetProperty("ruleIndex").GetInt32()];
        Assert.Equal("TT0101", rule.GetProperty("id").GetString());
        Assert.Equal("UnknownRole", rule.GetProperty("name").GetString());
        Assert.Equal("TT0101", result.GetProperty("ruleId").GetString());
        Assert.Equal("error", result.GetProperty("level").GetString());
        Assert.Equal("there is no role 'leed'. Did you mean 'lead'? There are: lead, soc.", result.GetProperty("message").GetProperty("text").GetString());

        var place = result.GetProperty("locations")[0].GetProperty("physicalLocation");
        Assert.Equal(new Uri(_terminal.PathTo("a leak", "scenario.yaml")).AbsoluteUri, place.GetProperty("artifactLocation").GetProperty("uri").GetString());
        Assert.Equal("""{"startLine":175,"startColumn":10,"endColumn":14}""", JsonSerializer.Serialize(place.GetProperty("region")));
    }

    [Fact]
    public async Task GitHubGetsOneWorkflowCommandForEachFault()
    {
        _terminal.Exchange("to: [lead]", "to: ['le%ad']");
        Assert.Equal(1, await _terminal.Run("check", _terminal.Tiny, "--format", "github"));
        Assert.Equal(
            [
                $"::error file={_terminal.Tiny}/scenario.yaml,line=175,col=10,endColumn=17,title=TT0101::there is no role 'le%25ad'%0ADid you mean 'lead'? There are: lead, soc.",
                "1 scenario, 1 error, 0 warnings",
            ],
            _terminal.Output.Trim().ReplaceLineEndings("\n").Split('\n'));
    }

    [Fact]
    public async Task EveryFileOfAScenarioStandsForIt()
    {
        Assert.Equal(0, await _terminal.Run("check", _terminal.PathTo("tiny-leak", "history.yaml"), _terminal.PathTo("tiny-leak", "playthroughs", "ideal.yaml")));
        Assert.Equal("1 scenario, 0 errors, 0 warnings", _terminal.Output.Trim());
    }

    [Fact]
    public async Task HelpSaysTheExitCodes()
    {
        Assert.Equal(0, await _terminal.Run("check", "--help"));
        Assert.Contains("0 no errors", _terminal.Output, StringComparison.Ordinal);
        Assert.Contains("tabletop check", _terminal.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnUnknownFormatIsAMistakeOfTheCaller() => Assert.Equal(2, await _terminal.Run("check", _terminal.Tiny, "--format", "xml"));

    [Fact]
    public async Task WatchingChecksAgainWhenAFileChangesAndEndsWhenItIsTold()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(limit.Token);
        var lines = new LineWriter();
        var watching = CommandLine.RunAsync(["check", _terminal.Tiny, "--watch"], lines, TextWriter.Null, stop.Token);
        Assert.Equal("1 scenario, 0 errors, 0 warnings", await lines.NextSum(limit.Token));

        _terminal.Exchange("to: [lead]", "to: [leed]");
        Assert.Equal("1 scenario, 1 error, 0 warnings", await lines.NextSum(limit.Token));

        _terminal.Write(TestKit.TinyScenario.Text, "tiny-leak", "scenario.yaml");
        Assert.Equal("1 scenario, 0 errors, 0 warnings", await lines.NextSum(limit.Token));

        await stop.CancelAsync();
        Assert.Equal(0, await watching);
    }

    /// <summary>Hands on each line as it is written.</summary>
    sealed class LineWriter : StringWriter
    {
        readonly Channel<string> _lines = Channel.CreateUnbounded<string>();

        public override void WriteLine(string? value) => _lines.Writer.TryWrite(value ?? "");

        public async Task<string> NextSum(CancellationToken limit)
        {
            while (true)
            {
                var line = await _lines.Reader.ReadAsync(limit);
                if (line.StartsWith("1 scenario", StringComparison.Ordinal))
                {
                    return line;
                }
            }
        }
    }
}
