namespace Tabletop.Cli.Tests;

public sealed class Starting : IDisposable
{
    readonly Terminal _terminal = new();

    public void Dispose() => _terminal.Dispose();

    [Fact]
    public async Task ANewScenarioChecksCleanAndPlaysAsItSays()
    {
        var folder = _terminal.PathTo("stolen-key");
        Assert.Equal(0, await _terminal.Run("new", "stolen-key", "--out", folder));
        Assert.Equal(0, await _terminal.Run("check", folder));
        Assert.Equal("1 scenario, 0 errors, 0 warnings", _terminal.Output.Trim());
        Assert.Equal(0, await _terminal.Run("rehearse", folder, "--runs", "20"));
        Assert.DoesNotContain("came in no run", _terminal.Output, StringComparison.Ordinal);
        Assert.Equal(0, await _terminal.Run("explore", folder, "--states", "400"));
        Assert.Contains("id: stolen-key\ntitle: \"Stolen key\"\n", _terminal.Read("stolen-key", "scenario.yaml"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2024")]
    [InlineData("null")]
    [InlineData("true")]
    [InlineData("a")]
    public async Task EveryIdMakesAGoodScenario(string id)
    {
        Assert.Equal(0, await _terminal.Run("new", id, "--out", _terminal.PathTo("library", id)));
        Assert.Equal(0, await _terminal.Run("check", _terminal.PathTo("library")));
    }

    [Fact]
    public async Task AScenarioByItselfBringsItsSchemasAlong()
    {
        Assert.Equal(0, await _terminal.Run("new", "stolen-key", "--out", _terminal.PathTo("stolen-key")));
        Assert.StartsWith("# yaml-language-server: $schema=scenario.schema.json\n", _terminal.Read("stolen-key", "scenario.yaml"), StringComparison.Ordinal);
        Assert.StartsWith("# yaml-language-server: $schema=../playthrough.schema.json\n", _terminal.Read("stolen-key", "playthroughs", "ideal.yaml"), StringComparison.Ordinal);
        Assert.Equal(Scenarios.ScenarioSchema.OfScenario(), _terminal.Read("stolen-key", "scenario.schema.json"));
        Assert.Equal(Scenarios.ScenarioSchema.OfPlaythrough(), _terminal.Read("stolen-key", "playthrough.schema.json"));
    }

    [Fact]
    public async Task AScenarioInALibraryUsesTheSchemasOfTheLibrary()
    {
        await _terminal.Run("schema", "--out", _terminal.PathTo("scenario.schema.json"));
        await _terminal.Run("schema", "playthrough", "--out", _terminal.PathTo("playthrough.schema.json"));
        Assert.Equal(0, await _terminal.Run("new", "stolen-key", "--out", _terminal.PathTo("stolen-key")));
        Assert.StartsWith("# yaml-language-server: $schema=../scenario.schema.json\n", _terminal.Read("stolen-key", "scenario.yaml"), StringComparison.Ordinal);
        Assert.StartsWith("# yaml-language-server: $schema=../../playthrough.schema.json\n", _terminal.Read("stolen-key", "playthroughs", "ideal.yaml"), StringComparison.Ordinal);
        Assert.False(File.Exists(_terminal.PathTo("stolen-key", "scenario.schema.json")));
    }

    [Fact]
    public async Task NothingThatExistsIsWrittenOver()
    {
        var before = _terminal.Read("tiny-leak", "scenario.yaml");
        Assert.Equal(2, await _terminal.Run("new", "tiny-leak", "--out", _terminal.Tiny));
        Assert.Contains("is there already", _terminal.Error, StringComparison.Ordinal);
        Assert.Equal(before, _terminal.Read("tiny-leak", "scenario.yaml"));
        Assert.Equal(2, await _terminal.Run("new", "tiny-leak", "--out", _terminal.PathTo("tiny-leak", "history.yaml")));
    }

    [Theory]
    [InlineData("Stolen key")]
    [InlineData("stolen: key")]
    [InlineData("../escape")]
    [InlineData("target")]
    public async Task ABadNameIsRefused(string name)
    {
        Assert.Equal(2, await _terminal.Run("new", name, "--out", _terminal.PathTo("somewhere")));
        Assert.Contains("cannot be the id", _terminal.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_terminal.PathTo("somewhere")));
    }
}
