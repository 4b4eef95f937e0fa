using System.Collections.Immutable;

namespace Tabletop.Engine;

/// <summary>An action that somebody would have the team decide. It costs nothing and changes nothing in the world.</summary>
/// <param name="Name">The proposer's, as it was then.</param>
/// <param name="Confidence">Percent, 0 to 100.</param>
/// <param name="Time">Scenario time.</param>
/// <param name="Version">Version of the event that brought it.</param>
public sealed record ActionProposal(
    string Id, string Person, string Name, string Action, string? Target, string Reason, int Confidence, DateTimeOffset Time, long Version, string Alternatives = "")
{
    /// <summary>What the others say, one of each person, the oldest first.</summary>
    public ImmutableArray<Voice> Voices { get; init; } = [];

    /// <summary>Null while it is open.</summary>
    public ProposalEnd? End { get; init; }
}

public enum ProposalEnd
{
    /// <summary>The team decided the same action on the same target.</summary>
    Decided,

    /// <summary>Its proposer took it back, or whoever decides it put it aside.</summary>
    Dropped,
}

/// <param name="For">False: an objection, which has a reason.</param>
/// <param name="Time">Scenario time.</param>
public sealed record Voice(string Person, string Name, bool For, string Reason, DateTimeOffset Time);

public sealed partial record Team
{
    /// <summary>In order of being made, those that have ended included.</summary>
    public ImmutableArray<ActionProposal> Proposed { get; init; } = [];

    internal ActionProposal? OpenProposal(string action, string? target) =>
        Proposed.FirstOrDefault(item => item.End is null && item.Action == action && item.Target == target);

    internal Team Discussed(Event e) => e switch
    {
        Event.ActionProposed made => this with
        {
            Proposed = Proposed.Add(new(made.Proposal, made.Person, made.Name, made.Action, made.Target, made.Reason, made.Confidence, e.Time, e.Version, made.Alternatives)),
        },
        Event.ActionVoiced voiced => Revise(voiced.Proposal, item => item with
        {
            Voices = [.. item.Voices.Where(voice => voice.Person != voiced.Person), .. voiced.For is { } side ? [new Voice(voiced.Person, voiced.Name, side, voiced.Reason, e.Time)] : (Voice[])[]],
        }),
        Event.ProposalDropped dropped => Revise(dropped.Proposal, item => item with { End = ProposalEnd.Dropped }),
        Event.DecisionMade made when OpenProposal(made.Action, made.Target) is { } open => Revise(open.Id, item => item with { End = ProposalEnd.Decided }),
        _ => this,
    };

    Team Revise(string proposal, Func<ActionProposal, ActionProposal> edit) =>
        this with { Proposed = [.. Proposed.Select(item => item.Id == proposal ? edit(item) : item)] };
}

public sealed partial record Exercise
{
    /// <summary>Proposed actions of one team, those that have ended included.</summary>
    public const int MaxProposals = 500;

    /// <param name="now">Scenario time.</param>
    Rejection? Discuss(Command command, DateTimeOffset now, Action<Event> emit) => command switch
    {
        Command.ProposeAction propose => Propose(propose, now, emit),
        Command.VoiceOnAction voice => GiveVoice(voice, emit),
        Command.DropProposal drop => Drop(drop, emit),
        _ => throw new InvalidOperationException($"No rule for {command.GetType().Name}."),
    };

    Rejection? Propose(Command.ProposeAction propose, DateTimeOffset now, Action<Event> emit)
    {
        if (Aim(propose.Person, propose.Action, propose.Target, propose.Confidence, out var aimed) is { } unclear)
        {
            return unclear;
        }

        var (person, team, action, target, _) = aimed!;
        if ((RefuseProposal(team, action, target) ?? RefuseState(team, action, target, now)) is { } refusal)
        {
            return refusal;
        }

        return team.Proposed.Length >= MaxProposals
            ? new(RejectionCode.BadValue, $"A team has at most {MaxProposals} proposals. Write it in the chat.")
            : Do(emit, new Event.ActionProposed(team.Id, person.Id, person.Name, propose.Id, action.Id, target, propose.Reason.Trim(), propose.Confidence, propose.Alternatives.Trim()));
    }

    /// <summary>Why an action that a team could decide can't be proposed in it, or null.</summary>
    static Rejection? RefuseProposal(Team team, ActionSpec action, string? target) =>
        action.IsTool || action.Search ? new(RejectionCode.BadValue, $"'{action.Title}' only asks something. Ask it, or write in the team's chat what you would ask.")
        : team.OpenProposal(action.Id, target) is { } open ? new(RejectionCode.AlreadyDone, $"{open.Name} has proposed this at {open.Time}. Say whether you are for it.")
        : null;

    Rejection? GiveVoice(Command.VoiceOnAction give, Action<Event> emit)
    {
        if (FindOpen(give.Person, give.Proposal, out var person, out var proposal) is { } refusal)
        {
            return refusal;
        }

        if (proposal!.Person == person!.Id)
        {
            return new(RejectionCode.BadValue, "It is your own proposal. If you have changed your mind, take it back.");
        }

        var reason = give.For is null ? "" : give.Reason.Trim();
        if (give.For == false && reason.Length == 0)
        {
            return new(RejectionCode.BadValue, "Say what speaks against it: whoever decides has to weigh it.");
        }

        var before = proposal.Voices.FirstOrDefault(voice => voice.Person == person.Id);
        return before?.For == give.For && (before?.Reason ?? "") == reason
            ? null
            : Do(emit, new Event.ActionVoiced(person.Team, person.Id, person.Name, proposal.Id, give.For, reason));
    }

    Rejection? Drop(Command.DropProposal drop, Action<Event> emit)
    {
        if (FindOpen(drop.Person, drop.Proposal, out var person, out var proposal) is { } refusal)
        {
            return refusal;
        }

        return MayDrop(person!, proposal!)
            ? Do(emit, new Event.ProposalDropped(person!.Team, person.Id, person.Name, proposal!.Id))
            : new(RejectionCode.NotYourRole, $"{proposal!.Name} can take this back, or whoever decides it can take it off the list. You can object to it.");
    }

    /// <summary>The proposer, and whoever may decide the action.</summary>
    public bool MayDrop(Person person, ActionProposal proposal) =>
        proposal.Person == person.Id || RefuseRole(person, Scenario.Actions[proposal.Action], proposal.Target) is null;

    /// <summary>Title of what a proposed action is aimed at; null: it has no target.</summary>
    public string? TargetTitleOf(ActionProposal proposal) =>
        proposal.Target is null ? null : Targets.TitleOf(Scenario, Scenario.Actions[proposal.Action], proposal.Target);

    Rejection? FindOpen(string personId, string id, out Person? person, out ActionProposal? proposal)
    {
        proposal = null;
        if (!People.TryGetValue(personId, out person))
        {
            return NotSeated;
        }

        if (NotLive("discuss in") is { } late)
        {
            return late;
        }

        proposal = FindTeam(person.Team)!.Proposed.FirstOrDefault(item => item.Id == id);
        return proposal switch
        {
            null => new(RejectionCode.UnknownDecision, "Your team has no such proposal."),
            { End: ProposalEnd.Decided } => new(RejectionCode.AlreadyDone, "Your team has decided this meanwhile."),
            { End: ProposalEnd.Dropped } => new(RejectionCode.AlreadyDone, "This proposal was taken off the list meanwhile."),
            _ => null,
        };
    }
}
