using Tabletop.Engine;

namespace Tabletop.TestKit.Samples;

public static partial class SampleScenario
{
    static IEnumerable<CredentialSpec> Credentials()
    {
        yield return Credential("deploy-key", "Deploy key, build farm", "API key", "Platform team", "today", 4, 3, 1, "code");
        yield return Credential("sso-admin", "Sign-in administrator", "admin account", "Identity team", "today", 2, 2, 0, "gateway");
        yield return Credential("hr-sync", "Personnel data sync", "service account", "People systems", "yesterday", 6, 4, 2, "cloud");
        yield return Credential(Token, "Helpdesk chatbot token", "service token", null, "2 Aug", 4, 5, 1, "gateway") with
        {
            Tags = ["forgotten"],
            Note = "Bought by a team that no longer exists. Listed as unused.",
            Breaks = "Staff can't ask the chatbot for password resets.",
            CutOutage = 6,
            Finding = "The token still passes the gateway. It was last used from the vendor's own network.",
        };
        yield return Credential(Account, "Sheet integration account", "service account", null, null, 5, 6, 2, Host) with
        {
            Tags = ["forgotten"],
            Note = "Administrator rights in tickets. No list names an owner.",
            Breaks = "Project reports stop updating.",
            CutOutage = 8,
            Finding = "The account signs in, and it has administrator rights in the ticket system.",
        };
        yield return Credential(Repositories, "Code mirror account", "service account", "Developer tools (dissolved)", "11 May", 3, 4, 1, "code") with { Tags = ["forgotten"] };
        yield return Credential("market-cloud", "Marketplace cloud account key", "API key", null, "9 Jan", 2, 3, 0, "cloud") with { Tags = ["forgotten"] };
        yield return Credential(Dead, "Old backup key", "API key", "Storage team", "2021", 2, 2, 0, "cloud") with { Live = false, Note = "Expired with the contract." };
        string[] rest =
        [
            "Status page publisher|API key|Communications|today|gateway", "Payroll export|certificate|Finance systems|30 Sep|cloud",
            "Metrics collector|service account|Observability|today|cloud", "Survey tool token|service token||14 Mar|gateway",
            "Calendar bridge|OAuth client|Workplace|today|gateway", "Build cache writer|API key|Platform team|today|code",
            "Translation vendor|service account|Docs|1 Oct|wiki-host", "Licence scanner|API key|Legal engineering|22 Sep|code",
            "Door system sync|certificate|Facilities||gateway", "Incident pager|API key|SOC|today|gateway",
            "Trial analytics token|service token||never|cloud", "Contractor portal|service account|Procurement|3 Oct|gateway",
        ];
        foreach (var (line, index) in rest.Select((line, index) => (line.Split('|'), index)))
        {
            yield return Credential($"other-{index + 1}", line[0], line[1], line[2].Length > 0 ? line[2] : null, line[3] is "never" or "" ? null : line[3], 3, 2, 0.5m, line[4]) with
            {
                Live = index % 3 != 2,
            };
        }
    }

    static CredentialSpec Credential(string id, string title, string kind, string? owner, string? lastUse, int hours, decimal effort, decimal outage, string opens) => new()
    {
        Id = id,
        Title = title,
        Kind = kind,
        Owner = owner,
        LastUse = lastUse,
        Opens = [opens],
        Rotation = new(TimeSpan.FromHours(hours), effort, outage),
        CutOutage = outage * 3,
    };

    /// <summary>Eight lines of a log, of which one was refused.</summary>
    public const string SignIns =
        "02:11:04 chatbot ALLOW 198.51.100.7\n02:12:09 chatbot ALLOW 198.51.100.7\n02:14:40 chatbot DENY 203.0.113.9\n02:20:00 chatbot ALLOW 198.51.100.7\n"
        + "03:01:12 chatbot ALLOW 198.51.100.7\n03:05:30 chatbot ALLOW 198.51.100.7\n03:40:02 chatbot ALLOW 198.51.100.7\n04:00:00 chatbot ALLOW 198.51.100.7\n";

    static IEnumerable<ActionSpec> Actions()
    {
        yield return new()
        {
            Id = "check", Title = "Check whether it works", Summary = "Signs in once with the leaked secret, announced to the owner.", Group = "Credentials",
            Target = TargetKind.Credential, Takes = new(TimeSpan.FromHours(1)), Effort = new(1),
            Effects = [new Effect.RevealCredential(null, null)],
            Findings =
            [
                new(new Condition.CredentialIs(Condition.TheTarget, CredentialTest.Dead), null, "**{target}** no longer works."),
                new(null, null, "**{target}** still works. {finding}"),
            ],
        };
        yield return new()
        {
            Id = "rotate", Title = "Rotate", Summary = "Issues a new secret with the owner and ends the old one.", Group = "Credentials",
            Target = TargetKind.Credential,
            Takes = new(default, CredentialPrice.Rotation), Effort = new(0, CredentialPrice.Rotation), Outage = new(0, CredentialPrice.Rotation),
            Effects = [new Effect.EndCredential(null, null, CredentialEnd.Rotated)],
            Findings = [new(null, null, "**{target}** has a new secret; the old one is refused.")],
        };
        yield return new()
        {
            Id = "disable", Title = "Disable, then watch", Summary = "Switches it off and waits for complaints.", Group = "Credentials",
            Target = TargetKind.Credential, Takes = new(TimeSpan.FromMinutes(30)), Effort = new(0.5m), Outage = new(0, CredentialPrice.Cut),
            Warning = "What depends on it stops at once.",
            Effects = [new Effect.EndCredential(null, null, CredentialEnd.Disabled)],
        };
        yield return new()
        {
            Id = "hunt", Title = "Hunt for what does not belong", Summary = "Goes through accounts, plugins and processes of a system.", Group = "Find out",
            Target = TargetKind.System, Takes = new(TimeSpan.FromHours(3)), Effort = new(5), Repeat = ActionRepeat.Always,
            Roles = ["soc", "incident-commander"],
            Effects = [new Effect.RevealFoothold(RogueUser), new Effect.RevealFoothold(Implant)],
            Findings =
            [
                new(new Condition.FootholdIs(Implant, FootholdTest.Planted), Host, "Two things stand out: a staff-like account made by a **service account**, and a process `jvm-agent` with a steady outbound connection."),
                new(new Condition.FootholdIs(RogueUser, FootholdTest.Planted), Host, "One account, `t.lindqvist`, was made on 16 November by a **service account**. Nobody in the office knows the name."),
                new(null, null, "Nothing on {target} that does not belong there."),
            ],
        };
        yield return new()
        {
            Id = "snapshot", Title = "Snapshot evidence", Summary = "Copies memory, disk and logs before anything is cleaned.", Group = "Evidence",
            Target = TargetKind.System, Takes = new(TimeSpan.FromHours(2)), Effort = new(4),
            Effects = [new Effect.MarkSystem(null, "snapshot taken", true), new Effect.SetFlag("evidence", true)],
        };
        yield return new()
        {
            Id = "isolate", Title = "Isolate", Summary = "Cuts a system off from everything but responders.", Group = "Contain",
            Target = TargetKind.System, Targets = [Host, "code", "cloud"], Takes = new(TimeSpan.FromMinutes(20)), Effort = new(2), Outage = new(10),
            Warning = "Wiki and tickets are what responders themselves work with.",
            Needs = new Condition.Flag("declared"), NeedsSays = "Declare an incident first: cutting off a shared system needs that authority.",
            Effects = [new Effect.MarkSystem(null, "isolated", true)],
        };
        yield return new()
        {
            Id = "remove", Title = "Remove", Summary = "Deletes what the attacker left.", Group = "Contain",
            Target = TargetKind.Foothold, Takes = new(TimeSpan.FromMinutes(45)), Effort = new(2),
            Warning = "Without a snapshot its traces are gone for good.",
            Effects = [new Effect.RemoveFoothold(null)],
        };
        yield return new()
        {
            Id = "declare", Title = "Declare an incident", Summary = "Brings network, identity and legal people in.", Group = "Coordinate",
            Takes = new(TimeSpan.FromMinutes(10)), Effort = new(1), Roles = ["incident-commander"],
            Effects = [new Effect.SetFlag("declared", true)],
        };
        yield return new()
        {
            Id = "notify", Title = "Tell the supplier", Summary = "Says what you saw and asks what they know.", Group = "Coordinate",
            Takes = new(TimeSpan.FromHours(1)), Effort = new(1), Roles = ["communications", "incident-commander"],
            Effects = [new Effect.SetFlag("notified", true)],
            Findings = [new(null, null, "The supplier confirms: five customers' sessions were taken. Yours is the **fifth**.")],
        };
        yield return new()
        {
            Id = "logs", Title = "Search the sign-in log", Summary = "One word.", Group = "Tools", IsTool = true,
            Target = TargetKind.Topic, Search = true, Repeat = ActionRepeat.Always, Takes = new(TimeSpan.FromMinutes(20)), Effort = new(0.5m),
            Topics = new([new("chatbot", "The chatbot's sign-ins", ["chatbot", "token"], []), new(Tools.Nothing, "nothing found", [], [])]),
            Findings =
            [
                new(null, "chatbot", "From the gateway:\n\n```\n" + SignIns + "```\n\nAll of them at **night**."),
                new(null, Tools.Nothing, "No line has that word."),
            ],
        };
    }
}
