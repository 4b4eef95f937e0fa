using System.Collections.Immutable;
using Tabletop.Engine;

namespace Tabletop.Exercises.Views;

/// <summary>
/// What comes by itself, if nobody did anything more, whoever has to approve it. It costs as much as letting it happen.
/// </summary>
static class LookAhead
{
    /// <summary>The next inject of any team; null when no further one comes by itself.</summary>
    /// <param name="at">Server time, not before the last event.</param>
    internal static NextInject? Next(Exercise exercise, DateTimeOffset at)
    {
        var ahead = exercise.StepAhead(at);
        return ahead.OfType<Event.InjectReleased>().FirstOrDefault() is not { } first || exercise.FindInject(first.Inject) is not { } inject
            ? null
            : new(Copies.BaseOf(inject.Id), inject.Channel, inject.Title, first.Time, ahead.OfType<Event.DecisionFinished>().Count());
    }

    /// <summary>The beginnings of the phases to come, and what happens until then.</summary>
    internal static ImmutableArray<PhaseAhead> Phases(Exercise exercise, DateTimeOffset at)
    {
        var now = exercise.TimeAt(at);
        var phases = exercise.Scenario.Phases.Where(phase => phase.Start > now).ToList();
        if (phases.Count == 0)
            return [];

        var ahead = (exercise with { Approval = false }).Decide(new Command.Jump(phases[^1].Start), at).Events;
        return [.. phases.Select(phase => Until(phase, ahead))];
    }

    /// <summary>Whether an event can change what comes.</summary>
    internal static bool Matters(Event e) =>
        e is not (Event.InjectRead or Event.Joined or Event.Left or Event.SeatMoved or Event.CaughtUp or Event.Readied or Event.Paused or Event.Resumed or Event.SpeedChanged or Event.Extended or Event.ExtensionUndone
            or Event.HistoryShown or Event.InboxMarked or Event.CredentialJudged or Event.ActionProposed or Event.ActionVoiced or Event.ProposalDropped or Event.HintGiven or Event.HintRead or Event.ScoreCorrected or Event.HandedOver or Event.FacilitatorsAdmitted or Event.RemarkMade or Event.RemarkRemoved
            or Event.ApprovalSet or Event.DeedAsked or Event.DeedSettled or Event.Said or Event.ChatRead or Event.NoteWritten or Event.NoteRemoved);

    static PhaseAhead Until(PhaseSpec phase, ImmutableArray<Event> ahead)
    {
        var before = ahead.Where(e => e.Time <= phase.Start).ToList();
        return new(
            phase.Id,
            phase.Title,
            phase.Start,
            before.OfType<Event.InjectReleased>().Select(e => e.Inject).Distinct().Count(),
            before.OfType<Event.DecisionFinished>().Count(),
            before.OfType<Event.AdversaryMoved>().Count());
    }
}

/// <param name="Time">Scenario time.</param>
/// <param name="Decisions">How many decisions take effect on the way there.</param>
public sealed record NextInject(string Id, Channel Channel, string Title, DateTimeOffset Time, int Decisions);

/// <summary>What a jump to the beginning of a phase brings about on the way.</summary>
/// <param name="Injects">How many injects come, to one team or more.</param>
/// <param name="Decisions">How many decisions take effect.</param>
/// <param name="Steps">How many steps the attacker gets on, in all teams together.</param>
public sealed record PhaseAhead(string Phase, string Title, DateTimeOffset Start, int Injects, int Decisions, int Steps);
