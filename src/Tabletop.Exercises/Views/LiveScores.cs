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
    readonly Ghost? ghost;
    Exercise followed;

    internal LiveScores(Scenario scenario, Event.Opened opened)
    {
        followed = Exercise.Open(scenario, opened);
        keeper = new(followed);
        ghost = Benchmarks.Of(scenario).History is { } run ? new(run) : null;
    }

    /// <param name="log">The whole log.</param>
    internal void Follow(IReadOnlyList<Event> log)
    {
        for (var index = (int)followed.Version; index < log.Count; index++)
        {
            followed = followed.Apply(log[index]);
            keeper.Follow(log[index], followed);
        }

        ghost?.Follow(followed.Now);
    }

    internal IReadOnlyDictionary<string, ScoreGlance> Scores => followed.Teams.ToDictionary(
        team => team.Id,
        team => GlanceOf(keeper.Card(team.Id, followed.Now), ghost?.Card.Provisional),
        StringComparer.Ordinal);

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
    sealed class Ghost
    {
        readonly PlaythroughRun run;
        readonly ScoreKeeper keeper;
        DateTimeOffset now;
        int taken;

        internal Ghost(PlaythroughRun run)
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
