using System.Collections.Immutable;
using Tabletop.Engine;

namespace Tabletop.Exercises.Views;

/// <summary>Draws up the debrief of an exercise from its log.</summary>
public static class DebriefProjection
{
    public static DebriefView Of(Exercise exercise, IReadOnlyList<Event> log)
    {
        var scenario = exercise.Scenario;
        var axis = TimeAxis.Of(scenario, exercise.Pace);
        var keeper = Scoring.Follow(scenario, log, out _);
        var cards = exercise.Teams.Select(team => (Team: team, Card: keeper.Card(team.Id, exercise.Now))).ToList();
        var turning = exercise.Teams.ToDictionary(team => team.Id, team => TurningPoints.Of(exercise, log, team), StringComparer.Ordinal);
        var benchmarks = Benchmarks.Of(scenario);
        var lanes = exercise.Teams.SelectMany(team =>
            new Lanes(exercise, log, team, axis, team.Name, isHistory: false)
                .Draw(turning[team.Id].ToDictionary(item => item.Version, item => item.Point.Number)));
        if (benchmarks.History is { } history)
        {
            lanes = lanes.Concat(new Lanes(history.Exercise, history.Log, history.Exercise.Teams[0], axis, "History", isHistory: true)
                .Draw(new Dictionary<long, int>()));
        }

        return new()
        {
            Exercise = exercise.Id,
            Title = exercise.Title,
            Scenario = scenario.Title,
            Pace = scenario.Paces.TryGet(exercise.Pace, out var pace) ? pace.Title : exercise.Pace,
            Played = exercise.Clock.ElapsedBefore,
            Ended = exercise.Now,
            Axis = axis,
            Lanes = [.. lanes],
            Teams = [.. cards.Select(item => ResultOf(exercise, item.Team, item.Card, turning[item.Team.Id]))],
            History = BenchmarkOf(benchmarks.History, "History"),
            Best = BenchmarkOf(benchmarks.Best, "Best known"),
            Rules = RulesOf(scenario, cards, benchmarks),
        };
    }

    static TeamResult ResultOf(Exercise exercise, Team team, Scorecard card, IReadOnlyList<(long Version, TurningPoint Point)> turning)
    {
        var ending = Scoring.EndingOf(exercise, team);
        return new()
        {
            Id = team.Id,
            Name = team.Name,
            Members = TeamProjection.MembersOf(exercise, team.Id, ImmutableHashSet<string>.Empty),
            Ending = ending.Title,
            EndingBody = ending.Body,
            Total = Points.Of(card),
            Dimensions = DimensionsOf(card),
            TurningPoints = [.. turning.Select(item => item.Point)],
            OutageHours = team.World.OutageHours,
            Decisions = team.Decisions.Count(item => item.Status != DecisionStatus.Withdrawn),
        };
    }

    static Benchmark? BenchmarkOf(PlaythroughRun? run, string title) =>
        run is null ? null : new(title, Points.Of(run.Score), DimensionsOf(run.Score));

    static ImmutableArray<DimensionPoints> DimensionsOf(Scorecard card) =>
        [.. Enum.GetValues<Dimension>()
            .Where(dimension => card.Lines.Any(line => line.Dimension == dimension))
            .Select(dimension => new DimensionPoints(dimension, Points.Of(card.Of(dimension))))];

    static ImmutableArray<RuleRow> RulesOf(Scenario scenario, List<(Team Team, Scorecard Card)> cards, Benchmarks benchmarks) =>
        [.. scenario.Scoring.OrderBy(rule => rule.Dimension).Select(rule => new RuleRow(
            rule.Id,
            rule.Dimension,
            rule.Title,
            rule.Why,
            rule.Points,
            rule.Source.ToString(),
            [.. cards.Select(item => LineOf(item.Card, rule.Id, item.Team.Name)).OfType<RuleResult>()],
            benchmarks.History is { } history ? LineOf(history.Score, rule.Id, "History") : null,
            benchmarks.Best is { } best ? LineOf(best.Score, rule.Id, "Best known") : null))];

    static RuleResult? LineOf(Scorecard card, string rule, string team) =>
        card.Lines.FirstOrDefault(line => line.RuleId == rule) is { } line ? new(team, line.Points, line.Judged, line.Why) : null;
}
