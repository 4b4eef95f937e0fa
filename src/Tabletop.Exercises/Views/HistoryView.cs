using System.Collections.Immutable;
using Tabletop.Engine;

namespace Tabletop.Exercises.Views;

/// <summary>What a team that plays is shown of history: never anything of what is to come.</summary>
/// <param name="Deeds">What the real organisation had decided by now, newest first.</param>
/// <param name="Points">What history has now, as if the play ended here.</param>
/// <param name="Ours">What the team has.</param>
public sealed record HistoryView(ImmutableArray<HistoryDeed> Deeds, decimal Points, decimal Ours);

/// <param name="What">The action and its target, or the title of what was asked.</param>
/// <param name="Said">What was answered; empty for an action.</param>
/// <param name="Time">Scenario time.</param>
public sealed record HistoryDeed(string What, string Said, DateTimeOffset Time);

/// <summary>What players are shown of history in one exercise: followed once, however many of them look.</summary>
public sealed class HistoryRoom(TimeProvider time)
{
    readonly Lock gate = new();
    LiveScores? scores;
    Exercise? latest;
    IReadOnlyList<Event> events = [];

    /// <param name="log">The whole log.</param>
    /// <returns>Null while the facilitator does not show it, before the start and after the end.</returns>
    public HistoryView? View(Exercise exercise, IReadOnlyList<Event> log, string team)
    {
        lock (gate)
        {
            if (latest is null || exercise.Version > latest.Version)
                (latest, events) = (exercise, log);
        }

        return Again(team);
    }

    /// <summary>The same a while later, though nothing has happened: the clock has gone on, and history with it.</summary>
    public HistoryView? Again(string team)
    {
        lock (gate)
        {
            // Who looks at an older state must not see more than the newest allows.
            if (latest is not { ShowsHistory: true, Lifecycle: Lifecycle.Running or Lifecycle.Paused } exercise)
                return null;

            scores ??= new(exercise.Scenario, (Event.Opened)events[0]);
            scores.Follow(events, exercise.TimeAt(time.GetUtcNow()));
            return scores.Ghost is { } ghost && scores.Reckon(team) is { } ours
                ? new(
                    [.. BesideHistory.Deeds(ghost, ghost.Teams[0]).AsEnumerable().Reverse().Select(deed => new HistoryDeed(deed.What, deed.Said, deed.Time))],
                    ours.History ?? 0,
                    ours.Points)
                : null;
        }
    }
}
