using System.Collections.Immutable;
using Tabletop.Engine;

namespace Tabletop.Exercises.Views;

/// <summary>The clock in a form that can be drawn at any later moment, until the next clock event.</summary>
public sealed record ClockView
{
    public required Lifecycle Lifecycle { get; init; }
    public Phrase PauseReason { get; init; } = "";

    /// <summary>Speed: 1000 is the pace.</summary>
    public required int Permille { get; init; }

    /// <summary>Server time of the clock event that it is drawn from.</summary>
    public required DateTimeOffset AnchorAt { get; init; }
    public required TimeSpan ElapsedBefore { get; init; }

    /// <summary>From the anchor on, in order of time and without gaps; never empty.</summary>
    public required ImmutableArray<ClockStretch> Stretches { get; init; }

    /// <summary>Exercise time from the anchor to the end of each phase, from the one that holds there on; the last is the end.</summary>
    public required ImmutableArray<TimeSpan> Endings { get; init; }

    /// <summary>When it is to start, while it is in the lobby; null: nobody said.</summary>
    public PlannedStart? Planned { get; init; }

    public bool Running => Lifecycle == Lifecycle.Running;

    public static ClockView Of(Exercise exercise)
    {
        var clock = exercise.Clock;
        return new()
        {
            Lifecycle = exercise.Lifecycle,
            PauseReason = exercise.PauseReason switch
            {
                "" => (Phrase)"",
                Exercise.ServerWasDown => (Phrase)Exercise.ServerWasDown,
                var reason => (Phrase)$"{reason}",
            },
            Planned = exercise.Lifecycle == Lifecycle.Lobby ? exercise.Planned : null,
            Permille = clock.Permille,
            AnchorAt = clock.AnchorAt,
            ElapsedBefore = clock.ElapsedBefore,
            Endings = EndingsOf(clock, exercise.Scenario, exercise.Pace),
            Stretches = StretchesOf(clock, exercise.Scenario, exercise.Pace),
        };
    }

    /// <summary>The stretch that holds at a server time: the last that has begun.</summary>
    public ClockStretch StretchAt(DateTimeOffset at)
    {
        var index = Stretches.Length - 1;
        while (index > 0 && Stretches[index].At > at)
            index--;
        return Stretches[index];
    }

    /// <summary>Scenario time at a server time.</summary>
    public DateTimeOffset TimeAt(DateTimeOffset at) => StretchAt(at).TimeAt(at);

    /// <summary>Exercise time at a server time, without pauses.</summary>
    public TimeSpan ElapsedAt(DateTimeOffset at) => Running && at > AnchorAt ? ElapsedBefore + (at - AnchorAt) : ElapsedBefore;

    /// <summary>How long from a server time until the phase ends that holds then, at the present speed.</summary>
    public TimeSpan PhaseLeft(DateTimeOffset at) => Endings.FirstOrDefault(end => end > Passed(at), Endings[^1]) - Passed(at);

    /// <summary>How long from a server time until the exercise ends, at the present speed; the clock may stand.</summary>
    public TimeSpan Left(DateTimeOffset at) => Endings[^1] - Passed(at);

    TimeSpan Passed(DateTimeOffset at)
    {
        var passed = Running && at > AnchorAt ? at - AnchorAt : TimeSpan.Zero;
        return passed < Endings[^1] ? passed : Endings[^1];
    }

    /// <summary>How long from a server time until the clock shows a scenario time; null when it stands or the time is past.</summary>
    public TimeSpan? Until(DateTimeOffset time, DateTimeOffset at)
    {
        if (!Running || time <= TimeAt(at))
            return null;
        foreach (var stretch in Stretches)
        {
            if (time <= stretch.Until)
                return stretch.At + (time - stretch.Time) / stretch.Rate - at;
        }

        return null;
    }

    static ImmutableArray<TimeSpan> EndingsOf(Clock clock, Scenario scenario, string pace) =>
        [.. scenario.Phases.Skip(scenario.PhaseAt(clock.AnchorTime)).Select(phase => clock.TimeLeft(clock.AnchorTime, phase.End, scenario, pace))];

    static ImmutableArray<ClockStretch> StretchesOf(Clock clock, Scenario scenario, string pace)
    {
        if (!clock.Running)
            return [new(clock.AnchorAt, clock.AnchorTime, clock.AnchorTime, 0)];

        var stretches = ImmutableArray.CreateBuilder<ClockStretch>();
        for (var index = scenario.PhaseAt(clock.AnchorTime); index < scenario.Phases.Count; index++)
        {
            var phase = scenario.Phases[index];
            var from = phase.Start > clock.AnchorTime ? phase.Start : clock.AnchorTime;
            stretches.Add(new(clock.ReachesAt(from, scenario, pace) ?? clock.AnchorAt, from, phase.End, clock.Rate(phase, pace)));
        }

        return stretches.ToImmutable();
    }
}

/// <summary>A stretch of even tempo: one phase, or the rest of it.</summary>
/// <param name="At">Server time at its beginning.</param>
/// <param name="Time">Scenario time at its beginning.</param>
/// <param name="Until">Scenario time at its end.</param>
/// <param name="Rate">Scenario time that passes in one unit of server time; 0 while the clock stands.</param>
public readonly record struct ClockStretch(DateTimeOffset At, DateTimeOffset Time, DateTimeOffset Until, double Rate)
{
    public DateTimeOffset TimeAt(DateTimeOffset at)
    {
        if (at <= At || Rate == 0)
            return Time;
        var time = Time + (at - At) * Rate;
        return time < Until ? time : Until;
    }
}
