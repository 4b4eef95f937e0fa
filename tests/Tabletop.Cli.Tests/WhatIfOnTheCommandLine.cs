using System.Text.Json;
using Tabletop.TestKit;

namespace Tabletop.Cli.Tests;

public sealed class WhatIfOnTheCommandLine : IDisposable
{
    readonly Terminal _terminal = new();

    [Fact]
    public async Task ADecisionMoreKeepsTheAttackerOut()
    {
        Assert.Equal(0, await _terminal.Run("whatif", _terminal.Tiny, "--add", "rotate vpn-token@2024-03-04T08:40:00Z"));
        Assert.Contains("ending: kept-out instead of shaken", _terminal.Output, StringComparison.Ordinal);
        Assert.Contains("attacker: outside > gone", _terminal.Output, StringComparison.Ordinal);
        Assert.Contains("not possible then: remove backdoor", _terminal.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ADecisionLessOrLaterChangesWhatFollows()
    {
        Assert.Equal(0, await _terminal.Run("whatif", _terminal.Tiny, "--remove", "hunt"));
        Assert.Contains("ending: robbed instead of shaken", _terminal.Output, StringComparison.Ordinal);
        Assert.Equal(0, await _terminal.Run("whatif", _terminal.Tiny, "--move", "hunt@2024-03-04T17:30:00Z"));
        Assert.Contains("ending: robbed instead of shaken", _terminal.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheBestSingleChangeIsNamed()
    {
        Assert.Equal(0, await _terminal.Run("whatif", _terminal.Tiny, "--best"));
        Assert.Contains("this would have helped most: rotate vpn-token at 4 Mar 08:", _terminal.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MachinesReadTheSame()
    {
        Assert.Equal(0, await _terminal.Run("whatif", _terminal.Tiny, "--remove", "hunt", "--json"));
        using var said = JsonDocument.Parse(_terminal.Output);
        Assert.True(said.RootElement.GetProperty("simulation").GetBoolean());
        Assert.Equal("robbed", said.RootElement.GetProperty("ending").GetProperty("after").GetString());
    }

    [Fact]
    public async Task AQuestionIsAnsweredOtherwiseOrByNobody()
    {
        var flagship = Repository.PathTo("scenarios", "okta-cloudflare-2023");
        Assert.Equal(0, await _terminal.Run("whatif", flagship, "--answer", "rotation-report keep-open", "--answer", "containment-statement none"));
        Assert.Contains("rotation-report answered with keep-open at 30 Oct 15:00; nobody answers containment-statement", _terminal.Output, StringComparison.Ordinal);
        Assert.Equal(2, await _terminal.Run("whatif", flagship, "--answer", "rotation-reprt close"));
        Assert.Contains("Did you mean 'rotation-report'?", _terminal.Error, StringComparison.Ordinal);
        Assert.Equal(2, await _terminal.Run("whatif", flagship, "--answer", "rotation-report burn"));
        Assert.Contains("Answers are: close; keep-open; or none.", _terminal.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--remove", "hnt", "Did you mean 'hunt'?")]
    [InlineData("--add", "rotat vpn-token@2024-03-04T08:40:00Z", "Did you mean 'rotate'?")]
    [InlineData("--move", "hunt", "has no time")]
    [InlineData("--run", "nobody", "It has: history, ideal.")]
    public async Task ASlipIsAnsweredWithWhatThereIs(string option, string text, string answer)
    {
        Assert.Equal(2, await _terminal.Run("whatif", _terminal.Tiny, option, text));
        Assert.Contains(answer, _terminal.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _terminal.Dispose();
}
