namespace Tabletop.Engine;

public sealed partial record Exercise
{
    /// <summary>Whether its people hold the clock themselves.</summary>
    public bool RunsByItself => Mode is ExerciseMode.Solo or ExerciseMode.Alone;

    Rejection? SayReady(Command.SayReady say, Action<Event> emit)
    {
        if (!People.TryGetValue(say.Person, out var person))
        {
            return NotSeated;
        }

        return Mode != ExerciseMode.Alone ? new(RejectionCode.NotNow, "The facilitator starts this exercise.")
            : Lifecycle != Lifecycle.Lobby ? new(RejectionCode.NotNow, $"The exercise {LifecycleTable.Is(Lifecycle)}.")
            : person.Ready == say.Ready ? null
            : Do(emit, new Event.Readied(person.Team, person.Id, say.Ready));
    }

    /// <summary>Where a team starts by itself: does so as soon as everybody in it is ready.</summary>
    void StartIfReady(Action<Event> emit)
    {
        if (Mode == ExerciseMode.Alone && Lifecycle == Lifecycle.Lobby && !People.IsEmpty && People.Values.All(person => person.Ready))
        {
            emit(new Event.Started());
        }
    }
}
