using System.Collections.Immutable;

namespace Tabletop.Engine;

public sealed partial record Exercise
{
    /// <summary>What a step would bring about, if nobody did anything more, whoever has to approve it.</summary>
    /// <param name="at">Server time, not before the last event.</param>
    /// <returns>Empty when no further inject comes by itself.</returns>
    public ImmutableArray<Event> StepAhead(DateTimeOffset at)
    {
        var unfolding = new Unfolding(this, at);
        var now = TimeAt(at);
        if (unfolding.AdvanceTo(Scenario.End, EndsAStep) is not { } next)
        {
            return [];
        }

        // What comes in the same moment comes along.
        unfolding.AdvanceTo(next.Time > now ? next.Time : now);
        return unfolding.Events;
    }

    Rejection? StepOn(DateTimeOffset now, DateTimeOffset at, Action<Event> emit)
    {
        if (NotLive("step through") is { } refusal)
        {
            return refusal;
        }

        if (new Unfolding(this, at).AdvanceTo(Scenario.End, EndsAStep) is not { } next)
        {
            return new(RejectionCode.NotNow, "No further inject comes by itself. Jump to a later phase, send one yourself, or end the exercise.");
        }

        if (next.Time > now)
        {
            emit(new Event.Jumped(next.Time));
        }

        return null;
    }

    // Whoever steps their own clock does not want to pass over what they have ordered.
    bool EndsAStep(Event e) => e is Event.InjectReleased || (Mode is ExerciseMode.Solo or ExerciseMode.Alone && e is Event.DecisionFinished);
}
