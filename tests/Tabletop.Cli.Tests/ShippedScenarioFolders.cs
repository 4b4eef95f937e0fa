using Tabletop.TestKit;

namespace Tabletop.Cli.Tests;

/// <summary>Everything under scenarios/ passes what a trainer is told to run.</summary>
public sealed class ShippedScenarioFolders : IDisposable
{
    readonly Terminal _terminal = new();

    public static TheoryData<string> Ids { get; } =
        [.. Directory.GetDirectories(Repository.PathTo("scenarios")).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)];

    [Fact]
    public async Task CheckFindsNothing()
    {
        var code = await _terminal.Run("check", Repository.PathTo("scenarios"));
        Assert.Equal((0, $"{Ids.Count} scenarios, 0 errors, 0 warnings"), (code, _terminal.Output.Trim()));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task EveryFileIsInThePresentFormat(string id)
    {
        var code = await _terminal.Run("migrate", "--check", Repository.PathTo("scenarios", id));
        Assert.True(code == 0, _terminal.Output);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task RehearsalKeepsWhatItsPlaythroughsPromise(string id)
    {
        var code = await _terminal.Run("rehearse", Repository.PathTo("scenarios", id), "--runs", "20");
        Assert.True(code == 0, _terminal.Output);
        Assert.Contains("history ", _terminal.Output, StringComparison.Ordinal);
        Assert.Contains("ideal ", _terminal.Output, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task ExplorationFindsNoDeadEnd(string id)
    {
        var code = await _terminal.Run("explore", Repository.PathTo("scenarios", id), "--states", "120");
        Assert.True(code == 0, _terminal.Output);
        Assert.Contains("dead ends: none", _terminal.Output, StringComparison.Ordinal);
        Assert.Contains("attacker's states never reached: none", _terminal.Output, StringComparison.Ordinal);
    }

    public void Dispose() => _terminal.Dispose();
}
