using System.Collections.Immutable;
using Tabletop.Engine;

namespace Tabletop.Exercises.Views;

public enum TimelineKind
{
    /// <summary>An inject came.</summary>
    Message,
    TakenBack,
    Phase,

    /// <summary>The facilitator said something to the room.</summary>
    Announcement,

    /// <summary>The facilitator gave more time, or took it back.</summary>
    Extended,

    /// <summary>The facilitator helped the team.</summary>
    Hint,

    /// <summary>The server was down and the clock stood.</summary>
    Outage,
    Decision,

    /// <summary>A decision was taken back before its effect.</summary>
    Withdrawn,

    /// <summary>A decision took effect.</summary>
    Done,

    /// <summary>A vote, or an answer proposed to the role that decides.</summary>
    Proposal,
    Answer,

    /// <summary>Somebody would have the team decide an action.</summary>
    ActionProposed,

    /// <summary>Somebody is for a proposed action, objects to it, or takes it off the list.</summary>
    Voiced,

    /// <summary>The team suspects a credential, accepts its risk, or takes that back.</summary>
    Judged,

    /// <summary>Somebody spoke in the team's chat.</summary>
    Said,

    /// <summary>An entry of the notebook was begun.</summary>
    Noted,

    /// <summary>An entry of the notebook was changed, put back or taken out.</summary>
    NoteChanged,
}

/// <summary>One thing that happened to a team or that it did.</summary>
/// <param name="Time">Scenario time.</param>
/// <param name="Person">Id of who did it; null: nobody of the team.</param>
/// <param name="By">The person's name.</param>
/// <param name="Key">Id of the inject or the decision; empty for neither.</param>
public sealed record TimelineEntry(long Version, DateTimeOffset Time, TimelineKind Kind, Phrase Title, string? Person, Phrase By, string Key)
{
    /// <summary>Why, in the person's own words.</summary>
    public string Reason { get; init; } = "";

    /// <summary>What else they considered, in their own words.</summary>
    public string Alternatives { get; init; } = "";

    /// <summary>In percent; null where nobody was asked.</summary>
    public int? Confidence { get; init; }

    /// <summary>Markdown: what the team learnt of it.</summary>
    public string Finding { get; init; } = "";
}

/// <summary>What happened to a team and what it did, one thing after the other.</summary>
public static class TeamTimeline
{
    /// <param name="events">In order; only those that the viewer may see.</param>
    public static ImmutableArray<TimelineEntry> Of(Exercise exercise, Team team, IEnumerable<Event> events) =>
        [.. events.Where(e => e.TeamId is null || e.TeamId == team.Id).Select(e => EntryOf(exercise, team, e)).OfType<TimelineEntry>()];

    static TimelineEntry? EntryOf(Exercise exercise, Team team, Event e)
    {
        TimelineEntry Entry(TimelineKind kind, Phrase title, string? person = null, string key = "") =>
            new(e.Version, e.Time, kind, title, person, person is null ? (Phrase)"" : TeamProjection.NameOf(exercise, person), key);
        TimelineEntry? About(TimelineKind kind, string decision, string? person) =>
            team.Decisions.FirstOrDefault(item => item.Id == decision) is { } found
                ? Entry(kind, $"{DeedOf(exercise.Scenario, found)}", person ?? found.Person, found.Id)
                : null;

        string? TitleOf(string proposal) => team.Proposed.FirstOrDefault(item => item.Id == proposal) is { } found
            ? exercise.TargetTitleOf(found) is { } target ? $"{exercise.Scenario.Actions[found.Action].Title}: {target}" : exercise.Scenario.Actions[found.Action].Title
            : null;

        switch (e)
        {
            case Event.PhaseEntered entered when exercise.Scenario.Phases.TryGet(entered.Phase, out var phase):
                return Entry(TimelineKind.Phase, $"{phase.Title}");
            case Event.Extended extended:
                return Entry(TimelineKind.Extended, extended.Phase is null ? (Phrase)$"{ScenarioTime.Span(extended.By)} more for the exercise" : (Phrase)$"{ScenarioTime.Span(extended.By)} more for this phase");
            case Event.ExtensionUndone:
                return Entry(TimelineKind.Extended, "The time that was given last is taken back");
            case Event.Announced said:
                return Entry(TimelineKind.Announcement, $"{said.Text}");
            case Event.HintGiven given:
                return Entry(TimelineKind.Hint, given.Cost switch
                {
                    0 => (Phrase)$"{given.Text}",
                    1 => (Phrase)$"{given.Text} ({given.Cost:0.#} point)",
                    _ => (Phrase)$"{given.Text} ({given.Cost:0.#} points)",
                }, key: given.Hint);
            case Event.OutagePassed:
                return Entry(TimelineKind.Outage, "The server was away, and the clock stood");
            case Event.InjectReleased released when exercise.FindInject(released.Inject) is { } inject:
                return Entry(TimelineKind.Message, $"{inject.Title}", key: inject.Id);
            case Event.InjectWritten { Due: null } written:
                return Entry(TimelineKind.Message, $"{written.Title}", key: written.Inject);
            case Event.InjectWithdrawn withdrawn when exercise.FindInject(withdrawn.Inject) is { } inject:
                return Entry(TimelineKind.TakenBack, $"{inject.Title}", key: inject.Id);
            case Event.DecisionMade made:
                return About(TimelineKind.Decision, made.Decision, made.Person) is { } entry
                    ? entry with { Reason = made.Reason, Alternatives = made.Alternatives, Confidence = exercise.Scenario.Actions[made.Action].IsTool ? null : made.Confidence }
                    : null;
            case Event.DecisionWithdrawn withdrawn:
                return About(TimelineKind.Withdrawn, withdrawn.Decision, withdrawn.Person);
            case Event.DecisionFinished finished:
                return About(TimelineKind.Done, finished.Decision, null) is { } done ? done with { Finding = finished.Finding ?? "" } : null;
            case Event.InjectAnswered answered when exercise.FindInject(answered.Inject) is { Question: { } question } inject
                && team.Answers.TryGetValue(answered.Inject, out var answer):
                return Entry(TimelineKind.Answer, $"{inject.Title} → {string.Join("; ", answer.Reply.Lines(exercise.Scenario, question))}", answered.Person, inject.Id) with
                {
                    Reason = answered.Reason,
                    Alternatives = answered.Alternatives,
                    Confidence = answered.Confidence,
                    Finding = answer.Reply.Says(question),
                };
            case Event.AnswerProposed proposed when exercise.FindInject(proposed.Inject) is { Question: { } asked } open:
                return Entry(TimelineKind.Proposal, $"{open.Title} → {Reply.Known(exercise.Scenario, asked, proposed.Reply).Words(exercise.Scenario, asked)}", proposed.Person, open.Id) with
                {
                    Reason = proposed.Reason,
                    Alternatives = proposed.Alternatives,
                    Confidence = proposed.Confidence,
                };
            case Event.ActionProposed made when TitleOf(made.Proposal) is { } deed:
                return Entry(TimelineKind.ActionProposed, $"{deed}", made.Person, made.Action) with { By = made.Name, Reason = made.Reason, Alternatives = made.Alternatives, Confidence = made.Confidence };
            case Event.ActionVoiced voiced when TitleOf(voiced.Proposal) is { } deed:
                var side = voiced.For switch
                {
                    true => (Phrase)$"For: {deed}",
                    false => (Phrase)$"Against: {deed}",
                    _ => (Phrase)$"Undecided: {deed}",
                };
                return Entry(TimelineKind.Voiced, side, voiced.Person) with { By = voiced.Name, Reason = voiced.Reason };
            case Event.ProposalDropped dropped when TitleOf(dropped.Proposal) is { } deed:
                return Entry(TimelineKind.Voiced, $"Off the list: {deed}", dropped.Person) with { By = dropped.Name };
            case Event.DeadlinePassed lapsed when exercise.FindInject(lapsed.Inject) is { Question.Deadline: { } deadline } missed:
                return Entry(TimelineKind.Answer, $"{missed.Title}: nobody answered in time", null, missed.Id) with { Finding = deadline.Says };
            case Event.CredentialJudged judged when exercise.Scenario.Credentials.TryGet(judged.Credential, out var credential):
                var verdict = judged.As switch
                {
                    Judgement.Suspected => (Phrase)$"{credential.Title}: suspected",
                    Judgement.AcceptedRisk => (Phrase)$"{credential.Title}: risk accepted",
                    _ => (Phrase)$"{credential.Title}: judgement taken back",
                };
                return Entry(TimelineKind.Judged, verdict, judged.Person, judged.Credential) with { By = $"{judged.Name}", Reason = judged.Reason };
            case Event.Said said:
                return Entry(TimelineKind.Said, $"{said.Text}", said.Person, said.Message) with { By = $"{said.Name}" };
            case Event.NoteWritten written:
                return Entry(team.Notes.Any(note => note.First == written.Version) ? TimelineKind.Noted : TimelineKind.NoteChanged, $"{written.Text}", written.Person, written.Note) with { By = $"{written.Name}" };
            case Event.NoteRemoved removed:
                return Entry(TimelineKind.NoteChanged, $"Taken out: {removed.Text}", removed.Person, removed.Note) with { By = $"{removed.Name}" };
            default:
                return null;
        }
    }

    static string DeedOf(Scenario scenario, Decision decision)
    {
        var action = scenario.Actions[decision.Action].Title;
        return TeamProjection.TargetTitle(scenario, decision) is { } target ? $"{action}: {target}" : action;
    }
}
