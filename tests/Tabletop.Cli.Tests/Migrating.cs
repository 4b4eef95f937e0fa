using Tabletop.TestKit;

namespace Tabletop.Cli.Tests;

public sealed class Migrating : IDisposable
{
    const string Old = """
        # Our first scenario.
        format: 1   # as it was then
        """;

    readonly Terminal _terminal = new();

    public void Dispose() => _terminal.Dispose();

    [Fact]
    public async Task AnOlderScenarioPlaysAsBeforeAndKeepsItsComments()
    {
        _terminal.Write(Old + TinyScenario.Text["format: 2".Length..].Replace("      counts: first\n", "", StringComparison.Ordinal).Replace("prompt: What do you tell the supplier?", "prompt: What do you tell the supplier?   # they wait", StringComparison.Ordinal), "tiny-leak", "scenario.yaml");
        Assert.Equal(0, await _terminal.Run("check", _terminal.Tiny));
        Assert.Equal(0, await _terminal.Run("migrate", _terminal.Tiny));
        var text = _terminal.Read("tiny-leak", "scenario.yaml");
        Assert.StartsWith("# Our first scenario.\nformat: 2   # as it was then\n", text, StringComparison.Ordinal);
        Assert.Contains("?   # they wait\n      counts: first\n", text, StringComparison.Ordinal);
        Assert.Equal(0, await _terminal.Run("check", _terminal.Tiny));
        Assert.Equal(0, await _terminal.Run("migrate", _terminal.Tiny));
        Assert.Contains("present format", _terminal.Output, StringComparison.Ordinal);
        Assert.Equal(text, _terminal.Read("tiny-leak", "scenario.yaml"));
    }

    [Fact]
    public async Task AskedOnlyToCheckItSaysWhatWouldChangeAndWritesNothing()
    {
        var text = TinyScenario.Text.Replace("format: 2", "format: 1", StringComparison.Ordinal).Replace("      counts: first\n", "", StringComparison.Ordinal);
        _terminal.Write(text, "tiny-leak", "scenario.yaml");
        Assert.Equal(1, await _terminal.Run("migrate", _terminal.Tiny, "--check"));
        Assert.Contains("counts: first, in the question of inject 'supplier-calls'", _terminal.Output, StringComparison.Ordinal);
        Assert.Equal(text, _terminal.Read("tiny-leak", "scenario.yaml"));
    }

    [Fact]
    public async Task AScenarioWithErrorsIsLeftAlone()
    {
        var text = TinyScenario.Text.Replace("format: 2", "format: 1", StringComparison.Ordinal).Replace("to: [lead]", "to: [lad]", StringComparison.Ordinal);
        _terminal.Write(text, "tiny-leak", "scenario.yaml");
        Assert.Equal(1, await _terminal.Run("migrate", _terminal.Tiny));
        Assert.Contains("TT0101", _terminal.Error, StringComparison.Ordinal);
        Assert.Equal(text, _terminal.Read("tiny-leak", "scenario.yaml"));
    }
}
