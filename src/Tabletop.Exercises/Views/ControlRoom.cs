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
    IReadOnlySet<string>? seen;

    /// <param name="log">The whole log.</param>
    /// <param name="present">Ids of the persons who are connected.</param>
    public ControlView View(Exercise exercise, IReadOnlyList<Event> log, IReadOnlySet<string> present)
    {
        lock (gate)
        {
            if (last is not null && last.Version >= exercise.Version && seen!.SetEquals(present))
                return last;

            if (last is null || last.Version <= exercise.Version)
            {
                scores ??= new(exercise.Scenario, (Event.Opened)log[0]);
                scores.Follow(log);
                last = Unchanged.Since(last, ControlProjection.Of(exercise, log, scores.Scores, present) with
                {
                    History = scores.History(KeyCredentials.Of(exercise.Scenario)),
                    Ahead = LookAhead.Of(exercise, time.GetUtcNow()),
                });
                seen = present;
            }

            return last;
        }
    }
}
