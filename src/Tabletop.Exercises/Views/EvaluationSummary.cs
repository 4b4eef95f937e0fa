using System.Collections.Immutable;
using Tabletop.Engine;

namespace Tabletop.Exercises.Views;

/// <summary>What those who watched a team made of it.</summary>
/// <param name="Observations">In order of time.</param>
public sealed record EvaluationSummary(string Team, ImmutableArray<RatedItem> Items, ImmutableArray<ObservationRow> Observations)
{
    public static EvaluationSummary Of(Exercise exercise, string team) => new(
        team,
        [.. EvaluationGuide.Of(exercise.Scenario).Select(item => new RatedItem(
            item.Title,
            [.. exercise.Ratings.Where(rating => rating.Team == team && rating.Objective == item.Id)]))],
        [.. EvaluationProjection.ObservationsOf(exercise, team, by: null).Reverse()]);

    /// <summary>The same with the files of its observations, for facilitators.</summary>
    public EvaluationSummary WithFiles(Exercise exercise) => this with
    {
        Observations = [.. Observations.Select(row => row with { Files = exercise.Observations.First(item => item.Id == row.Id).Files })],
    };

    public bool IsEmpty => Observations.IsEmpty && Items.All(item => item.Ratings.IsEmpty);
}

/// <param name="Ratings">One for each who rated it.</param>
public sealed record RatedItem(string Title, ImmutableArray<TeamRating> Ratings);
