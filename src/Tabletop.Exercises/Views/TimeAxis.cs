using System.Collections.Immutable;
using Tabletop.Engine;

namespace Tabletop.Exercises.Views;

/// <summary>
/// Scenario time from left to right. Each phase is as wide as the exercise time it takes, so that a dense night
/// stays legible beside quiet weeks. Positions run from 0 to 1.
/// </summary>
public sealed class TimeAxis
{
    const double LeastTickGap = 0.055;

    static readonly TimeSpan[] Steps =
    [
        TimeSpan.FromMinutes(30), TimeSpan.FromHours(1), TimeSpan.FromHours(2), TimeSpan.FromHours(3), TimeSpan.FromHours(6),
        TimeSpan.FromHours(12), TimeSpan.FromDays(1), TimeSpan.FromDays(2), TimeSpan.FromDays(7), TimeSpan.FromDays(14),
    ];

    TimeAxis(ImmutableArray<AxisPhase> phases, TimeSpan length) => (Phases, Length) = (phases, length);

    public ImmutableArray<AxisPhase> Phases { get; }

    /// <summary>Exercise time from one end to the other, at the pace.</summary>
    public TimeSpan Length { get; }

    public static TimeAxis Of(Scenario scenario, string pace)
    {
        var whole = scenario.Phases.Sum(phase => phase.Takes[pace].TotalSeconds);
        var phases = ImmutableArray.CreateBuilder<AxisPhase>();
        var from = 0.0;
        foreach (var phase in scenario.Phases)
        {
            var to = from + phase.Takes[pace].TotalSeconds / whole;
            phases.Add(new(phase.Title, phase.Start, phase.End, from, to));
            from = to;
        }

        return new(phases.ToImmutable(), TimeSpan.FromSeconds(whole));
    }

    public double X(DateTimeOffset time)
    {
        var phase = Phases.LastOrDefault(item => item.Start <= time) ?? Phases[0];
        var share = (time - phase.Start) / (phase.End - phase.Start);
        return phase.From + Math.Clamp(share, 0, 1) * (phase.To - phase.From);
    }

    /// <summary>The scenario time at a position.</summary>
    public DateTimeOffset TimeAt(double x)
    {
        var phase = Phases.LastOrDefault(item => item.From <= x) ?? Phases[0];
        var share = (x - phase.From) / (phase.To - phase.From);
        return phase.Start + (phase.End - phase.Start) * Math.Clamp(share, 0, 1);
    }

    /// <summary>Round times inside each phase, as many as are legible beside the label of the phase's own beginning.</summary>
    public ImmutableArray<AxisTick> Ticks()
    {
        var ticks = ImmutableArray.CreateBuilder<AxisTick>();
        foreach (var phase in Phases)
        {
            var perTick = (phase.End - phase.Start) * (LeastTickGap / (phase.To - phase.From));
            var step = Steps.FirstOrDefault(item => item >= perTick);
            if (step == default)
                continue;

            for (var time = Ceiling(phase.Start, step); time < phase.End; time += step)
            {
                if (X(time) - phase.From > LeastTickGap * 1.3 && phase.To - X(time) > LeastTickGap * 0.4)
                    ticks.Add(new(time, X(time), step >= TimeSpan.FromDays(1)));
            }
        }

        return ticks.ToImmutable();
    }

    static DateTimeOffset Ceiling(DateTimeOffset time, TimeSpan step) =>
        new((time.UtcTicks + step.Ticks - 1) / step.Ticks * step.Ticks, TimeSpan.Zero);
}

public sealed record AxisPhase(string Title, DateTimeOffset Start, DateTimeOffset End, double From, double To);

/// <param name="Day">True where the day matters, false where the hour does.</param>
public readonly record struct AxisTick(DateTimeOffset Time, double X, bool Day);
