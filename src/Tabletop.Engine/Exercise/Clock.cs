using System.Collections.Immutable;

namespace Tabletop.Engine;

/// <summary>
/// Scenario time as a function of server time: a fold over clock events. It is anchored at the last of them,
/// so that a pause or a new speed can't move what came before.
/// </summary>
/// <param name="Running">False in the lobby, in a pause and after the end.</param>
/// <param name="AnchorAt">Server time of the anchor.</param>
/// <param name="AnchorTime">Scenario time at the anchor.</param>
/// <param name="ElapsedBefore">Exercise time that had run at the anchor, without pauses.</param>
/// <param name="Permille">Speed: 1000 is the pace.</param>
public sealed record Clock(bool Running, DateTimeOffset AnchorAt, DateTimeOffset AnchorTime, TimeSpan ElapsedBefore, int Permille)
{
    public const int MinPermille = 250;
    public const int MaxPermille = 8000;

    /// <summary>Exercise time that a whole phase takes at its present tempo, by id, for those whose tempo was changed.</summary>
    public ImmutableSortedDictionary<string, TimeSpan> Takes { get; init; } = Exercise.EmptyMap<TimeSpan>();

    /// <summary>Exercise time without pauses.</summary>
    public TimeSpan Elapsed(DateTimeOffset at) => Running && at > AnchorAt ? ElapsedBefore + (at - AnchorAt) : ElapsedBefore;

    /// <summary>Scenario time at a server time; never before the anchor, never after the scenario's end.</summary>
    public DateTimeOffset TimeAt(DateTimeOffset at, Scenario scenario, string pace)
    {
        if (!Running || at <= AnchorAt)
        {
            return AnchorTime;
        }

        var left = (at - AnchorAt).Ticks;
        var time = AnchorTime;
        for (var index = scenario.PhaseAt(time); index < scenario.Phases.Count; index++)
        {
            var phase = scenario.Phases[index];
            var needed = ToReal((phase.End - time).Ticks, phase, pace);
            if (left < needed)
            {
                return time.AddTicks(ToScenario(left, phase, pace));
            }

            left -= needed;
            time = phase.End;
        }

        return scenario.End;
    }

    /// <summary>The first server time at which <see cref="TimeAt"/> has reached a scenario time; null when the clock stands.</summary>
    public DateTimeOffset? ReachesAt(DateTimeOffset time, Scenario scenario, string pace)
    {
        if (!Running)
        {
            return null;
        }

        if (time <= AnchorTime)
        {
            return AnchorAt;
        }

        return AnchorAt + TimeLeft(AnchorTime, time, scenario, pace);
    }

    /// <summary>Exercise time from one scenario time to a later one at the present speed, whether the clock runs or stands.</summary>
    public TimeSpan TimeLeft(DateTimeOffset from, DateTimeOffset to, Scenario scenario, string pace)
    {
        var real = 0L;
        for (var index = scenario.PhaseAt(from); index < scenario.Phases.Count && from < to; index++)
        {
            var phase = scenario.Phases[index];
            var until = to < phase.End ? to : phase.End;
            real += ToReal((until - from).Ticks, phase, pace);
            from = until;
        }

        return TimeSpan.FromTicks(real);
    }

    /// <summary>Scenario ticks that pass in one tick of server time, in a phase.</summary>
    public double Rate(PhaseSpec phase, string pace) =>
        (double)(phase.End - phase.Start).Ticks * Permille / (1000d * TakesOf(phase, pace).Ticks);

    internal TimeSpan TakesOf(PhaseSpec phase, string pace) => Takes.TryGetValue(phase.Id, out var takes) ? takes : phase.Takes[pace];

    internal Clock AnchoredAt(DateTimeOffset at, DateTimeOffset time) =>
        this with { AnchorAt = at, AnchorTime = time, ElapsedBefore = Elapsed(at) };

    long ToScenario(long real, PhaseSpec phase, string pace) =>
        (long)((Int128)real * (phase.End - phase.Start).Ticks * Permille / ((Int128)TakesOf(phase, pace).Ticks * 1000));

    long ToReal(long scenario, PhaseSpec phase, string pace)
    {
        var divisor = (Int128)(phase.End - phase.Start).Ticks * Permille;
        return (long)(((Int128)scenario * TakesOf(phase, pace).Ticks * 1000 + divisor - 1) / divisor);
    }
}
