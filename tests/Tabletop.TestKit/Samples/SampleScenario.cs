using System.Collections.Immutable;
using Tabletop.Engine;

namespace Tabletop.TestKit.Samples;

/// <summary>A small scenario with one of everything that pages and their view records have to show.</summary>
public static partial class SampleScenario
{
    public const string Token = "chatbot-token";
    public const string Account = "sheet-account";
    public const string Repositories = "code-account";
    public const string Dead = "retired-key";
    public const string Host = "wiki-host";
    public const string RogueUser = "rogue-user";
    public const string Implant = "implant";

    public static Scenario Value { get; } = Build();

    public static DateTimeOffset At(int month, int day, int hour, int minute = 0) => new(2023, month, day, hour, minute, 0, TimeSpan.Zero);

    static Scenario Build()
    {
        var scenario = new Scenario
        {
            Id = "leaked-keys",
            Title = "Leaked keys 2023",
            Summary = "A supplier lost support files. Somewhere in them are secrets that still open your wiki, your tickets and your code.",
            Briefing = """
                You run security at **Northgate**, a network company. On 18 October your own monitoring showed that
                files sent to a supplier's support desk had been taken.

                - Twenty-four secrets are known to have been in them.
                - You do not know which of them still work.
                - Rotating costs analyst hours, and something breaks each time.
                """,
            Paces = new([new("standard", "Standard, about 50 minutes"), new("quick", "Quick, 15 minutes")]),
            Phases = new([
                Phase("notice", "Notice and rotation", "You have days, not hours. Decide what to rotate first.", At(10, 18, 8), At(11, 14, 9), 900, 240, 60),
                Phase("probing", "Odd sign-ins", "Something is trying old secrets.", At(11, 14, 9), At(11, 17, 14), 720, 200, 24),
                Phase("quiet", "Quiet days", "Nothing seems to happen. Use the time.", At(11, 17, 14), At(11, 22, 14), 300, 120, 30),
                Phase("night", "The night of the 23rd", "An alert on a holiday. This runs almost in real time.", At(11, 22, 14), At(11, 24, 14), 1200, 340, 36),
            ]),
            Roles = new([
                new("incident-commander", "Incident commander", "Decides what is done first and says so."),
                new("soc", "SOC analyst", "Reads alerts and logs, hunts."),
                new("identity", "Identity engineer", "Owns accounts, tokens and what they open."),
                new("communications", "Communications", "Tells the people who must know."),
            ]),
            Objectives = new([new("L1", "Valid credentials need no malware"), new("L3", "What no list shows is left behind")]),
            Systems = new([
                new() { Id = "gateway", Title = "Access gateway", Summary = "Lets known service tokens in from outside.", Reaches = [Host] },
                new() { Id = Host, Title = "Wiki and ticket host", Summary = "Runs the wiki, the tickets and their plugins.", Reaches = ["code", "console"] },
                new() { Id = "code", Title = "Code hosting", Summary = "11,904 repositories." },
                new() { Id = "cloud", Title = "Marketplace cloud account", Summary = "Apart from everything else." },
                new() { Id = "console", Title = "Console server, branch office", Summary = "Not in production yet.", Targetable = false },
            ]),
            Credentials = new(Credentials()),
            Footholds = new([
                new() { Id = RogueUser, Title = "Account “t.lindqvist”", Summary = "Looks like staff; made by a service account.", System = Host, Holds = new Condition.CredentialIs(Token, CredentialTest.Usable) },
                new() { Id = Implant, Title = "Process “jvm-agent”", Summary = "Calls home from the wiki host.", System = Host, Holds = new Condition.Not(new Condition.SystemIs(Host, "isolated")) },
            ]),
            Adversary = Adversary(),
            Actions = new(Actions()),
            Injects = new(Injects()),
            Scoring = new(Scoring()),
            Endings = new([
                new() { Id = "kept-out", Title = "Kept out", Body = "The old secrets were dead before anybody tried them. The attacker never saw your wiki.", When = new Condition.Not(new Condition.Adversary("inside", Ever: true)) },
                new() { Id = "evicted", Title = "Evicted", Body = "They came in, and you put them out before the night was over.", When = new Condition.Not(new Condition.FootholdIs(Implant, FootholdTest.Live)) },
                new() { Id = "still-there", Title = "Still there", Body = "At the end the implant on the wiki host still answers to somebody else." },
            ]),
        };
        return scenario with { History = History(), Playthroughs = [Ideal()] };
    }

    static PhaseSpec Phase(string id, string title, string summary, DateTimeOffset start, DateTimeOffset end, int standard, int quick, decimal effort) => new()
    {
        Id = id,
        Title = title,
        Summary = summary,
        Start = start,
        End = end,
        Takes = ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, new KeyValuePair<string, TimeSpan>[]
        {
            new("standard", TimeSpan.FromSeconds(standard)),
            new("quick", TimeSpan.FromSeconds(quick)),
        }),
        Effort = effort,
    };

    static AdversarySpec Adversary() => new("holding", new([
        State("holding", "Holding the secrets", Step("try-cloud", "Signs in to the cloud account", At(11, 14, 10), new Condition.CredentialIs(Repositories, CredentialTest.Usable), "probing", refused: "probing")),
        State("probing", "Probing old secrets", Step("enter", "Comes through the gateway into the wiki", At(11, 15, 16, 28), new Condition.All([
            new Condition.CredentialIs(Token, CredentialTest.Usable),
            new Condition.CredentialIs(Account, CredentialTest.Usable),
        ]), "inside", refused: "shut-out")),
        State("inside", "Inside wiki and tickets", Step("make-user", "Makes an account that looks like staff", At(11, 16, 14, 36), null, "settled", new Effect.PlantFoothold(RogueUser))),
        State("settled", "Quiet, with a way back", Step("plant", "Installs an implant through a ticket plugin", At(11, 22, 14, 18), new Condition.FootholdIs(RogueUser, FootholdTest.Live), "implanted", new Effect.PlantFoothold(Implant)) with
        {
            Refused = new("shut-out", null, []),
        }),
        State("implanted", "Copying repositories", Step("copy", "Archives repositories on the host", At(11, 23, 6), new Condition.FootholdIs(Implant, FootholdTest.Live), "copied", new Effect.Count("repositories", 76))
            with { Refused = new("shut-out", null, []) }),
        State("copied", "Has copied the repositories"),
        State("shut-out", "Shut out"),
    ]));

    static AdversaryState State(string id, string title, params ImmutableArray<AdversaryStep> steps) => new() { Id = id, Title = title, Steps = steps };

    static AdversaryStep Step(string id, string title, DateTimeOffset at, Condition? needs, string to, Effect? effect = null, string? refused = null) => new()
    {
        Id = id,
        Title = title,
        At = at,
        Needs = needs,
        To = to,
        Effects = effect is null ? [] : [effect],
        Refused = refused is null ? RefusedSpec.GiveUp : new(refused, null, []),
    };
}
