using System.Collections.Immutable;

namespace Tabletop.Engine;

/// <summary>More exercise time that was given, and not taken back.</summary>
/// <param name="Phase">Id of the phase that lasts longer, or null: the whole rest of the exercise.</param>
/// <param name="By">Exercise time, at the speed that the clock had then.</param>
/// <param name="Time">Scenario time at which it was given.</param>
/// <param name="Before">Tempo of the phases that it changed as it was, by phase id.</param>
public sealed record Extension(string Id, string? Phase, TimeSpan By, DateTimeOffset Time, ImmutableSortedDictionary<string, TimeSpan> Before);

public sealed partial record Exercise
{
    /// <summary>The most minutes that are given at once.</summary>
    public const int MaxExtension = 240;

    // What is left when somebody asks at the last moment could be no time at all; it must not be stretched without bounds.
    static readonly TimeSpan LeastLeft = TimeSpan.FromSeconds(1);
    static readonly TimeSpan LongestPhase = TimeSpan.FromDays(60);

    /// <summary>In order of being given.</summary>
    public ImmutableArray<Extension> Extensions { get; init; } = [];

    Rejection? Extend(Command.Extend extend, DateTimeOffset now, Action<Event> emit)
    {
        if (NotLive("extend") is { } refusal)
        {
            return refusal;
        }

        if (extend.Minutes is < 1 or > MaxExtension)
        {
            return new(RejectionCode.BadValue, $"Give 1 to {MaxExtension} minutes more.");
        }

        var present = Scenario.PhaseAt(now);
        if (extend.Phase is { } phase && phase != Scenario.Phases[present].Id)
        {
            return new(RejectionCode.TooLate, "That phase does not run now. Look at the clock and choose again.");
        }

        var by = TimeSpan.FromMinutes(extend.Minutes);
        var left = Clock.TimeLeft(now, extend.Phase is null ? Scenario.End : Scenario.Phases[present].End, Scenario, Pace);
        if (left < LeastLeft)
        {
            return new(RejectionCode.TooLate, extend.Phase is null ? "The exercise is about to end." : "The phase is about to end; give the rest of the exercise more time instead.");
        }

        return Stretched(extend.Phase, by, now).Values.Any(takes => takes > LongestPhase)
            ? new(RejectionCode.BadValue, "So little is left of it that it can’t be stretched that far.")
            : Do(emit, new Event.Extended(extend.Extension, extend.Phase, by));
    }

    Rejection? Undo(Command.UndoExtension undo, DateTimeOffset now, Action<Event> emit)
    {
        if (NotLive("shorten") is { } refusal)
        {
            return refusal;
        }

        var index = Extensions.IndexOf(Extensions.FirstOrDefault(item => item.Id == undo.Extension)!);
        return index < 0 ? new(RejectionCode.AlreadyDone, "That time was taken back already.")
            : index < Extensions.Length - 1 ? new(RejectionCode.NotNow, "More time was given since. Take that back first.")
            : Extensions[index].Phase is { } phase && phase != Scenario.Phases[Scenario.PhaseAt(now)].Id ? new(RejectionCode.TooLate, "The phase that it was given to is over.")
            : Do(emit, new Event.ExtensionUndone(undo.Extension));
    }

    Exercise Extended(Event.Extended e)
    {
        var takes = Stretched(e.Phase, e.By, e.Time);
        var before = takes.Aggregate(EmptyMap<TimeSpan>(), (map, phase) => map.SetItem(phase.Key, Clock.TakesOf(Scenario.Phases[phase.Key], Pace)));
        return this with
        {
            Clock = Clock.AnchoredAt(e.At, e.Time) with { Takes = Clock.Takes.SetItems(takes) },
            Extensions = Extensions.Add(new(e.Extension, e.Phase, e.By, e.Time, before)),
        };
    }

    Exercise Extended(Event.ExtensionUndone e) => this with
    {
        Clock = Clock.AnchoredAt(e.At, e.Time) with { Takes = Clock.Takes.SetItems(Extensions[^1].Before) },
        Extensions = Extensions.RemoveAt(Extensions.Length - 1),
    };

    /// <summary>The tempo with which what is left lasts longer by some exercise time, by phase id.</summary>
    ImmutableSortedDictionary<string, TimeSpan> Stretched(string? phase, TimeSpan by, DateTimeOffset now)
    {
        var present = Scenario.PhaseAt(now);
        var phases = phase is null ? Scenario.Phases.Skip(present) : [Scenario.Phases[present]];
        var left = Math.Max(1, Clock.TimeLeft(now, phase is null ? Scenario.End : Scenario.Phases[present].End, Scenario, Pace).Ticks);
        return phases.Aggregate(
            EmptyMap<TimeSpan>(),
            (map, item) => map.SetItem(item.Id, TimeSpan.FromTicks((long)(((Int128)Clock.TakesOf(item, Pace).Ticks * (left + by.Ticks) + left - 1) / left))));
    }
}
