using Tabletop.TestKit;

namespace Tabletop.Cli.Tests;

public sealed class Checking : IDisposable
{
    readonly TemporaryFolder _folder = new();
    readonly StringWriter _output = new();
    readonly StringWriter _error = new();

    public Checking() => TinyScenario.WriteTo(_folder.PathTo("tiny-leak"));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task ACleanScenarioIsCountedAndNothingElseIsSaid()
    {
        Assert.Equal(0, await Check(_folder.PathTo("tiny-leak")));
        Assert.Equal("1 scenario, 0 errors, 0 warnings", _output.ToString().Trim());
    }

    [Fact]
    public async Task FaultsAreShownWithPlaceLineCaretAndMend()
    {
        Break("tiny-leak", "to: [lead]", "to: [leed]");
        Assert.Equal(1, await Check(_folder.PathTo("tiny-leak")));
        Assert.Equal(
            $"""
            {_folder.PathTo("tiny-leak")}/scenario.yaml:175:10: error TT0101: there is no role 'leed'
              175 |     to: [leed]
                  |          ^^^^
              mend: Did you mean 'lead'? There are: lead, soc.

            1 scenario, 1 error, 0 warnings
            """,
            _output.ToString().Trim().ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task AFolderOfScenariosIsCheckedWhole()
    {
        TinyScenario.WriteTo(_folder.PathTo("other"));
        Directory.CreateDirectory(_folder.PathTo("no-scenario"));
        Break("other", "channel: phone", "channel: fax");
        Break("tiny-leak", "title: The press asks", "titel: The press asks");

        Assert.Equal(1, await Check(_folder.Path));
        Assert.EndsWith("2 scenarios, 3 errors, 1 warning", _output.ToString().Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WarningsAloneAreNoFailure()
    {
        Break("tiny-leak", "    gone:\n      title: Gone", "    gone:\n      title: Gone\n    nowhere:\n      title: Nowhere");
        Assert.Equal(0, await Check(_folder.PathTo("tiny-leak"), _folder.PathTo("tiny-leak")));
        Assert.EndsWith("1 scenario, 0 errors, 1 warning", _output.ToString().Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFileThatIsNotUtf8IsOneError()
    {
        File.WriteAllBytes(_folder.PathTo("tiny-leak", "scenario.yaml"), [0xFF, 0xFE, 0x00]);
        Assert.Equal(1, await Check(_folder.PathTo("tiny-leak")));
        Assert.EndsWith("1 scenario, 1 error, 0 warnings", _output.ToString().Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task APathWithoutAScenarioIsAMistakeOfTheCaller()
    {
        Assert.Equal(2, await Check(_folder.PathTo("nowhere")));
        Assert.Contains("nowhere", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task NoPathIsAMistakeOfTheCaller() => Assert.Equal(2, await Check());

    [Fact]
    public async Task EveryScenarioOfTheRepositoryIsFreeOfErrors()
    {
        var code = await Check(Repository.PathTo("scenarios"));
        Assert.True(code == 0, _output.ToString());
    }

    Task<int> Check(params string[] paths) => CommandLine.RunAsync(["check", .. paths], _output, _error);

    void Break(string scenario, string piece, string instead) =>
        File.WriteAllText(_folder.PathTo(scenario, "scenario.yaml"), TinyScenario.Replace(piece, instead));
}
