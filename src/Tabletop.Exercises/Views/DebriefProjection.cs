using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Tabletop.Engine;

namespace Tabletop.Exercises.Views;

/// <summary>Draws up the debrief of an exercise from its log.</summary>
public static class DebriefProjection
{
    // Everybody who took part looks at the same one, most of them in the same minute.
    static readonly ConditionalWeakTable<Exercise, DebriefView> Drawn = [];

    /// <param name="log">All events of the exercise, from the first.</param>
    public static DebriefView Of(Exercise exercise, IReadOnlyList<Event> log) => Drawn.GetValue(exercise, item => Draw(item, log));

    static DebriefView Draw(Exercise exercise, IReadOnlyList<Event> log)
    {
        var scenario = exercise.Scenario;
        var axis = TimeAxis.Of(scenario, exercise.Pace);
        var replay = Replay.Of(scenario, log);
        var benchmarks = Benchmarks.Of(scenario);
        var history = benchmarks.History is { } run ? Replay.Of(scenario, run.Log) : null;
        var teams = exercise.Teams.Select(team => TeamDebrief.Of(replay, team, history)).ToList();
        var stories = teams.Select(item => Stories.OfTeam(replay, item.Team, axis, item.Turning.ToDictionary(point => point.Mark, point => point.Point.Number)));
        return new()
        {
            Exercise = exercise.Id,
            Title = exercise.Title,
            Scenario = scenario.Title,
            Rehearsal = RehearsalView.From(exercise),
            Pace = scenario.Paces.TryGet(exercise.Pace, out var pace) ? pace.Title : exercise.Pace,
            Lifecycle = exercise.Lifecycle,
            Played = exercise.Clock.ElapsedBefore,
            Ended = exercise.Now,
            Axis = axis,
            Afterword = scenario.Afterword,
            Stories = [.. history is null ? stories : stories.Append(Stories.OfHistory(history, axis))],
            Teams = [.. teams.Select(item => item.Result)],
            History = BenchmarkOf(benchmarks.History, "History"),
            Best = BenchmarkOf(benchmarks.Best, "Best known"),
            Evaluations = [.. exercise.Teams.Select(team => EvaluationSummary.Of(exercise, team.Id))],
            Interventions = Interventions.Of(exercise, log),
            Rules = [.. scenario.Scoring.OrderBy(rule => rule.Dimension).Select(rule => RuleOf(rule, teams, benchmarks))],
        };
    }

    internal static Benchmark? BenchmarkOf(PlaythroughRun? run, Phrase title) =>
        run is null ? null : new(title, run.Ending.Title, Points.Of(run.Score), TeamDebrief.DimensionsOf(run.Score));

    static RuleRow RuleOf(ScoreRule rule, List<TeamDebrief> teams, Benchmarks benchmarks) => new(
        rule.Id,
        rule.Dimension,
        rule.Title,
        rule.Why,
        rule.Points,
        rule.Source.ToString(),
        [.. teams.Select(item => item.LineOf(rule.Id)).OfType<RuleResult>()],
        ResultOf(benchmarks.History, rule.Id),
        ResultOf(benchmarks.Best, rule.Id));

    static RuleResult? ResultOf(PlaythroughRun? run, string rule) =>
        run?.Score.Lines.FirstOrDefault(line => line.RuleId == rule) is { } line
            ? new("", line.Points, line.Judged, line.Why, line.Since, null)
            : null;
}

/// <summary>One team's part of the debrief.</summary>
sealed record TeamDebrief(Team Team, Scorecard Card, IReadOnlyList<(long Mark, TurningPoint Point)> Turning, TeamResult Result, IReadOnlyDictionary<long, long> Marks)
{
    internal static TeamDebrief Of(Replay replay, Team team, Replay? history)
    {
        var (exercise, card, turning) = (replay.Exercise, replay.Card(team.Id), TurningPoints.Of(replay, team, history));
        var ending = Scoring.EndingOf(exercise, team);
        return new(team, card, turning, new()
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
            BesideHistory = history is null ? [] : BesideHistory.Of(exercise, team, history.Exercise),
        }, MarksOf(replay, team));
    }

    internal static ImmutableArray<DimensionPoints> DimensionsOf(Scorecard card) =>
        [.. Enum.GetValues<Dimension>()
            .Where(dimension => card.Lines.Any(line => line.Dimension == dimension))
            .Select(dimension => new DimensionPoints(dimension, Points.Of(card.Of(dimension))))];

    internal RuleResult? LineOf(string rule) => Card.Lines.FirstOrDefault(line => line.RuleId == rule) is { } line
        ? new(
            Team.Id,
            line.Points,
            line.Judged,
            line.Why,
            line.Since,
            line.Version is { } version && Marks.TryGetValue(version, out var mark) ? Stories.MarkId(Team.Id, mark) : null)
        : null;

    /// <summary>By version of an event: the version of the event whose mark in the story shows it.</summary>
    static Dictionary<long, long> MarksOf(Replay replay, Team team)
    {
        var marks = new Dictionary<long, long>();
        foreach (var e in replay.Log.Where(item => item.TeamId == team.Id))
        {
            if (e is Event.AdversaryMoved or Event.AdversaryRefused or Event.DecisionMade or Event.InjectAnswered or Event.InjectReleased)
                marks[e.Version] = e.Version;
            else if (e is Event.DecisionFinished finished)
                marks[e.Version] = team.Decisions.First(item => item.Id == finished.Decision).Version;
        }

        return marks;
    }
}
