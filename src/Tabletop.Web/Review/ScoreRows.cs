using System.Collections.Immutable;
using Tabletop.Engine;
using Tabletop.Exercises.Views;

namespace Tabletop.Web.Review;

/// <summary>One bar of a dimension's chart: whose, and how long its parts are as shares of the chart's width.</summary>
/// <param name="Kind">Style: team, history or best.</param>
/// <param name="Max">Length of the track: all points that the scenario gives in the dimension.</param>
/// <param name="Judged">The part of the track that could be judged.</param>
public sealed record ScoreBar(Phrase Owner, string Kind, Phrase Text, double Scored, double Judged, double Max);

public sealed record DimensionScores(Dimension Dimension, int Max, ImmutableArray<ScoreBar> Bars);

/// <summary>What a team's score is made of.</summary>
public static class ScoreRows
{
    /// <summary>Each dimension with the team's, history's and the best known score; all bars on one scale.</summary>
    public static ImmutableArray<DimensionScores> Of(DebriefView view, TeamResult team)
    {
        var longest = team.Dimensions.IsEmpty ? 1 : team.Dimensions.Max(item => item.Points.Max);
        return [.. team.Dimensions.Select(item => new DimensionScores(
            item.Dimension,
            item.Points.Max,
            [.. new[]
            {
                BarOf($"{team.Name}", "team", item.Points, longest),
                BarOf(view.History, "history", item.Dimension, longest),
                BarOf(view.Best, "best", item.Dimension, longest),
            }.OfType<ScoreBar>()]))];
    }

    /// <summary>Titles of the rules that could not be judged for a team.</summary>
    public static ImmutableArray<string> Unjudged(DebriefView view, string team) =>
        [.. view.Rules.Where(rule => ResultOf(rule, team) is not { Judged: true }).Select(rule => $"“{rule.Title}”")];

    public static RuleResult? ResultOf(RuleRow rule, string team) => rule.Teams.FirstOrDefault(item => item.Team == team);

    /// <summary>Whose points stand beside the team's own: the other teams' while they are few, history's and the best known.</summary>
    public static (Phrase Name, Func<RuleRow, RuleResult?> ResultOf)[] Others(DebriefView view, DebriefPlan plan)
    {
        var others = plan.Teams.Length > DebriefPlan.FewTeams ? [] : plan.Teams.Where(team => team != plan.Team)
            .Select(team => ((Phrase)$"{team.Name}", (Func<RuleRow, RuleResult?>)(rule => ResultOf(rule, team.Id))));
        if (view.History is { } history)
            others = others.Append((history.Title, rule => rule.History));
        if (view.Best is { } best)
            others = others.Append((best.Title, rule => rule.Best));
        return [.. others];
    }

    static ScoreBar? BarOf(Benchmark? benchmark, string kind, Dimension dimension, int longest) =>
        benchmark?.Dimensions.FirstOrDefault(item => item.Dimension == dimension) is { } found ? BarOf(benchmark.Title, kind, found.Points, longest) : null;

    static ScoreBar BarOf(Phrase owner, string kind, Points points, int longest) => new(
        owner,
        kind,
        points.Judged > 0 && points.Judged < points.Max ? (Phrase)$"{PointsText.Number(points.Scored)} of {points.Judged} judged" : PointsText.Of(points),
        (double)Math.Clamp(points.Scored, 0, points.Max) / longest,
        (double)points.Judged / longest,
        (double)points.Max / longest);
}
