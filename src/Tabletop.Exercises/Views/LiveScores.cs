using System.Collections.Immutable;
using Tabletop.Engine;

namespace Tabletop.Exercises.Views;

/// <summary>
/// The scores of one exercise while it runs, and history's at the same scenario time. Follows the log event by event, so
/// that an update costs what is new. Not thread-safe.
/// </summary>
sealed class LiveScores
{
    readonly ScoreKeeper keeper;
    readonly Follower? ghost;
    Exercise followed;
    DateTimeOffset now;

    internal LiveScores(Scenario scenario, Event.Opened opened)
    {
        followed = Exercise.Open(scenario, opened);
        now = followed.Now;
        keeper = new(followed);
        ghost = Benchmarks.Of(scenario).History is { } run ? new(run) : null;
    }

    /// <param name="log">The whole log.</param>
    /// <param name="time">Scenario time by the clock, where it is known: it goes on while nothing happens.</param>
    internal void Follow(IReadOnlyList<Event> log, DateTimeOffset time = default)
    {
        for (var index = (int)followed.Version; index < log.Count; index++)
        {
            followed = followed.Apply(log[index]);
            keeper.Follow(log[index], followed);
        }

        now = time > followed.Now ? time : followed.Now;
        ghost?.Follow(now);
    }

    /// <summary>What every team has now, by its id.</summary>
    internal IReadOnlyDictionary<string, ScoreGlance> Reckon()
    {
        var history = ghost?.Card.Provisional;
        return followed.Teams.ToDictionary(team => team.Id, team => GlanceOf(keeper.Card(team.Id, now), history), StringComparer.Ordinal);
    }

    /// <summary>What one team has now, or null.</summary>
    internal ScoreGlance? Reckon(string team) =>
        followed.FindTeam(team) is null ? null : GlanceOf(keeper.Card(team, now), ghost?.Card.Provisional);

    /// <summary>History's play as far as the exercise has come, or null.</summary>
    internal Exercise? Ghost => ghost?.Exercise;

    /// <summary>History as a team beside the others, or null.</summary>
    internal TeamGlance? History(ImmutableArray<KeySpec> keys) => ghost is null
        ? null
        : ControlProjection.GlanceOf(ghost.Exercise, ghost.Exercise.Teams[0], keys, ImmutableHashSet<string>.Empty) with
        {
            Id = "",
            Score = GlanceOf(ghost.Card, null),
        };

    static ScoreGlance GlanceOf(Scorecard card, decimal? history) => new(card.Provisional, card.Judged, card.Max, history) { Corrected = card.Corrected };

    /// <summary>History's playthrough, as far as the exercise has come.</summary>
    sealed class Follower
    {
        readonly PlaythroughRun run;
        readonly ScoreKeeper keeper;
        DateTimeOffset now;
        int taken;

        internal Follower(PlaythroughRun run)
        {
            this.run = run;
            Exercise = Exercise.Open(run.Exercise.Scenario, (Event.Opened)run.Log[0]);
            keeper = new(Exercise);
            taken = 1;
            Follow(Exercise.Now);
        }

        internal Exercise Exercise { get; private set; }

        internal Scorecard Card => keeper.Card(PlaythroughRun.TeamId, now);

        internal void Follow(DateTimeOffset time)
        {
            now = time;
            for (; taken < run.Log.Length && run.Log[taken].Time <= time; taken++)
            {
                Exercise = Exercise.Apply(run.Log[taken]);
                keeper.Follow(run.Log[taken], Exercise);
            }
        }
    }
}
