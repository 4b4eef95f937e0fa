using System.Collections.Immutable;
using Tabletop.Engine;

namespace Tabletop.Exercises.Views;

/// <summary>What comes by itself, if nobody did anything more. True until the next event.</summary>
/// <param name="Next">The next inject of any team, or null when no further one comes by itself.</param>
/// <param name="Stops">The beginnings of the phases to come.</param>
public sealed record LookAhead(NextInject? Next, ImmutableArray<PhaseAhead> Stops)
{
    public static readonly LookAhead Nothing = new(null, []);

    /// <param name="at">Server time, not before the last event.</param>
    public static LookAhead Of(Exercise exercise, DateTimeOffset at)
    {
        if (exercise.Lifecycle is not (Lifecycle.Running or Lifecycle.Paused))
            return Nothing;

        var to = exercise.Scenario.Phases.Where(phase => phase.Start > exercise.TimeAt(at)).ToList();
        var ahead = to.Count == 0 ? [] : exercise.Decide(new Command.Jump(to[^1].Start), at).Events;
        return new(NextOf(exercise, ahead, at), [.. to.Select(phase => StopOf(phase, ahead))]);
    }

    static NextInject? NextOf(Exercise exercise, ImmutableArray<Event> ahead, DateTimeOffset at)
    {
        var first = ahead.OfType<Event.InjectReleased>().FirstOrDefault()
            ?? exercise.Decide(new Command.Step(), at).Events.OfType<Event.InjectReleased>().FirstOrDefault();
        return first is null || exercise.FindInject(first.Inject) is not { } inject
            ? null
            : new(inject.Id, inject.Channel, inject.Title, first.Time, exercise.FindTeam(first.Team)?.Name ?? "");
    }

    static PhaseAhead StopOf(PhaseSpec phase, ImmutableArray<Event> ahead)
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
/// <param name="Team">Name of the first team that gets it.</param>
public sealed record NextInject(string Id, Channel Channel, string Title, DateTimeOffset Time, string Team);

/// <summary>What a jump to the beginning of a phase brings about on the way.</summary>
/// <param name="Injects">How many injects come, to one team or more.</param>
/// <param name="Decisions">How many decisions take effect.</param>
/// <param name="Steps">How many steps the attacker gets on, in all teams together.</param>
public sealed record PhaseAhead(string Phase, string Title, DateTimeOffset Start, int Injects, int Decisions, int Steps);
