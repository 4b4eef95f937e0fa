using static Tabletop.Engine.Tests.Flagship;

namespace Tabletop.Engine.Tests;

/// <summary>
/// The decision points of the fact base (6b), each by its number: at the real prices an option can be played, does what
/// the fact base says, and has its downside. Each is compared with the same play without it, or with another option.
/// </summary>
public sealed class DecisionPointTests
{
    static readonly string[] Four = ["moveworks-token", "smartsheet-account", "bitbucket-account", "aws-apps-account"];
    static readonly PlaythroughStep Job = Do(Utc(10, 18, 9, 30), "bulk-rotate");
    static readonly PlaythroughStep Declared = Do(Utc(11, 23, 16, 15), "declare-incident");
    static readonly PlaythroughStep SoFar = Say(Utc(10, 20, 11, 0), "containment-statement", "so-far");
    static readonly PlaythroughStep Dated = Say(Utc(11, 25, 15, 0), "first-entry", "gateway");
    static readonly PlaythroughStep Told = Do(Utc(11, 23, 22, 20), "notify-vendors");
    static readonly PlaythroughStep Everything = Say(Utc(11, 27, 10, 0), "code-red", "everything");
    static readonly Condition NeverIn = new Condition.Not(new Condition.Flag("atlassian-entered"));
    static readonly Condition FourKnown = new Condition.TaggedAre("forgotten", true, CredentialTest.Known);
    static readonly Condition FourDead = new Condition.TaggedAre("forgotten", true, CredentialTest.Dead);

    static readonly Dictionary<string, Point> Points = new()
    {
        ["0 captures without tokens"] = new(Becomes(Not(Flag("tenant-entered"))), Outage(1), [], Say(Utc(10, 16, 10, 0), "capture-request", "cleaned")),
        ["0 short administrators' sessions"] = new(Becomes(Not(Flag("tenant-entered"))), Outage(1), [], Do(Utc(10, 16, 9, 0), "harden-admin-sessions")),
        ["1a rotate all that leaked"] = new(Becomes(NeverIn), Hours(35), [Job], OnFour(Utc(10, 20, 9, 0), "rotate")),
        ["1b switch off and watch"] = new(Becomes(NeverIn), Both(Outage(4), Came("sheets-broken")), [Job], OnFour(Utc(10, 20, 9, 0), "staged-disable")),
        ["1c compare the list with evidence"] = new(Becomes(FourKnown), Hours(22), [Job], Do(Utc(10, 20, 9, 0), "compare-list")),
        ["1c test old secrets"] = new(Becomes(FourKnown), Hours(8), [Job], OnFour(Utc(10, 20, 9, 0), "test-secret")),
        ["1c check a sample"] = new(Earns("rotation-checked"), Hours(8), [Job], Do(Utc(10, 31, 9, 0), "sample-rotation")),
        ["1d by reach"] = new(Becomes(NeverIn), Both(Outage(11), Holds(new Condition.Adversary("in-aws", true))), [Job], [.. Four.Take(2).Select(id => Do(Utc(10, 20, 9, 0), "revoke", id))]),
        ["1e decoys"] = new(Becomes(Released("decoy-alert")), Hours(6), [Job], Do(Utc(10, 20, 9, 0), "plant-decoy")),
        ["1f call it contained and close"] = new(
            (with, other) => Out(with) == Out(other) - 1, Loses("statement-holds"), [Job, Dated],
            [Say(Utc(10, 20, 11, 0), "containment-statement", "closed"), Say(Utc(10, 30, 15, 0), "rotation-report", "close")])
        { Other = [SoFar, Say(Utc(10, 30, 15, 0), "rotation-report", "keep-open")] },
        ["2 open the scoping again"] = new(Becomes(FourKnown), Both(Hours(16), Outage(0.5m)), [Job], Do(Utc(11, 4, 9, 0), "reopen-scoping")),
        ["3a review after the refusals"] = new(Becomes(Known("aws-session"), Utc(11, 15, 12, 0)), Hours(12), [Job], Do(Utc(11, 14, 12, 0), "review-service-identities")),
        ["3b only the AWS account"] = new(Becomes(Not(Live("aws-session")), Utc(11, 14, 14, 0)), Holds(Flag("atlassian-entered")), [Job], Do(Utc(11, 14, 12, 0), "disable-account", "aws-apps-account")),
        ["4 bind tokens to their senders"] = new(Becomes(NeverIn), Outage(1.5m), [Job], Do(Utc(10, 20, 9, 0), "bind-token-origin")),
        ["5 alert on users made by services"] = new(Becomes(Known("rogue-user"), Utc(11, 16, 15, 0)), Both(Hours(14), Came("rule-noise")), [Job], Do(Utc(10, 20, 9, 0), "alert-on-service-identities")),
        ["5 a rule that is kept and tuned"] = new(
            Becomes(Released("service-identity-alert-aws")), Outage(1), [Job, Do(Utc(10, 20, 9, 0), "alert-on-service-identities")], Say(Utc(10, 27, 9, 0), "rule-noise", "tune")),
        ["5 accounts from the directory only"] = new(
            Both(Becomes(Not(Planted("rogue-user"))), Becomes(Known("atlassian-session"), Utc(11, 16, 15, 0))), Both(Outage(1.5m), Came("local-account-wanted")), [Job],
            Do(Utc(11, 10, 9, 0), "close-local-accounts")),
        ["6 hunt in the quiet days"] = new(Becomes(Known("rogue-user"), Utc(11, 18, 16, 0)), Hours(8), [Job], Do(Utc(11, 18, 12, 0), "hunt", "jira")),
        ["7a restrict scripting"] = new(Becomes(Not(Planted("implant"))), Outage(1), [Job], Do(Utc(11, 20, 12, 0), "restrict-scriptrunner")),
        ["7b alert on new programs"] = new(Becomes(Known("implant"), Utc(11, 22, 14, 30)), Outage(1), [Job], Do(Utc(11, 20, 12, 0), "watch-host")),
        ["7c slow down archives"] = new(
            Both(Becomes(Not(new Condition.CounterAtLeast("repositories-archived", 9)), Utc(11, 23, 16, 0)), Becomes(Released("archive-alert"), Utc(11, 22, 21, 0))),
            Outage(2), [Job], Do(Utc(11, 20, 12, 0), "limit-archives")),
        ["8a the account at once"] = new(
            Becomes(new Condition.CredentialIs("smartsheet-account", CredentialTest.Dead), Utc(11, 23, 16, 34)), Both(Came("sheets-broken"), Holds(Live("implant"))), [Job],
            Do(Utc(11, 23, 16, 1), "disable-account", "smartsheet-account")),
        ["8b watch, then cut"] = new(
            Both(Becomes(Known("rogue-user"), Utc(11, 23, 16, 46)), Both(Came("watched-host"), (with, _) => !Fold(with, Utc(11, 23, 18, 0), Known("implant")))),
            Both(Becomes(new Condition.CounterAtLeast("repositories-viewed", 124), Utc(11, 23, 17, 0)), Becomes(new Condition.CounterAtLeast("repositories-archived", 78), Utc(11, 23, 17, 0))),
            [Job], Do(Utc(11, 23, 16, 1), "watch-intruder")),
        ["8b spoilt by a cut"] = new(
            (with, _) => !Fold(with, Utc(11, 23, 16, 50), Known("implant")), Hours(4), [Job, Do(Utc(11, 23, 16, 1), "disable-account", "smartsheet-account")],
            Do(Utc(11, 23, 16, 2), "watch-intruder")),
        ["8c revert the group change"] = new((with, other) => with.Ending == other.Ending && Path(with).SequenceEqual(Path(other)), Hours(1), [Job], Do(Utc(11, 23, 16, 5), "revert-group-change")),
        ["8d the token at the gateway first"] = new(
            Both(Becomes(Not(Live("atlassian-session")), Utc(11, 23, 16, 30)), Becomes(Not(Live("rogue-user")), Utc(11, 23, 16, 30))),
            Both(Came("chatbot-broken"), Holds(Live("implant"))), [Job], Do(Utc(11, 23, 16, 5), "revoke", "moveworks-token")),
        ["9a declare at once"] = new(Both(Earns("declared"), Becomes(Not(Released("executive-call")))), Both(Outage(1), Came("called-in")), [Job], Declared),
        ["9a declare once something is found"] = new(
            (with, other) => Out(with) == Out(other) - 1 && !Fold(with, null, Released("called-in")), Loses("declared"), [Job, Do(Utc(11, 23, 16, 2), "sweep-account")],
            Do(Utc(11, 23, 17, 38), "declare-incident"))
        { Other = [Do(Utc(11, 23, 16, 3), "declare-incident")] },
        ["9b sweep the account"] = new(Becomes(Known("rogue-user"), Utc(11, 23, 16, 50)), Hours(4), [Job], Do(Utc(11, 23, 16, 12), "sweep-account")),
        ["9c isolate the host"] = new(Becomes(Not(Live("implant")), Utc(11, 23, 17, 0)), Both(Outage(2), Came("atlassian-down")), [Job], Do(Utc(11, 23, 16, 38), "isolate-host", "atlassian-host")),
        ["9d rebuild at once"] = new(Becomes(new Condition.FootholdIs("implant", FootholdTest.Removed), Utc(11, 23, 23, 0)), Becomes(Flag("evidence-lost")), [Job], Do(Utc(11, 23, 16, 5), "rebuild-host")),
        ["9e memory and disk"] = new(Becomes(Flag("evidence-held")), Both(Hours(6), Outage(0.5m)), [Job], Do(Utc(11, 23, 16, 15), "snapshot-evidence")),
        ["9e logs after a sign"] = new(Becomes(Flag("logs-held")), Hours(4), [Job], Do(Utc(11, 23, 16, 15), "preserve-logs")),
        ["9e logs before any sign"] = new(Becomes(Flag("logs-held"), Utc(11, 1, 0, 0)), Both(Hours(10), Outage(0.5m)), [Job], Do(Utc(10, 20, 9, 0), "keep-all-logs")),
        ["10a block what is known"] = new(Becomes(new Condition.SystemIs("gateway", "addresses-blocked"), Utc(11, 23, 18, 30)), Both(Came("after-block"), Holds(Live("implant"))), [Job], Do(Utc(11, 23, 17, 45), "block-addresses")),
        ["10b deny egress by default"] = new(Becomes(Not(Live("implant")), Utc(11, 23, 20, 0)), Outage(3), [Job], Do(Utc(11, 23, 17, 45), "default-deny-egress")),
        ["10c the other three tonight"] = new(
            Becomes(FourDead, Utc(11, 23, 19, 0)), Both(Outage(12), Came("chatbot-broken")), [Job, Do(Utc(11, 23, 16, 1), "disable-account", "smartsheet-account")],
            [.. Four.Where(id => id != "smartsheet-account").Select(id => Do(Utc(11, 23, 18, 0), "revoke", id))]),
        ["10c October's list again"] = new(Becomes(FourDead, Utc(11, 23, 21, 0)), Both(Outage(9), Came("search-stale")), [Job], Do(Utc(11, 23, 18, 0), "end-the-rest")),
        ["11 out of band"] = new(Earns("out-of-band"), Both(Hours(2), Outage(0.5m)), [Job], Do(Utc(11, 23, 18, 0), "out-of-band")),
        ["12 clean only"] = new(
            Becomes(Not(Planted("implant")), Utc(11, 23, 22, 0)), Both(Outage(0.5m), Holds(Not(Flag("evidence-held")))),
            [Job, Do(Utc(11, 23, 16, 10), "hunt", "atlassian-host")], Do(Utc(11, 23, 19, 30), "remove-implant", "implant")),
        ["12 rebuild from trusted media"] = new(
            Becomes(new Condition.SystemIs("atlassian-host", "rebuilt")), Both(Outage(8), Hours(12)), [Job, Do(Utc(11, 23, 16, 15), "snapshot-evidence")], Do(Utc(11, 24, 3, 0), "rebuild-host")),
        ["13a outside forensics"] = new(Earns("forensics"), Both(Both(Hours(6), Outage(1)), Came("forensics-needs")), [Job, Declared], Do(Utc(11, 23, 22, 10), "engage-forensics")),
        ["13b repositories as taken"] = new(Earns("treated-as-taken"), Both(Both(Hours(16), Outage(2)), Came("builds-fail")), [Job], Do(Utc(11, 24, 18, 30), "treat-repositories-as-taken")),
        ["13c vendors"] = new(Both(Earns("vendors-told"), Came("vendor-answers")), Both(Came("press-asks"), Outage(2)), [Job], Do(Utc(11, 23, 22, 20), "notify-vendors")),
        ["13c authorities"] = new(Both(Earns("authorities-told"), Earns("others-warned")), Both(Came("press-asks"), Outage(2.5m)), [Job, Declared], Do(Utc(11, 23, 22, 20), "notify-authorities")),
        ["13c no comment to who heard of it"] = new(Earns("statement-holds"), Outage(1), [Job, SoFar, Dated, Told], Say(Utc(11, 25, 9, 0), "press-asks", "nothing")) { Other = [Say(Utc(11, 25, 9, 0), "press-asks", "denied")] },
        ["13c a denial"] = new((with, other) => Out(with) == Out(other) - 2, Loses("statement-holds"), [Job, SoFar, Dated, Told], Say(Utc(11, 25, 9, 0), "press-asks", "denied")),
        ["13d tell early"] = new(
            Both(Both(Becomes(Flag("published")), Earns("disclosure-decided")), Earns("others-warned")),
            Both(Both(Outage(2), Came("customers-ask")), Both(Loses("statement-holds"), Becomes(new Condition.CounterAtLeast("repositories-archived", 82), Utc(11, 24, 22, 0)))),
            [Job, SoFar, Dated, Declared], Do(Utc(11, 24, 14, 0), "public-statement")),
        ["13d tell after forensics"] = new(
            Earns("disclosure-decided"), Both(Came("nobody-told"), (with, _) => Rule(with, "others-warned") == 0),
            [Job, Declared, Do(Utc(11, 23, 22, 10), "engage-forensics")], Say(Utc(11, 27, 15, 0), "disclosure", "after-forensics")),
        ["13d tell after forensics that nobody does"] = new((with, other) => Rule(with, "disclosure-decided") == 0 && Rule(other, "disclosure-decided") == 0, Hours(0), [Job], Say(Utc(11, 27, 15, 0), "disclosure", "after-forensics")),
        ["14 everything"] = new(Earns("clean-up-scale"), Outage(3), [Job], Everything),
        ["14 everything, planned before"] = new((with, other) => Out(with) == Out(other) - 3, Hours(8), [Job, Everything], Do(Utc(11, 1, 9, 0), "plan-clean-up")),
        ["14 targeted without evidence"] = new((with, other) => Out(with) == Out(other) - 3, Loses("clean-up-scale"), [Job], Say(Utc(11, 27, 10, 0), "code-red", "targeted")) { Other = [Everything] },
        ["after October: owners"] = new(Earns("owners-named"), Both(Hours(12), Outage(0.5m)), [Job], Do(Utc(10, 26, 9, 0), "name-owners")),
        ["after October: drafts"] = new(Earns("words-ready"), Both(Hours(5), Outage(0.5m)), [Job], Do(Utc(10, 26, 9, 0), "write-ahead")),
    };

    public static TheoryData<string> Names => [.. Points.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void ADecisionPointHasItsEffectAndItsDownside(string name)
    {
        var point = Points[name];
        var with = Of([.. point.Before, .. point.Option]);
        var without = Of([.. point.Before, .. point.Other]);
        Assert.True(point.Effect(with, without), "It has no effect.");
        Assert.True(point.Downside(with, without), "It has no downside.");
    }

    [Fact]
    public void EveryPointOfTheFactBaseIsHere()
    {
        string[] points = [.. "0 1a 1b 1c 1d 1e 1f 2 3a 3b 4 5 6 7a 7b 7c 8a 8b 8c 8d 9a 9b 9c 9d 9e 10a 10b 10c 11 12 13a 13b 13c 13d 14".Split(' ')];
        Assert.Empty(points.Except(Points.Keys.Select(name => name.Split(' ')[0])));
    }

    /// <summary>Before 18 October the board is only there to be seen.</summary>
    [Fact]
    public void NothingIsRotatedBeforeAnybodyKnows()
    {
        var run = PlaythroughRun.Of(Shipped, File([Do(Utc(10, 17, 9, 0), "revoke", "moveworks-token")]));
        Assert.Contains("Nothing has leaked yet that you know of.", Assert.Single(run.Misses).Message, StringComparison.Ordinal);
    }

    static Comparison Becomes(Condition condition, DateTimeOffset? at = null) => (with, without) => Fold(with, at, condition) && !Fold(without, at, condition);

    static Comparison Holds(Condition condition) => (with, _) => Fold(with, null, condition);

    static Comparison Came(string inject) => Becomes(Released(inject));

    static Comparison Earns(string rule) => (with, without) => Rule(with, rule) > Rule(without, rule);

    static Comparison Loses(string rule) => (with, without) => Rule(with, rule) < Rule(without, rule);

    static Comparison Outage(decimal hours) => (with, without) => Out(with) >= Out(without) + hours;

    static Comparison Hours(decimal hours) => (with, without) => Spent(with) >= Spent(without) + hours;

    static Comparison Both(Comparison one, Comparison other) => (with, without) => one(with, without) && other(with, without);

    static Condition Not(Condition condition) => new Condition.Not(condition);

    static Condition Flag(string id) => new Condition.Flag(id);

    static Condition Released(string inject) => new Condition.Released(inject);

    static Condition Known(string foothold) => new Condition.FootholdIs(foothold, FootholdTest.Known);

    static Condition Planted(string foothold) => new Condition.FootholdIs(foothold, FootholdTest.Planted);

    static Condition Live(string foothold) => new Condition.FootholdIs(foothold, FootholdTest.Live);

    static decimal Out(PlaythroughRun run) => run.Team().World.OutageHours;

    static decimal Spent(PlaythroughRun run) => run.Team().Decisions.Sum(decision => decision.Effort);

    static decimal Rule(PlaythroughRun run, string rule) => run.Score.Lines.Single(line => line.RuleId == rule).Points;

    static IEnumerable<string> Path(PlaythroughRun run) => run.Log.OfType<Event.AdversaryMoved>().Select(e => e.Step);

    /// <summary>Whether a condition held at a scenario time of a run; null: at its end.</summary>
    static bool Fold(PlaythroughRun run, DateTimeOffset? at, Condition condition)
    {
        var time = at ?? run.Exercise.Now;
        var then = run.Log.Skip(1).TakeWhile(e => e.Time <= time).Aggregate(Exercise.Open(Shipped, (Event.Opened)run.Log[0]), (exercise, e) => exercise.Apply(e));
        return new Facts(Shipped, then.Teams[0], time).Holds(condition);
    }

    static PlaythroughRun Of(PlaythroughStep[] steps)
    {
        var run = PlaythroughRun.Of(Shipped, File(steps));
        Assert.True(run.Misses.IsEmpty, string.Join('\n', run.Misses.Select(miss => miss.Message)));
        return run;
    }

    static Playthrough File(PlaythroughStep[] steps) => new() { Id = "run", Title = "Run", Steps = [.. steps.OrderBy(step => step.At)] };

    static PlaythroughStep Do(DateTimeOffset at, string action, string? target = null) => new() { At = at, Action = action, Target = target };

    static PlaythroughStep Say(DateTimeOffset at, string inject, string reply) => new() { At = at, Inject = inject, Reply = reply };

    static PlaythroughStep[] OnFour(DateTimeOffset at, string action) => [.. Four.Select(id => Do(at, action, id))];

    /// <summary>What holds of a play with an option, compared with the play without it.</summary>
    delegate bool Comparison(PlaythroughRun with, PlaythroughRun without);

    sealed record Point(Comparison Effect, Comparison Downside, PlaythroughStep[] Before, params PlaythroughStep[] Option)
    {
        /// <summary>What is done instead; nothing unless said.</summary>
        public PlaythroughStep[] Other { get; init; } = [];
    }
}
