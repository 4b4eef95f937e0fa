namespace Tabletop.Engine;

/// <summary>When an exercise is to start.</summary>
/// <param name="Starts">Server time.</param>
/// <param name="ByItself">The clock starts then without anybody's doing, if somebody has joined.</param>
/// <param name="Zone">IANA name of the time zone in which it was said.</param>
public sealed record PlannedStart(DateTimeOffset Starts, bool ByItself, string Zone)
{
    /// <summary>Longer after its time nothing starts by itself: nobody may be there any more.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromMinutes(15);

    /// <summary>Whether its time has gone by so long that somebody has to start the exercise.</summary>
    public bool IsMissed(DateTimeOffset at) => at > Starts + Grace;
}

public sealed partial record Exercise
{
    /// <summary>How far ahead a start can be planned.</summary>
    public const int MaxDaysAhead = 366;

    /// <summary>When it is to start; null: nobody said.</summary>
    public PlannedStart? Planned { get; init; }

    /// <summary>Server time at which the clock starts by itself, past if somebody has to come for it; null: it does not.</summary>
    internal DateTimeOffset? StartsByItselfAt(DateTimeOffset at) =>
        Planned is { ByItself: true } planned && !planned.IsMissed(at) && (at < planned.Starts || !People.IsEmpty) ? planned.Starts : null;

    Rejection? PlanStart(Command.PlanStart plan, DateTimeOffset at, Action<Event> emit)
    {
        if (Mode != ExerciseMode.Facilitated || Lifecycle != Lifecycle.Lobby)
        {
            return new(RejectionCode.NotNow, Mode == ExerciseMode.Facilitated ? (Phrase)$"The exercise {LifecycleTable.Is(Lifecycle)}; a start is planned before it." : (Phrase)"Here each team starts when its people are ready.");
        }

        if (plan.Starts is { } starts && (starts <= at || starts > at.AddDays(MaxDaysAhead)))
        {
            return new(RejectionCode.BadValue, starts <= at ? (Phrase)"That time has gone by. Choose a later one, or start now." : (Phrase)$"Choose a time within the next {MaxDaysAhead} days.");
        }

        var next = plan.Starts is { } time ? new PlannedStart(time, plan.ByItself, plan.Zone) : null;
        return next == Planned ? null : Do(emit, new Event.StartPlanned(plan.Starts, plan.ByItself, plan.Zone));
    }
}
