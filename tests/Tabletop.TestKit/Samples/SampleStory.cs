using Tabletop.Engine;

namespace Tabletop.TestKit.Samples;

public static partial class SampleScenario
{
    static IEnumerable<InjectSpec> Injects()
    {
        yield return Inject("notice", Channel.Alert, "Support files taken", "Monitoring", new Trigger.AtTime(At(10, 18, 8), null), """
            An administrator session was used from a network that is not ours. It belongs to a support case that
            **we** opened at the supplier on 11 October.

            | time | source | result |
            |---|---|---|
            | 07:12 | 203.0.113.24 | session accepted |
            | 07:31 | 203.0.113.24 | list of users read |
            | 07:58 | – | session ended by us |
            """) with { Expects = ["Ask which secrets were in the support files", "Tell the supplier"], Objectives = ["L1"] };
        yield return Inject("inventory", Channel.Ticket, "Inventory of what leaked", "Identity team", new Trigger.AtTime(At(10, 18, 13), null), """
            Twenty entries so far. The board shows what the inventory says of each.

            1. Eight are in daily use and have an owner.
            2. The rest **look unused**. Nobody has tried them.
            """) with { To = ["identity", "incident-commander"], Objectives = ["L3"] };
        yield return Inject("owner-call", Channel.Phone, "Developer tools, about the chatbot", "Jonas Weber", new Trigger.AtTime(At(10, 20, 9, 30), null), """
            > “The chatbot? That was Maren's team, they were dissolved in spring. I think it is off. I would not know who to ask.”
            """) with { To = ["identity"] };
        yield return Inject("press", Channel.News, "Supplier admits theft of support files", "The Ledger", new Trigger.AtTime(At(11, 3, 12), null), "The supplier now says that files of **134 customers** were read over nineteen days.");
        yield return Inject("refused", Channel.Log, "Refused sign-ins", "Gateway log", new Trigger.AtTime(At(11, 14, 9, 22), null), """
            ```
            2023-11-14T09:22:49Z deny  user=svc-hr-sync     src=198.51.100.7  reason=rotated
            2023-11-14T09:24:02Z deny  user=svc-build-cache src=198.51.100.7  reason=unknown-device
            2023-11-14T09:31:40Z deny  user=dashboard       src=198.51.100.7  reason=hardware-key-required
            ```
            """) with { To = ["soc"], Expects = ["Treat one use of a retired account as an incident"] };
        yield return Inject("new-user", Channel.Ticket, "Who is t.lindqvist?", "Office Lisbon", new Trigger.When(new Condition.FootholdIs(RogueUser, FootholdTest.Planted), TimeSpan.FromHours(20)), """
            A colleague I do not know has been watching our tickets since yesterday. Is this person new?
            """) with
        {
            To = ["soc"],
            Question = new("What do you tell the office?", new([
                new("look", "We look at the account first", "The account was made by a *service account*, not by personnel.", []),
                new("thanks", "Thank you, probably a new joiner", "", []),
                new("off", "We switch the account off now", "The account was made by a *service account*, not by personnel.", []),
            ])),
        };
        yield return Inject("alert", Channel.Alert, "Group change by a service account", "Ticket system", new Trigger.AtTime(At(11, 23, 16), new Condition.Adversary("implanted", Ever: true)), """
            `svc-sheet` was added to **administrators** by `svc-sheet`. Confidence: high.
            """) with { Expects = ["Declare an incident", "Look for what else the account did"], Objectives = ["L3"] };
        yield return Inject("executive", Channel.Email, "Do I need to call the board?", "Ines Okafor, chief executive", new Trigger.Manual(), """
            I am at a family dinner. In one sentence: is this over, and if not, what do you need from me?
            """) with { To = ["incident-commander", "communications"], Expects = ["One sentence, no speculation"] };
        yield return Inject("vendor-chat", Channel.Chat, "Chatbot is down?", "#helpdesk", new Trigger.When(new Condition.CredentialIs(Token, CredentialTest.Dead), TimeSpan.Zero), """
            **Priya**: is the reset bot down for everybody?
            **Tom**: yes, since a few minutes. Anybody rotating things?
            """);
    }

    static InjectSpec Inject(string id, Channel channel, string title, string from, Trigger trigger, string body) => new()
    {
        Id = id,
        Channel = channel,
        Title = title,
        From = from,
        Trigger = trigger,
        Body = body,
    };

    static IEnumerable<ScoreRule> Scoring()
    {
        yield return Rule("token-dead", Dimension.Rotation, "The chatbot token died before the attacker came", 20, new Measure.HowSoon(new Condition.CredentialIs(Token, CredentialTest.Dead), At(11, 1, 0), At(11, 15, 16)), 12);
        yield return Rule("account-dead", Dimension.Rotation, "The sheet account died before the attacker came", 15, new Measure.HowSoon(new Condition.CredentialIs(Account, CredentialTest.Dead), At(11, 1, 0), At(11, 15, 16)), 18);
        yield return Rule("implant-short", Dimension.Containment, "The implant lived for a short time", 20, new Measure.HowLong(new Condition.FootholdIs(Implant, FootholdTest.Live), At(11, 22, 14), At(11, 24, 14), TimeSpan.FromHours(1), TimeSpan.FromHours(40)), 25);
        yield return Rule("found-user", Dimension.Detection, "The rogue account was found before the alert", 10, new Measure.HowSoon(new Condition.FootholdIs(RogueUser, FootholdTest.Known), At(11, 18, 0), At(11, 23, 16)), 31)
            with { Applies = new Condition.Adversary("settled", Ever: true) };
        yield return Rule("told-supplier", Dimension.Communication, "The supplier heard it from you", 10, new Measure.HowSoon(new Condition.Flag("notified"), At(10, 19, 0), At(10, 25, 0)), 37);
        yield return Rule("evidence-kept", Dimension.Evidence, "Evidence was taken before the clean-up", 10, new Measure.AtTheEnd(new Condition.Flag("evidence")), 43)
            with { Applies = new Condition.FootholdIs(Implant, FootholdTest.Planted) };
        yield return Rule("outage-low", Dimension.Continuity, "Little stood still", 15, new Measure.HowMuch("outage-hours", 4, 24), 49);
    }

    static ScoreRule Rule(string id, Dimension dimension, string title, int points, Measure measure, int line) => new()
    {
        Id = id,
        Dimension = dimension,
        Title = title,
        Points = points,
        Measure = measure,
        Source = new("scenario.yaml", line),
    };

    static Playthrough History() => new()
    {
        Id = "history",
        Title = "What Northgate did",
        Steps =
        [
            Step(At(10, 18, 9), "rotate", "sso-admin"), Step(At(10, 18, 14), "notify", null), Step(At(10, 19, 9), "rotate", "deploy-key"),
            Step(At(10, 24, 9), "rotate", "hr-sync"), Step(At(11, 23, 16, 5), "disable", Account), Step(At(11, 23, 16, 40), "hunt", Host),
            Step(At(11, 23, 17, 43), "declare", null), Step(At(11, 23, 20), "remove", RogueUser), Step(At(11, 24, 11), "remove", Implant),
        ],
    };

    static Playthrough Ideal() => new()
    {
        Id = "ideal",
        Title = "Everything checked in October",
        Steps =
        [
            Step(At(10, 18, 9), "notify", null), Step(At(10, 18, 10), "check", Token), Step(At(10, 18, 10), "check", Account),
            Step(At(10, 19, 9), "rotate", Token), Step(At(10, 19, 9), "rotate", Account), Step(At(10, 20, 9), "rotate", Repositories),
        ],
    };

    static PlaythroughStep Step(DateTimeOffset at, string action, string? target) => new() { At = at, Action = action, Target = target };
}
