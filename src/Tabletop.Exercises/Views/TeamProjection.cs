using System.Collections.Immutable;
using Tabletop.Engine;

namespace Tabletop.Exercises.Views;

/// <summary>Cuts out of an exercise what one participant may see.</summary>
public static class TeamProjection
{
    /// <param name="present">Ids of the persons who are connected.</param>
    /// <param name="events">What this person may see of the log, in order.</param>
    /// <param name="talk">Whether what the team says and writes among itself is shown.</param>
    /// <returns>Null when the person has no seat in this exercise.</returns>
    public static TeamView? Of(Exercise exercise, string person, IReadOnlySet<string> present, IEnumerable<Event>? events = null, bool talk = true)
    {
        if (!exercise.People.TryGetValue(person, out var you) || exercise.FindTeam(you.Team) is not { } team)
            return null;

        var knowledge = new Knowledge(exercise.Scenario, team);
        var phase = exercise.PhaseSpec;
        return new()
        {
            Exercise = exercise.Id,
            Title = exercise.Title,
            Mode = exercise.Mode,
            Version = exercise.Version,
            Clock = ClockView.Of(exercise),
            Phase = new(phase.Title, phase.Summary, phase.Start, phase.End),
            Briefing = exercise.Scenario.Briefing,
            You = SeatOf(exercise, you, present),
            Announcement = exercise.AnnouncementFor(team.Id) is { } said && !said.ReadBy.Contains(person) ? new(said.Id, said.Text, said.Time) : null,
            Hints = [.. team.Hints.Select(hint => new HintView(hint.Id, hint.Text, hint.Cost, hint.Time, !hint.ReadBy.Contains(person)))],
            CatchUp = you is { JoinedLate: true, CaughtUp: false },
            Capacity = new(team.EffortUsed, phase.Effort),
            Inbox = Inboxes.Of(exercise, team, you),
            Credentials = [.. exercise.Scenario.Credentials.Select(item => CredentialOf(exercise.Scenario, item, knowledge) with { Judged = team.Judged.GetValueOrDefault(item.Id) })],
            Systems = [.. exercise.Scenario.Systems.Select(item => SystemOf(exercise.Scenario, item, team, knowledge))],
            Footholds = [.. exercise.Scenario.Footholds.Where(knowledge.Knows).Select(item => FootholdOf(exercise.Scenario, item, team, knowledge))],
            Actions = ActionsOf(exercise, person),
            Decisions = [.. team.Decisions.Reverse().Select(item => MarkedBy(you, team, DecisionOf(exercise, item)))],
            Proposed = [.. team.Proposed.Reverse().Where(item => item.End is null).Select(item => ActionProposalView.Of(exercise, you, item))],
            Members = MembersOf(exercise, team.Id, present),
            Talk = talk ? Talk.Of(exercise, team, you) : TalkView.None,
            Timeline = TeamTimeline.Of(exercise, team, events ?? []),
        };
    }

    internal static ImmutableArray<Seat> MembersOf(Exercise exercise, string team, IReadOnlySet<string> present) =>
        [.. exercise.People.Values.Where(item => item.Team == team)
            .OrderBy(item => item.Name, StringComparer.OrdinalIgnoreCase)
            .Select(item => SeatOf(exercise, item, present))];

    internal static Seat SeatOf(Exercise exercise, Person person, IReadOnlySet<string> present) => new(
        person.Id,
        person.Name,
        person.Team,
        exercise.FindTeam(person.Team)?.Name ?? person.Team,
        person.Role,
        RoleTitle(exercise.Scenario, person.Role),
        present.Contains(person.Id))
    {
        Ready = person.Ready,
    };

    internal static string RoleTitle(Scenario scenario, string role) =>
        scenario.Roles.TryGet(role, out var spec) ? spec.Title : role;

    internal static Phrase NameOf(Exercise exercise, string person) =>
        person == Engine.Answer.TheClock ? (Phrase)"the clock"
        : exercise.People.TryGetValue(person, out var found) ? (Phrase)$"{found.Name}"
        : (Phrase)"somebody who left";

    static DecisionRow MarkedBy(Person you, Team team, DecisionRow row)
    {
        var mark = team.MarkOf(you.Id, InboxMark.ItemOf(row.Id));
        return row with { Unread = mark.Read != true, Flagged = mark.Flagged };
    }

    internal static DecisionRow DecisionOf(Exercise exercise, Decision decision) => new()
    {
        Id = decision.Id,
        ActionId = decision.Action,
        IsTool = exercise.Scenario.Actions[decision.Action].IsTool,
        Action = exercise.Scenario.Actions[decision.Action].Title,
        Target = TargetTitle(exercise.Scenario, decision),
        Asked = decision.Asked,
        By = NameOf(exercise, decision.Person),
        Reason = decision.Reason,
        Confidence = decision.Confidence,
        Alternatives = decision.Alternatives,
        Made = decision.Made,
        Finishes = decision.Finishes,
        Status = decision.Status,
        Finding = decision.Finding,
        Effort = decision.Effort,
        Outage = decision.Outage,
    };

    internal static string? TargetTitle(Scenario scenario, Decision decision) => scenario.Actions[decision.Action].Target switch
    {
        TargetKind.Credential when scenario.Credentials.TryGet(decision.Target, out var credential) => credential.Title,
        TargetKind.System when scenario.Systems.TryGet(decision.Target, out var system) => system.Title,
        TargetKind.Foothold when scenario.Footholds.TryGet(decision.Target, out var foothold) => foothold.Title,
        TargetKind.Topic when decision.Asked is { } asked => $"“{asked}”",
        TargetKind.Topic when scenario.Actions[decision.Action].Topics.TryGet(decision.Target, out var topic) => topic.Title,
        _ => null,
    };

    static CredentialRow CredentialOf(Scenario scenario, CredentialSpec spec, Knowledge knowledge)
    {
        var (state, since) = knowledge.Of(spec);
        return new()
        {
            Id = spec.Id,
            Title = spec.Title,
            Kind = spec.Kind,
            Owner = spec.Owner,
            LastUse = spec.LastUse,
            Note = spec.Note,
            Breaks = spec.Breaks,
            Opens = [.. spec.Opens.Select(id => NamedSystem(scenario, id))],
            State = state,
            Since = since,
            Doing = knowledge.DoingTo(spec.Id),
        };
    }

    static SystemRow SystemOf(Scenario scenario, SystemSpec spec, Team team, Knowledge knowledge) => new(
        spec.Id,
        spec.Title,
        spec.Summary,
        spec.Targetable,
        [.. spec.Reaches.Select(id => NamedSystem(scenario, id))],
        [.. scenario.Credentials.Where(item => item.Opens.Contains(spec.Id)).Select(item => new Named(item.Id, item.Title))],
        knowledge.MarksOn(spec.Id),
        [.. scenario.Footholds.Where(item => item.System == spec.Id && knowledge.Knows(item)).Select(item => FootholdOf(scenario, item, team, knowledge))],
        knowledge.DoingTo(spec.Id));

    static FootholdRow FootholdOf(Scenario scenario, FootholdSpec spec, Team team, Knowledge knowledge) => new(
        spec.Id,
        spec.Title,
        spec.Summary,
        NamedSystem(scenario, spec.System).Title,
        team.World.Footholds[spec.Id].Removed,
        knowledge.DoingTo(spec.Id));

    static ImmutableArray<ActionGroup> ActionsOf(Exercise exercise, string person)
    {
        var offers = exercise.Offers(person).ToLookup(offer => offer.Action.Id, StringComparer.Ordinal);
        return [.. exercise.Scenario.Actions
            .GroupBy(action => action.Group)
            .Select(group => new ActionGroup(group.Key, [.. group.Select(action => CardOf(exercise.Scenario, action, offers[action.Id]))]))];
    }

    static ActionCard CardOf(Scenario scenario, ActionSpec action, IEnumerable<Offer> offers) => new(
        action.Id,
        action.Title,
        action.Summary,
        action.Warning,
        action.Target,
        [.. action.Roles.Select(role => RoleTitle(scenario, role))],
        [.. offers.Select(offer => new OfferRow(
            offer.Target, offer.TargetTitle, offer.Takes, offer.Effort, offer.Outage, offer.Refusal?.Says) { MayPropose = offer.MayPropose })])
    {
        IsTool = action.IsTool,
        Search = action.Search,
    };

    static Named NamedSystem(Scenario scenario, string id) => new(id, scenario.Systems.TryGet(id, out var system) ? system.Title : id);
}
