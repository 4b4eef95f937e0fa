using System.Collections.Immutable;
using Tabletop.Engine;

namespace Tabletop.Exercises.Views;

/// <summary>
/// What facilitators see of one exercise, made once for each change however many of them look. What has not changed since
/// the last view is the same object in the next: a page can tell by reference what it has to draw again.
/// </summary>
public sealed class ControlRoom(TimeProvider time)
{
    readonly Lock gate = new();
    LiveScores? scores;
    ControlView? last;
    Exercise? latest;
    IReadOnlySet<string>? seen;

    /// <param name="log">The whole log.</param>
    /// <param name="present">Ids of the persons who are connected.</param>
    public ControlView View(Exercise exercise, IReadOnlyList<Event> log, IReadOnlySet<string> present)
    {
        lock (gate)
        {
            if (last is not null && (last.Version > exercise.Version || (last.Version == exercise.Version && seen!.SetEquals(present))))
                return last;

            scores ??= new(exercise.Scenario, (Event.Opened)log[0]);
            scores.Follow(log, exercise.TimeAt(time.GetUtcNow()));
            last = Unchanged.Since(last, ControlProjection.Of(exercise, log, scores.Reckon(), present) with
            {
                History = scores.History(KeyCredentials.Of(exercise.Scenario)),
                Next = last is not null && !log.Skip((int)last.Version).Any(LookAhead.Matters) ? last.Next : LookAhead.Next(exercise, time.GetUtcNow()),
            });
            (seen, latest) = (present, exercise);
            return last;
        }
    }

    /// <summary>What jumps would bring about, as things stand now.</summary>
    public ImmutableArray<PhaseAhead> LookAtPhases()
    {
        Exercise? exercise;
        lock (gate)
            exercise = latest;

        return exercise is null ? [] : LookAhead.Phases(exercise, time.GetUtcNow());
    }
}
