using System.Collections.Immutable;
using Tabletop.Engine;

namespace Tabletop.Exercises.Views;

/// <summary>Makes one projector's views, one after the other. Not thread-safe.</summary>
public sealed class WallRoom
{
    const int Entries = 40;

    LiveScores? scores;

    /// <param name="log">The whole log.</param>
    public WallView View(Exercise exercise, IReadOnlyList<Event> log)
    {
        var phase = exercise.PhaseSpec;
        return new()
        {
            Title = exercise.Title,
            Code = exercise.Code,
            Clock = ClockView.Of(exercise),
            Phase = exercise.Lifecycle == Lifecycle.Lobby ? null : new(phase.Title, phase.Summary, phase.Start, phase.End),
            Announcement = exercise.Announcements.LastOrDefault(item => item.Team is null) is { Ended: false } said ? said.Text : null,
            Timeline = [.. TimelineOf(exercise).OrderByDescending(entry => entry.Time).Take(Entries)],
            Standing = StandingOf(exercise, log),
            Teams = exercise.Teams.Length,
            People = exercise.People.Count,
        };
    }

    static IEnumerable<WallEntry> TimelineOf(Exercise exercise)
    {
        if (exercise.Lifecycle == Lifecycle.Lobby)
            return [];

        var phases = exercise.Scenario.Phases.Take(exercise.Phase + 1).Select(phase => new WallEntry(phase.Start, TimelineKind.Phase, phase.Title, null));
        var said = exercise.Announcements.Where(item => item is { Team: null, Ended: false })
            .Select(item => new WallEntry(item.Time, TimelineKind.Announcement, item.Text, null));
        return InjectsOf(exercise).Reverse().Concat(said).Concat(phases);
    }

    /// <summary>What every team has had, each of its people: what is meant for one role stays with it, and what was taken back is not repeated.</summary>
    static IEnumerable<WallEntry> InjectsOf(Exercise exercise)
    {
        if (exercise.Teams.IsEmpty)
            yield break;

        foreach (var id in exercise.Teams[0].Inbox.Select(item => item.Inject))
        {
            if (exercise.FindInject(id) is not { To.IsEmpty: true } inject || exercise.Teams.Any(team => team.WithdrawalOf(id) is not null))
                continue;
            var times = exercise.Teams.Select(team => team.Inbox.FirstOrDefault(item => item.Inject == id)?.Released).ToList();
            if (times.TrueForAll(time => time is not null))
                yield return new(times.Max()!.Value, TimelineKind.Message, inject.Title, inject.Channel);
        }
    }

    ImmutableArray<WallStanding> StandingOf(Exercise exercise, IReadOnlyList<Event> log)
    {
        if (exercise.Standing == Standing.None || exercise.Lifecycle == Lifecycle.Lobby)
            return [];

        scores ??= new(exercise.Scenario, (Event.Opened)log[0]);
        scores.Follow(log);
        var reckoned = scores.Reckon();
        var points = reckoned.ToDictionary(pair => pair.Key, pair => Math.Round(pair.Value.Points), StringComparer.Ordinal);
        return
        [
            .. exercise.Teams
                .Where(team => points.ContainsKey(team.Id))
                .OrderByDescending(team => points[team.Id])
                .Select(team => new WallStanding(
                    1 + points.Values.Count(other => other > points[team.Id]),
                    exercise.Standing == Standing.Names ? team.Name : null,
                    points[team.Id],
                    reckoned[team.Id].Max)),
        ];
    }
}
