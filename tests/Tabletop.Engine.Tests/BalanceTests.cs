using static Tabletop.Engine.Tests.Flagship;

namespace Tabletop.Engine.Tests;

/// <summary>What the flagship's points reward and what they don't, with its real prices.</summary>
public sealed class BalanceTests
{
    const string Smartsheet = "smartsheet-account";

    static readonly PlaythroughRun History = PlaythroughRun.Of(Shipped, Shipped.History!);
    static readonly PlaythroughRun PanicBot = PlaythroughRun.Of(Shipped, Bot.Panic, 1);

    /// <summary>The board is there from the first morning; what it says must have happened by then.</summary>
    [Fact]
    public void NoCredentialWasLastUsedAfterThePlayBegins() =>
        Assert.All(Flagship.Shipped.Credentials.Where(item => DateOnly.TryParse(item.LastUse, System.Globalization.CultureInfo.InvariantCulture, out _)), item =>
            Assert.True(DateOnly.Parse(item.LastUse!, System.Globalization.CultureInfo.InvariantCulture) < DateOnly.FromDateTime(Flagship.Shipped.Start.UtcDateTime), item.Id));

    [Fact]
    public void BetterResponsesScoreHigher()
    {
        string[] order = ["ideal", "october-four", "informed", "history", "smartsheet-only", "passive"];
        var scores = order.Select(id => id == "history" ? History.Score.Points : Play(id).Score.Points).ToList();
        Assert.True(scores.SequenceEqual(scores.Distinct().OrderDescending()), string.Join(", ", order.Zip(scores)));
        Assert.Equal((100m, 0m), (scores[0], scores[^1]));
    }

    /// <summary>The file, the bot, and who pulls every plug that it can pay for in one phase and does nothing else.</summary>
    [Fact]
    public void PanicIsWorseThanHistoryInContinuityAndNotBetterInTotal()
    {
        var phases = Shipped.Phases.Where(phase => phase.Id != "before").Select(phase => PanicAt(phase.Start + TimeSpan.FromHours(1)));
        Assert.All([.. phases, .. Shipped.Playthroughs.Where(item => item.Id.StartsWith("panic", StringComparison.Ordinal)).Select(item => Play(item.Id)), PanicBot], panic =>
        {
            Assert.True(panic.Score.Of(Dimension.Continuity).Points < History.Score.Of(Dimension.Continuity).Points, $"continuity {panic.Score.Of(Dimension.Continuity).Points}");
            Assert.True(panic.Score.Points <= History.Score.Points, $"panic {panic.Score.Points}, history {History.Score.Points}");
        });
    }

    /// <summary>
    /// Each action on each of its aims, over history and over doing nothing (there without continuity, which is judged as
    /// soon as a team does anything at all): at each phase's start, at each turn of the play, an hour before it, and at the
    /// alert. Of entries that differ in nothing but their name, one stands for all.
    /// </summary>
    [Fact]
    public void NoSingleActionEarnsMoreThanAThird()
    {
        var nothing = PlaythroughRun.Of(Shipped, Bot.Passive, 1);
        var changes =
            from run in new[] { nothing, History }
            from moment in Moments(run)
            from action in Shipped.Actions.Where(action => !action.IsTool && !action.Effects.IsEmpty)
            from target in Aims(action).Where(target => target is null || !Alike.Contains(target))
            select (Run: run, Change: new Change.Add(action.Id, target, moment));
        var gains = changes.AsParallel()
            .Select(item => (Gain: Earned(WhatIf.Of(Shipped, item.Run.Log, PlaythroughRun.TeamId, item.Change).Score, item.Run == nothing) - Earned(item.Run.Score, item.Run == nothing), item.Change))
            .ToList();
        Assert.True(gains.Count > 1500, $"Only {gains.Count} were tried.");
        var best = gains.MaxBy(item => item.Gain);
        Assert.True(best.Gain is > 5 and < 100 / 3m, $"{best.Change} earns {best.Gain}.");
    }

    [Fact]
    public void NoRuleIsWorthMoreThanASixth() => Assert.All(Shipped.Scoring, rule => Assert.InRange(rule.Points, 1, 100 / 6m));

    [Fact]
    public void DisablingOnlyTheSmartsheetAccountAfterTheSecondUserExistsNeverEndsTheIntrusion()
    {
        for (var at = Utc(11, 16, 14, 40); at < Utc(11, 28, 0, 0); at += TimeSpan.FromHours(8))
        {
            var run = Of("bulk-rotate", (Utc(10, 18, 9, 30), "bulk-rotate", null), (at, "disable-account", Smartsheet));
            Assert.True(run.Holds(new Condition.CredentialIs(Smartsheet, CredentialTest.Disabled)));
            Assert.Equal("still-inside", run.Ending.Id);
        }
    }

    [Fact]
    public void WipingTheHostFirstLosesTheExfiltrationQuestionForGood()
    {
        var first = Play("wipe-first");
        Assert.Equal(("evidence-lost", 0m), (first.Ending.Id, Points(first, "evidence-before-cleaning")));
        Assert.Contains(first.Team().Decisions, item => item.Action == "snapshot-evidence");
        Assert.Equal(("evicted-with-evidence", 4m), (Play("informed").Ending.Id, Points(Play("informed"), "evidence-before-cleaning")));
    }

    [Fact]
    public void EverythingAtOnceFailsForWantOfHours() => Assert.All(new[] { Utc(10, 18, 9, 0), Utc(11, 23, 16, 5) }, at =>
    {
        var everything = Of("Everything",
        [
            .. from action in Shipped.Actions
               where !action.IsTool
               from target in Aims(action)
               select (at, action.Id, target),
        ]);
        var refused = everything.Misses.Count(miss => miss.Message.Contains("left in this phase", StringComparison.Ordinal));
        Assert.True(refused > 10, $"Only {refused} refused at {at:u}.");
        Assert.True(everything.Score.Points < Play("informed").Score.Points);
    });

    [Fact]
    public void EverythingAtOnceIsPaidForInOutage()
    {
        Assert.InRange(PanicBot.Team().World.OutageHours, 100m, 1000m);
        Assert.Equal((0m, 0m, 0m), (PanicBot.Score.Of(Dimension.Continuity).Points, Points(PanicBot, "outage"), Points(PanicBot, "nobody-inside")));
        Assert.Equal(0m, Points(Play("panic"), "outage"));
    }

    [Fact]
    public void IsolatingTheHostAfterTheAlarmIsWorthItsOutage()
    {
        var isolated = With(History, "isolate-host", "atlassian-host", Utc(11, 23, 16, 35));
        Assert.True(isolated.Score.Points > History.Score.Points);
        Assert.True(isolated.Score.Of(Dimension.Continuity).Points < History.Score.Of(Dimension.Continuity).Points);
        Assert.True(isolated.Score.Of(Dimension.Containment).Points > History.Score.Of(Dimension.Containment).Points + 3);
    }

    [Fact]
    public void OfTheFourInOctoberTheTokenHelpsMostAndAllTogetherMoreThanAnyAlone()
    {
        string[] four = ["moveworks-token", Smartsheet, "bitbucket-account", "aws-apps-account"];
        var alone = four.Select(id => With(History, "revoke", id, Utc(10, 20, 9, 0)).Score.Points).ToList();
        var all = WhatIf.Of(Shipped, History.Log, PlaythroughRun.TeamId, [.. four.Select(id => new Change.Add("revoke", id, Utc(10, 20, 9, 0)))]);
        Assert.All(alone, points => Assert.InRange(points, History.Score.Points, all.Score.Points));
        Assert.Equal(alone.Max(), alone[0]);
    }

    /// <summary>All ordinary entries of the board but one of each kind.</summary>
    static readonly HashSet<string> Alike =
        [.. Shipped.Credentials.Where(item => !item.Tags.Contains("forgotten")).GroupBy(item => string.Join(' ', item.Tags)).SelectMany(group => group.Skip(1)).Select(item => item.Id)];

    static IEnumerable<DateTimeOffset> Moments(PlaythroughRun run)
    {
        var turns = Recording.Of(Shipped, run.Log).TurnsOf(PlaythroughRun.TeamId).Select(turn => turn.Time);
        return Shipped.Phases.Select(phase => phase.Start)
            .Concat(turns.SelectMany(time => new[] { time, time - TimeSpan.FromHours(1) }))
            .Append(Utc(11, 23, 16, 0)).Append(Utc(11, 23, 16, 12))
            .Where(time => time >= Shipped.Start && time < Shipped.End).Distinct().Order();
    }

    /// <summary>Every drastic action on everything, the cheap ones first.</summary>
    static PlaythroughRun PanicAt(DateTimeOffset at) => Of("Panic",
    [
        .. from action in Shipped.Actions
           where action.Effects.Any(effect => effect is Effect.EndCredential or Effect.MarkSystem { On: true, Mark: "isolated" or "rebuilt" or "egress-denied" })
           from target in Aims(action)
           orderby action.Effort.Per == CredentialPrice.Rotation ? Shipped.Credentials[target!].Rotation.Effort : action.Effort.Fixed
           select (at, action.Id, target),
    ]);

    static IEnumerable<string?> Aims(ActionSpec action)
    {
        if (action.Target is TargetKind.None)
        {
            return new string?[] { null };
        }

        var all = action.Target switch
        {
            TargetKind.Credential => Shipped.Credentials.Select(item => item.Id),
            TargetKind.System => Shipped.Systems.Where(item => item.Targetable).Select(item => item.Id),
            _ => Shipped.Footholds.Select(item => item.Id),
        };
        return all.Where(id => action.Targets.IsEmpty || action.Targets.Contains(id));
    }

    static WhatIf With(PlaythroughRun run, string action, string? target, DateTimeOffset at) =>
        WhatIf.Of(Shipped, run.Log, PlaythroughRun.TeamId, new Change.Add(action, target, at));

    static decimal Earned(Scorecard card, bool withoutContinuity) =>
        card.Points - (withoutContinuity ? card.Of(Dimension.Continuity).Points : 0);

    static decimal Points(PlaythroughRun run, string rule) => run.Score.Lines.Single(line => line.RuleId == rule).Points;

    static PlaythroughRun Of(string title, params (DateTimeOffset At, string Action, string? Target)[] steps) => PlaythroughRun.Of(Shipped, new()
    {
        Id = "run",
        Title = title,
        Steps = [.. steps.Select(step => new PlaythroughStep { At = step.At, Action = step.Action, Target = step.Target })],
    });
}
