using static Tabletop.Engine.Tests.Flagship;

namespace Tabletop.Engine.Tests;

/// <summary>
/// What evicts the attacker in each phase and what does not: table 6a of the fact base, row by row. The moments lie in
/// the middle of each phase.
/// </summary>
public sealed class EvictionTests
{
    const string Token = "moveworks-token";
    const string Smartsheet = "smartsheet-account";
    const string Bitbucket = "bitbucket-account";
    const string Aws = "aws-apps-account";
    const string Host = "atlassian-host";

    static readonly DateTimeOffset P0 = Utc(10, 25, 12, 0);
    static readonly DateTimeOffset P1 = Utc(11, 14, 18, 0);
    static readonly DateTimeOffset P2 = Utc(11, 15, 22, 0);
    static readonly DateTimeOffset P3 = Utc(11, 18, 12, 0);
    static readonly DateTimeOffset P4 = Utc(11, 23, 12, 0);
    static readonly DateTimeOffset P5 = Utc(11, 23, 17, 0);
    static readonly DateTimeOffset P6 = Utc(11, 23, 19, 0);
    static readonly DateTimeOffset P7 = Utc(11, 23, 23, 0);

    [Fact]
    public void InOctoberEndingAllFourKeepsTheAttackerOut()
    {
        var run = Run(Revoke(P0, Token, Smartsheet, Bitbucket, Aws));
        Assert.Empty(Entries(run));
        Assert.True(run.IsEvicted());
    }

    [Fact]
    public void InOctoberRotatingOnlyWhatIsKnownToBeActiveDoesNot()
    {
        var run = Run((P0, "bulk-rotate", null));
        Assert.Contains("atlassian-session", run.Team().World.Footholds.Keys);
        Assert.False(run.IsEvicted());
    }

    [Fact]
    public void DuringTheProbingAllFourMustGo() => Evicted(P1, Revoke(P1, Token, Smartsheet, Bitbucket, Aws));

    [Fact]
    public void DuringTheProbingTheAwsAccountAloneIsNotEnough() => NotEvicted(Revoke(P1, Aws));

    [Fact]
    public void AfterTheLoginTheTokenAloneIsEnough() => Evicted(P2, Revoke(P2, Token));

    [Fact]
    public void AfterTheLoginBothAccountsAreEnough() => Evicted(P2, Revoke(P2, Smartsheet, Bitbucket));

    [Fact]
    public void AfterTheLoginBlockingTheAddressIsNot() => NotEvicted((P2, "block-addresses", null));

    [Fact]
    public void InTheQuietDaysTheTokenCutsTheWayForBothAccounts() => Evicted(P3, Revoke(P3, Token));

    [Fact]
    public void InTheQuietDaysAccountsAndRogueUserAreEnough() =>
        Evicted(P3, [.. Revoke(P3, Smartsheet, Bitbucket), .. FindRogueUser(P3), (P3, "disable-user", "rogue-user")]);

    [Fact]
    public void InTheQuietDaysTheSmartsheetAccountAloneIsNot() => NotEvicted(Revoke(P3, Smartsheet));

    [Theory]
    [InlineData("isolate-host")]
    [InlineData("default-deny-egress")]
    public void WithTheImplantThereHostAccountsTokensAndRogueUserMustGo(string cut) => Evicted(
        P4,
        [Cut(P4, cut), .. FindImplant(P4), (P4, "remove-implant", "implant"), .. Revoke(P4, Token, Smartsheet, Bitbucket), .. FindRogueUser(P4), (P4, "disable-user", "rogue-user")]);

    [Fact]
    public void WithTheImplantThereNoMeasureOnAccountsIsEnough() => NotEvicted(
        [.. Revoke(P4, Token, Smartsheet, Bitbucket, Aws), .. FindRogueUser(P4), (P4, "disable-user", "rogue-user")]);

    [Theory]
    [InlineData("isolate-host")]
    [InlineData("default-deny-egress")]
    public void WithTheSmartsheetAccountGoneTheRestMustFollow(string cut) => Evicted(
        P5,
        [AsHistory, Cut(P5, cut), .. FindImplant(P5), (P5, "remove-implant", "implant"), .. Revoke(P5, Token, Bitbucket), .. FindRogueUser(P5), (P5, "disable-user", "rogue-user")]);

    [Theory]
    [InlineData("isolate-host")]
    [InlineData("default-deny-egress")]
    public void WithBothAccountsGoneTheImplantMustFollow(string cut) => Evicted(
        P6,
        [AsHistory, .. HistoricRogueUser, .. Revoke(Utc(11, 23, 17, 40), Token, Bitbucket), Cut(P6, cut), .. FindImplant(P6), (P6, "remove-implant", "implant")]);

    [Fact]
    public void WithTheAddressesBlockedEgressAndTheImplantAreWhatIsLeft() => Evicted(
        P7,
        [AsHistory, .. HistoricRogueUser, .. Revoke(Utc(11, 23, 17, 40), Token, Bitbucket), Blocked, Cut(P7, "default-deny-egress"), .. FindImplant(P7), (P7, "remove-implant", "implant")]);

    [Fact]
    public void BlockingKnownAddressesDoesNotEndTheImplant()
    {
        var run = Run([AsHistory, .. HistoricRogueUser, .. Revoke(Utc(11, 23, 17, 40), Token, Bitbucket), Blocked]);
        Assert.True(run.Holds(new Condition.FootholdIs("implant", FootholdTest.Live)));
        Assert.NotEmpty(run.StepsAfter(Utc(11, 24, 10, 0)));
    }

    [Fact]
    public void OnlyTheSmartsheetAccountAfterTheRogueUserExistsNeverEndsIt()
    {
        foreach (var at in new[] { Utc(11, 16, 15, 0), P3, P4, Utc(11, 23, 16, 20) })
        {
            Assert.False(Run(Revoke(at, Smartsheet)).IsEvicted(), $"Evicted by one account at {at:u}.");
        }
    }

    [Fact]
    public void WipingTheHostFirstLosesTheExfiltrationQuestion()
    {
        Assert.True(Run([(P5, "rebuild-host", null)]).Holds(new Condition.Flag("evidence-lost")));
        Assert.False(Run([Cut(P5, "snapshot-evidence"), (P5, "rebuild-host", null)]).Holds(new Condition.Flag("evidence-lost")));
    }

    [Fact]
    public void TheTokenInOctoberIsTheBestSingleAction()
    {
        var run = Run(Revoke(P0, Token));
        Assert.DoesNotContain("atlassian-session", run.Team().World.Footholds.Keys);
        Assert.All(new[] { Smartsheet, Bitbucket }, other => Assert.Contains("atlassian-session", Run(Revoke(P0, other)).Team().World.Footholds.Keys));
    }

    [Fact]
    public void WhatHeldInHistoryHoldsWhateverTheTeamDoes()
    {
        foreach (var run in Shipped.Playthroughs.Append(Shipped.History!).Select(item => PlaythroughRun.Of(Shipped, item)))
        {
            var footholds = run.Team().World.Footholds.Keys.Select(id => Shipped.Footholds[id].System);
            Assert.DoesNotContain(footholds, system => system is "okta-tenant" or "dashboard" or "sao-paulo-console" or "metrics" or "network-config" or "build" or "alerting" or "release");
        }
    }

    static (DateTimeOffset, string, string?) AsHistory => (Utc(11, 23, 16, 35), "disable-account", Smartsheet);

    static (DateTimeOffset, string, string?)[] HistoricRogueUser => [.. FindRogueUser(Utc(11, 23, 17, 23)), (Utc(11, 23, 17, 23), "disable-user", "rogue-user")];

    static (DateTimeOffset, string, string?) Blocked => (Utc(11, 23, 21, 31), "block-addresses", null);

    static (DateTimeOffset, string, string?)[] Revoke(DateTimeOffset at, params string[] credentials) => [.. credentials.Select(id => (at, "revoke", (string?)id))];

    static (DateTimeOffset, string, string?)[] FindRogueUser(DateTimeOffset at) => [(at, "sweep-account", Target("sweep-account", Smartsheet))];

    static (DateTimeOffset, string, string?)[] FindImplant(DateTimeOffset at) => [(at, "hunt", Host)];

    static (DateTimeOffset, string, string?) Cut(DateTimeOffset at, string action) => (at, action, Target(action, Host));

    static string? Target(string action, string target) => Shipped.Actions[action].Target == TargetKind.None ? null : target;

    static void Evicted(DateTimeOffset at, (DateTimeOffset, string, string?)[] steps)
    {
        var run = Run(steps);
        Assert.True(run.IsEvicted(), $"Still there: {run.Team().Adversary.State}, footholds {string.Join(", ", run.Team().World.Footholds.Where(item => item.Value.Removed is null).Select(item => item.Key))}.");
        Assert.DoesNotContain(run.Log.OfType<Event.AdversaryMoved>().Where(e => e.Time > at), e => Gains(run, e));
    }

    static void NotEvicted(params (DateTimeOffset, string, string?)[] steps) => Assert.False(Run(steps).IsEvicted());

    /// <summary>Whether a step of the attacker won something: a foothold or something counted.</summary>
    static bool Gains(PlaythroughRun run, Event.AdversaryMoved moved) => run.Exercise.Scenario.Adversary.States[moved.From].Steps
        .First(step => step.Id == moved.Step).Effects.Any(effect => effect is Effect.PlantFoothold or Effect.Count);

    static IEnumerable<string> Entries(PlaythroughRun run) => run.Team().World.Footholds.Keys;
}
