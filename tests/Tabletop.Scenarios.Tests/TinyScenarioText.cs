using Tabletop.Engine;
using Tabletop.TestKit;

namespace Tabletop.Scenarios.Tests;

public sealed class TinyScenarioText
{
    [Fact]
    public void CompilesWithoutAnyDiagnostic()
    {
        var result = ScenarioCompiler.Compile(TinyScenario.Sources);

        Assert.Equal("", string.Join('\n', result.Diagnostics.Select(found => found.Render(TinyScenario.Sources))));
        Assert.NotNull(result.Scenario);
    }

    [Fact]
    public void HasOneOfEverything()
    {
        var scenario = TinyScenario.Scenario;

        Assert.Equal(2, scenario.Phases.Count);
        Assert.Equal(scenario.Phases[0].End, scenario.Phases[1].Start);
        Assert.Equal(3, scenario.Adversary.States.Count);
        Assert.Equal(4, scenario.Scoring.Select(rule => rule.Measure.GetType()).Distinct().Count());
        Assert.Equal(3, scenario.Injects.Select(inject => inject.Trigger.GetType()).Distinct().Count());
        Assert.Equal(5, scenario.Actions.Select(action => action.Target).Distinct().Count());
        Assert.Equal("What they did", scenario.History?.Title);
        Assert.Equal("ideal", Assert.Single(scenario.Playthroughs).Id);
        Assert.Matches("^[0-9a-f]{64}$", scenario.Hash);
    }

    [Fact]
    public void KeepsWhatTheAuthorWrote()
    {
        var scenario = TinyScenario.Scenario;
        var token = scenario.Credentials["vpn-token"];

        Assert.Equal("You are the **security team**. A supplier has lost your VPN token.", scenario.Briefing);
        Assert.Null(token.Owner);
        Assert.Equal("2024-03-01", token.LastUse);
        Assert.Equal(new CredentialCost(TimeSpan.FromHours(1), 2m, 0.5m), token.Rotation);
        Assert.Equal(["T1"], token.Provenance.Facts);
        Assert.True(scenario.Credentials["backup-key"].Provenance.Invented);
        Assert.Equal(new Price<decimal>(0, CredentialPrice.Cut, 0.5m), scenario.Actions["cut"].Outage);
        Assert.Equal(new Price<TimeSpan>(default, CredentialPrice.Rotation), scenario.Actions["rotate"].Takes);
        Assert.Equal(new Effect.EndCredential(null, null, CredentialEnd.Rotated), scenario.Actions["rotate"].Effects[0]);
        Assert.Equal(new Trigger.When(new Condition.Adversary("inside", true), TimeSpan.FromMinutes(15)), scenario.Injects["vpn-alert"].Trigger);
        Assert.Equal(TimeSpan.FromHours(2), scenario.Adversary.States["inside"].Steps[1].Refused.Retry);
        Assert.Equal(TimeSpan.FromMinutes(90), Assert.IsType<Measure.HowLong>(scenario.Scoring["token-lifetime"].Measure).Best);
        Assert.Null(scenario.Endings["shaken"].When);
        Assert.True(scenario.History!.Steps[2].Done);
    }
}
