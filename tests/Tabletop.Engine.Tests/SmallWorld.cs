using System.Collections.Immutable;

namespace Tabletop.Engine.Tests;

/// <summary>
/// A scenario small enough to hold in one's head: one day in two phases, two credentials, an attacker who comes at
/// 04:00, enters through the gateway at 12:00 with key A or key B, and plants an implant at 14:00.
/// Morning 00:00 to 10:00 plays in 10 minutes, evening 10:00 to 20:00 in 20.
/// </summary>
static class SmallWorld
{
    internal static readonly DateTimeOffset Day = new(2023, 1, 1, 0, 0, 0, TimeSpan.Zero);

    internal static readonly Scenario Scenario = new()
    {
        Id = "small-world",
        Title = "Small world",
        Summary = "A test.",
        Hash = "0",
        Paces = new([new("standard", "Standard"), new("quick", "Quick")]),
        Phases = new([Phase("morning", 0, 10, 10), Phase("evening", 10, 20, 20)]),
        Roles = new([new("commander", "Commander", ""), new("soc", "SOC", ""), new("platform", "Platform", "")]),
        Systems = new([System("gateway"), System("server"), System("museum", targetable: false)]),
        Credentials = new([Credential("key-a", "forgotten"), Credential("key-b"), Credential("key-dead", live: false)]),
        Footholds = new([
            new() { Id = "session", Title = "Session", System = "server", Holds = AnyKey },
            new() { Id = "implant", Title = "Implant", System = "server", Holds = new Condition.Not(new Condition.SystemIs("server", "isolated")) },
        ]),
        Adversary = new("waiting", new([
            State("waiting", Step("probe", 4, null, "probing")),
            State(
                "probing",
                Step("enter", 12, AnyKey, "inside", new RefusedSpec(null, TimeSpan.FromHours(1), [new Effect.Count("refusals", 1)]), new Effect.PlantFoothold("session"))),
            State(
                "inside",
                Step("plant", 14, new Condition.FootholdIs("session", FootholdTest.Live), "rooted", new RefusedSpec("shut-out", null, []), new Effect.PlantFoothold("implant"))),
            State("rooted"),
            State("shut-out"),
        ])),
        Actions = new([
            Action("rotate", TargetKind.Credential, 2, 4, effects: [new Effect.EndCredential(null, null, CredentialEnd.Rotated)]) with
            {
                Outage = new(0, CredentialPrice.Cut),
                Findings = [new(new Condition.CredentialIs(Condition.TheTarget, CredentialTest.Usable), null, "{target} was live. {finding}"), new(null, null, "{target} was dead.")],
            },
            Action("test-secret", TargetKind.Credential, 0.5, 1, effects: [new Effect.RevealCredential(null, null)]),
            Action("isolate", TargetKind.System, 0.25, 2, effects: [new Effect.MarkSystem(null, "isolated", true)]) with { Roles = ["platform"] },
            Action("hunt", TargetKind.System, 1, 3, effects: [new Effect.RevealFoothold("implant")]) with { Repeat = ActionRepeat.Always },
            Action("remove", TargetKind.Foothold, 1, 1, effects: [new Effect.RemoveFoothold(null)]),
            Action("declare", TargetKind.None, 0, 0, effects: [new Effect.SetFlag("declared", true)]) with
            {
                Needs = new Condition.Any([new Condition.Released("alert"), new Condition.Adversary("probing", true)]),
                NeedsSays = "nothing has happened yet.",
            },
            Action("siege", TargetKind.None, 1, 21),
        ]),
        Injects = new([
            Inject("welcome", new Trigger.AtTime(At(1), null)),
            Inject("alert", new Trigger.When(new Condition.Adversary("inside", true), TimeSpan.FromMinutes(30))) with { To = ["soc"] },
            Inject("quiet", new Trigger.AtTime(At(13), new Condition.Not(new Condition.Adversary("inside", true)))),
            Inject("extra", new Trigger.Manual()),
            Inject("late-reminder", new Trigger.When(
                new Condition.All([new Condition.From(At(6)), new Condition.Not(new Condition.Did("rotate", null, true))]), TimeSpan.Zero)),
            Inject("plan", new Trigger.AtTime(At(2), null)) with
            {
                Question = new("What now?", new([
                    new("wait", "Wait", "", []),
                    new("act", "Act", "Good.", [new Effect.SetFlag("acting", true)]),
                ])),
            },
        ]),
        Scoring = new([
            Rule("key-life", Dimension.Rotation, 10, new Measure.HowLong(new Condition.CredentialIs("key-a", CredentialTest.Usable), At(0), At(20), TimeSpan.FromHours(2), TimeSpan.FromHours(12))),
            Rule("declared", Dimension.Communication, 10, new Measure.HowSoon(new Condition.Flag("declared"), At(4), At(14))),
            Rule("refusals", Dimension.Detection, 5, new Measure.HowMuch("refusals", 0, 5)) with { Applies = new Condition.Adversary("probing", true) },
            Rule("outage", Dimension.Continuity, 5, new Measure.HowMuch(Facts.OutageHours, 2, 12)),
            Rule("clean", Dimension.Containment, 20, new Measure.AtTheEnd(new Condition.Not(new Condition.FootholdIs("implant", FootholdTest.Live)))),
        ]),
        Endings = new([
            new() { Id = "kept-out", Title = "Kept out", Body = "", When = new Condition.Not(new Condition.Adversary("inside", true)) },
            new() { Id = "entered", Title = "Entered", Body = "" },
        ]),
    };

    static Condition AnyKey => new Condition.Any([
        new Condition.CredentialIs("key-a", CredentialTest.Usable),
        new Condition.CredentialIs("key-b", CredentialTest.Usable),
    ]);

    internal static DateTimeOffset At(double hour) => Day.AddHours(hour);

    static PhaseSpec Phase(string id, int start, int end, int minutes) => new()
    {
        Id = id,
        Title = id,
        Start = At(start),
        End = At(end),
        Takes = ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, [
            KeyValuePair.Create("standard", TimeSpan.FromMinutes(minutes)),
            KeyValuePair.Create("quick", TimeSpan.FromMinutes(minutes / 5d)),
        ]),
        Effort = 20,
    };

    static SystemSpec System(string id, bool targetable = true) => new() { Id = id, Title = id, Targetable = targetable };

    static CredentialSpec Credential(string id, string? tag = null, bool live = true) => new()
    {
        Id = id,
        Title = id,
        Kind = "key",
        Tags = tag is null ? [] : [tag],
        Live = live,
        Rotation = new(TimeSpan.FromHours(2), 4, 0),
        CutOutage = 3,
        Finding = $"It opens the gateway ({id}).",
    };

    static AdversaryState State(string id, params AdversaryStep[] steps) => new() { Id = id, Title = id, Steps = [.. steps] };

    static AdversaryStep Step(string id, double at, Condition? needs, string to, RefusedSpec? refused = null, params Effect[] effects) => new()
    {
        Id = id,
        Title = id,
        At = At(at),
        Needs = needs,
        To = to,
        Refused = refused ?? RefusedSpec.GiveUp,
        Effects = [.. effects],
    };

    static ActionSpec Action(string id, TargetKind target, double hours, decimal effort, params Effect[] effects) => new()
    {
        Id = id,
        Title = id,
        Target = target,
        Takes = new(TimeSpan.FromHours(hours)),
        Effort = new(effort),
        Effects = [.. effects],
    };

    static InjectSpec Inject(string id, Trigger trigger) => new()
    {
        Id = id,
        Channel = Channel.Email,
        Title = id,
        From = "Somebody",
        Body = $"Body of {id}.",
        Trigger = trigger,
    };

    static ScoreRule Rule(string id, Dimension dimension, int points, Measure measure) =>
        new() { Id = id, Dimension = dimension, Title = id, Points = points, Measure = measure };
}
