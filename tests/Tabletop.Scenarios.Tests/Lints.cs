using Tabletop.TestKit;

namespace Tabletop.Scenarios.Tests;

/// <summary>What makes no difference is told, and what can make one is left alone.</summary>
public sealed class Lints
{
    const string Need = "needs: { did: hunt }";

    [Theory]
    [InlineData("{ all: [{ flag: polite }, { not: { flag: polite } }] }")]
    [InlineData("{ all: [{ credential: vpn-token, is: usable }, { credential: vpn-token, is: dead }] }")]
    [InlineData("{ all: [{ credential: vpn-token, is: usable }, { not: { any: [{ did: hunt }, { not: { credential: vpn-token, is: rotated } }] } }] }")]
    [InlineData("{ all: [{ credential: vpn-token, is: rotated }, { credential: vpn-token, is: disabled }] }")]
    [InlineData("{ credential: vpn-token, is: revoked }")]
    [InlineData("{ credential: backup-key, is: usable }")]
    [InlineData("{ all-credentials: leaked, is: usable }")]
    [InlineData("{ system: vpn, is: isolated }")]
    [InlineData("{ all: [{ foothold: backdoor, is: live }, { not: { foothold: backdoor, is: planted } }] }")]
    [InlineData("{ all: [{ foothold: backdoor, is: removed }, { foothold: backdoor, is: live }] }")]
    [InlineData("{ all: [{ adversary: inside }, { adversary: gone }] }")]
    [InlineData("{ all: [{ adversary: inside }, { not: { adversary-reached: inside } }] }")]
    [InlineData("{ all: [{ did: hunt }, { not: { started: hunt } }] }")]
    [InlineData("{ all: [{ answered: supplier-calls, with: thanks }, { answered: supplier-calls, with: silence }] }")]
    [InlineData("{ all: [{ answered: supplier-calls }, { not: { released: supplier-calls } }] }")]
    [InlineData("{ all: [{ counter: files-copied, at-least: 20 }, { not: { counter: files-copied, at-least: 10 } }] }")]
    [InlineData("{ all: [{ from: 2024-03-04T12:00:00Z }, { before: 2024-03-04T12:00:00Z }] }")]
    [InlineData("{ before: 2024-03-04T08:00:00Z }")]
    [InlineData("{ from: 2024-03-05T08:00:00Z }")]
    [InlineData("{ all: [{ flag: polite }, { any: [{ not: { flag: polite } }, { all: [{ did: hunt }, { not: { flag: polite } }] }] }] }")]
    public void WhatCanNeverHoldIsTold(string condition)
    {
        var found = Assert.Single(ScenarioCompiler.Compile(Sources("needs: " + condition)).Diagnostics);
        Assert.Equal("TT0809", found.Code);
    }

    [Theory]
    [InlineData("{ any: [{ flag: polite }, { not: { flag: polite } }] }")]
    [InlineData("{ any: [{ credential: vpn-token, is: usable }, { credential: vpn-token, is: dead }] }")]
    [InlineData("{ credential: backup-key, is: dead }")]
    [InlineData("{ adversary-reached: outside }")]
    [InlineData("{ from: 2024-03-04T08:00:00Z }")]
    [InlineData("{ before: 2024-03-05T08:00:00Z }")]
    [InlineData("{ not: { system: vpn, is: isolated } }")]
    public void WhatAlwaysHoldsIsTold(string condition)
    {
        var found = Assert.Single(ScenarioCompiler.Compile(Sources("needs: " + condition)).Diagnostics);
        Assert.True(found.Code is "TT0805", found.ToString());
    }

    [Theory]
    [InlineData("{ all: [{ flag: polite }, { not: { flag: attacker-refused } }] }")]
    [InlineData("{ all: [{ not: { credential: vpn-token, is: rotated } }, { credential: vpn-token, is: dead }] }")]
    [InlineData("{ all: [{ foothold: backdoor, is: planted }, { not: { foothold: backdoor, is: live } }] }")]
    [InlineData("{ all: [{ adversary-reached: inside }, { adversary: gone }] }")]
    [InlineData("{ all: [{ started: hunt }, { not: { did: hunt } }] }")]
    [InlineData("{ all: [{ did: rotate }, { not: { did: rotate, on: vpn-token } }] }")]
    [InlineData("{ all: [{ counter: files-copied, at-least: 10 }, { not: { counter: files-copied, at-least: 20 } }] }")]
    [InlineData("{ all: [{ from: 2024-03-04T12:00:00Z }, { before: 2024-03-04T12:00:01Z }] }")]
    [InlineData("{ counter: outage-hours, at-least: 100 }")]
    [InlineData("{ counter: files-copied, at-least: 1000 }")]
    [InlineData("{ foothold: target, is: live }")]
    public void WhatCanGoBothWaysIsLeftAlone(string condition) => Assert.Empty(ScenarioCompiler.Compile(Sources("needs: " + condition)).Diagnostics);

    [Fact]
    public void AWholeThatDependsOnItselfNeverBegins()
    {
        // The flag is set by an inject that waits for the flag.
        var sources = TinyScenario.Sources.SetItem(0, TinyScenario.Sources[0] with
        {
            Text = TinyScenario.Replace("    manual: true\n", "    when: { flag: asked }\n    effects: [{ set: asked }]\n"),
        });
        Assert.Equal("TT0806", Assert.Single(ScenarioCompiler.Compile(sources).Diagnostics).Code);
    }

    [Fact]
    public void APartThatDecidesNothingIsToldInsideAConditionThatDoes()
    {
        var found = Assert.Single(ScenarioCompiler.Compile(Sources("needs: { any: [{ did: hunt }, { system: vpn, is: isolated }] }")).Diagnostics);
        Assert.Equal("TT0804", found.Code);
        Assert.Equal("a condition of action 'remove' never holds: nothing puts the mark 'isolated' on 'vpn'", found.Message);
    }

    [Fact]
    public void ACounterThatIsCountedOnceReachesThatMuch()
    {
        var text = TinyScenario.Replace("{ set: polite }", "{ set: polite }, { count: thanks, by: 2 }").Replace(Need, "needs: { counter: thanks, at-least: 3 }", StringComparison.Ordinal);
        var found = Assert.Single(ScenarioCompiler.Compile(TinyScenario.Sources.SetItem(0, new("scenario.yaml", text))).Diagnostics);
        Assert.EndsWith("'thanks' reaches 2 at most", found.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AScenarioWithErrorsIsNotJudged()
    {
        var text = TinyScenario.Replace("{ set: polite }", "{ set: polite }, { set: unread }").Replace("channel: phone", "channel: fone", StringComparison.Ordinal);
        Assert.Equal("TT0206", Assert.Single(ScenarioCompiler.Compile(TinyScenario.Sources.SetItem(0, new("scenario.yaml", text))).Diagnostics).Code);
    }

    static System.Collections.Immutable.ImmutableArray<Engine.SourceText> Sources(string needs) =>
        TinyScenario.Sources.SetItem(0, TinyScenario.Sources[0] with { Text = TinyScenario.Replace(Need, needs) });
}
