using System.Collections.Immutable;
using Tabletop.Engine;

namespace Tabletop.Exercises;

/// <summary>What of an exercise may leave the server, and for whom. The one place where that is decided.</summary>
public static class Visibility
{
    /// <summary>An event as a viewer may see it; null: not at all.</summary>
    /// <param name="state">The exercise, at the event's version or later.</param>
    public static FeedMessage? For(Viewer viewer, Event e, Exercise state) =>
        ToOne(viewer, viewer is Viewer.Facilitator || e.Facilitator is null ? e : e with { Facilitator = null }, state);

    // Which facilitator did something is the facilitators' own affair.
    static FeedMessage? ToOne(Viewer viewer, Event e, Exercise state) => viewer switch
    {
        Viewer.Facilitator => new(e is Event.Opened opened ? opened with { Sources = [] } : e, InjectOf(e, state)),
        Viewer.Reviewer => For(new Viewer.Facilitator(), WithoutWords(e), state),
        Viewer.Participant participant when Sees(participant, e, state) => new(WithoutDraw(e), InjectOf(e, state)),
        Viewer.Observer observer when Sees(observer, e, state) => new(WithoutDraw(e), InjectOf(e, state)),
        Viewer.Evaluator evaluator when IsEvaluation(e, evaluator.Team) || IsTalkOf(e, evaluator.Team) => new(e, null),
        Viewer.Evaluator evaluator => For(new Viewer.Observer(evaluator.Team), e, state),
        Viewer.Wall when IsPublic(e) => new(e, null),
        _ => null,
    };

    /// <summary>Whether a viewer may see all of it, the adversary and the other teams included: the debrief is for everybody.</summary>
    public static bool SeesAll(Viewer viewer, Exercise state) =>
        viewer is Viewer.Facilitator || state.Lifecycle is Lifecycle.Debrief or Lifecycle.Closed;

    /// <summary>Of the persons connected, those that a viewer may know of.</summary>
    public static ImmutableSortedSet<string> Present(Viewer viewer, ImmutableSortedSet<string> present, Exercise state)
    {
        ImmutableSortedSet<string> OfTeam(string team) => present.Intersect(state.People.Values.Where(person => person.Team == team).Select(person => person.Id));

        return viewer switch
        {
            Viewer.Participant { Team: var team } => OfTeam(team),
            Viewer.Observer { Team: { } team } => OfTeam(team),
            Viewer.Evaluator { Team: { } team } => OfTeam(team),
            Viewer.Wall => present.Clear(),
            _ => present,
        };
    }

    /// <summary>
    /// Whether what a participant could see before has changed with the team's roles: an inject for a role that nobody held
    /// was everybody's, until somebody came who holds it.
    /// </summary>
    internal static bool PastChanged(Viewer before, Exercise then, Viewer now, Exercise state) =>
        before is Viewer.Participant old && now is Viewer.Participant current
        && !ReferenceEquals(then.People, state.People)
        && then.FindTeam(old.Team) is { } team
        && team.Inbox.Any(item => IsAddressed(old, item.Inject, then) != IsAddressed(current, item.Inject, state));

    /// <summary>Whether an event can change anything that a viewer is shown. Who plays is shown nothing of other teams.</summary>
    internal static bool Concerns(Viewer viewer, Event e) =>
        viewer is not Viewer.Participant { Team: var team } || e.TeamId is not { } other || other == team || e is Event.Joined;

    /// <summary>Whether a viewer may read what a team says and writes among itself: its own people, and those who judge it.</summary>
    public static bool ReadsTalk(Viewer viewer, string team) => viewer switch
    {
        Viewer.Facilitator => true,
        Viewer.Participant participant => participant.Team == team,
        Viewer.Evaluator evaluator => evaluator.Team is null || evaluator.Team == team,
        _ => false,
    };

    static bool Sees(Viewer.Participant participant, Event e, Exercise state) => IsTalkOf(e, participant.Team) || (e is Event.InboxMarked marked && marked.Person == participant.Person) ||
        Sees(participant.Team, inject => IsAddressed(participant, inject, state), e, state);

    /// <summary>Who watches a team sees what any of its people sees.</summary>
    static bool Sees(Viewer.Observer observer, Event e, Exercise state) => e.TeamId is { } team
        ? (observer.Team is null || team == observer.Team) && Sees(team, _ => true, e, state)
        : Sees(observer.Team, _ => true, e, state);

    static bool Sees(string? team, Func<string, bool> isAddressed, Event e, Exercise state) => e switch
    {
        _ when IsPublic(e) => true,
        Event.InjectWritten { Due: not null } => false,
        Event.InjectWritten written => (written.Team is null || written.Team == team) && isAddressed(written.Inject),
        { TeamId: { } other } when other != team => false,
        Event.Announced or Event.AnnouncementRead or Event.AnnouncementEnded => true,
        Event.InjectReleased released => isAddressed(released.Inject),
        Event.InjectWithdrawn withdrawn => isAddressed(withdrawn.Inject)
            && state.FindTeam(withdrawn.Team)?.Inbox.Any(item => item.Inject == withdrawn.Inject) == true,
        Event.InjectRead read => isAddressed(read.Inject),
        Event.HintGiven or Event.HintRead => true,
        Event.TeamAdded or Event.TeamRemoved or Event.Joined or Event.Left or Event.Readied => true,
        Event.CredentialJudged => true,
        Event.ActionProposed or Event.ActionVoiced or Event.ProposalDropped => true,
        Event.DecisionMade or Event.DecisionWithdrawn or Event.DecisionFinished or Event.InjectAnswered => true,
        Event.AnswerProposed proposed => isAddressed(proposed.Inject),
        Event.DeadlinePassed lapsed => isAddressed(lapsed.Inject),

        // The scenario's text, what is to come, what was held back, the adversary, who else watches, what was set or corrected:
        // whatever is not named above stays here.
        _ => false,
    };

    /// <param name="team">Null: of any team.</param>
    static bool IsTalkOf(Event e, string? team) =>
        e is Event.Said or Event.ChatRead or Event.NoteWritten or Event.NoteRemoved && (team is null || e.TeamId == team);

    static bool IsEvaluation(Event e, string? team) => e switch
    {
        Event.Observed seen => team is null || seen.Team is null || seen.Team == team,
        Event.Rated rated => team is null || rated.Team == team,
        _ => e is Event.ObservationRemoved,
    };

    /// <summary>What the whole room may know.</summary>
    static bool IsPublic(Event e) => e is Event.StartPlanned or Event.Started or Event.Paused or Event.Resumed or Event.SpeedChanged or Event.Extended or Event.ExtensionUndone or Event.Jumped or Event.OutagePassed
        or Event.PhaseEntered or Event.HistoryShown or Event.Ended or Event.Closed or Event.Announced { Team: null } or Event.AnnouncementEnded { Team: null };

    /// <summary>A log that is folded again has no gaps: a remark, and what a team said among itself, stay in it without their words.</summary>
    static Event WithoutWords(Event e) => e switch
    {
        Event.RosterSet set => set with { Entries = [], NewTeams = [] },
        Event.HandedOver handed => handed with { To = new("", "") },
        Event.FacilitatorsAdmitted admitted => admitted with { Who = null },
        Event.DeedAsked asked => asked with { Does = null },
        Event.DeedSettled settled => settled with { Reason = "", Why = null },
        Event.RemarkMade taken => taken with { Text = "", About = null },
        Event.Said said => said with { Text = "" },
        Event.NoteWritten written => written with { Text = "" },
        Event.NoteRemoved removed => removed with { Text = "" },
        _ => e,
    };

    static Event WithoutDraw(Event e) => e is Event.InjectReleased { Draw: not null } drawn ? drawn with { Draw = null } : e;

    static bool IsAddressed(Viewer.Participant participant, string inject, Exercise state) =>
        state.FindInject(inject) is { } spec && state.IsFor(spec, participant.AsPerson);

    static InjectContent? InjectOf(Event e, Exercise state)
    {
        var inject = e switch
        {
            Event.InjectReleased released => state.FindInject(released.Inject),
            Event.InjectWritten written => state.FindInject(written.Inject),
            _ => null,
        };
        return inject is null ? null : InjectContent.Of(inject, state.Scenario);
    }
}
