using System.Collections.Immutable;
using Tabletop.Engine;

namespace Tabletop.Exercises.Views;

/// <summary>What happened and what it was worth, for everybody who took part.</summary>
public sealed record DebriefView
{
    public required string Exercise { get; init; }
    public required string Title { get; init; }
    public required string Scenario { get; init; }
    public required string Pace { get; init; }

    /// <summary>Exercise time, without pauses.</summary>
    public required TimeSpan Played { get; init; }

    /// <summary>Scenario time at which the play ended.</summary>
    public required DateTimeOffset Ended { get; init; }
    public required TimeAxis Axis { get; init; }

    /// <summary>Attacker and decisions of each team, then of history.</summary>
    public ImmutableArray<Lane> Lanes { get; init; } = [];
    public ImmutableArray<TeamResult> Teams { get; init; } = [];

    /// <summary>What the real organisation reached, or null where the scenario has no history.</summary>
    public Benchmark? History { get; init; }

    /// <summary>The best playthrough that came with the scenario, or null.</summary>
    public Benchmark? Best { get; init; }

    /// <summary>Every rule with each team's points, by dimension and in the scenario's order.</summary>
    public ImmutableArray<RuleRow> Rules { get; init; } = [];
}

public enum LaneKind
{
    Attacker,
    Team,
}

/// <param name="Owner">The team's name, or "History".</param>
/// <param name="IsHistory">True for what the real organisation did.</param>
/// <param name="Levels">How many rows the marks need so that none covers another; at least 1.</param>
public sealed record Lane(LaneKind Kind, string Owner, bool IsHistory, ImmutableArray<LaneSpan> Spans, ImmutableArray<LaneMark> Marks, int Levels);

/// <summary>A state that lasted.</summary>
public sealed record LaneSpan(string Title, DateTimeOffset From, DateTimeOffset Until, double X1, double X2, bool Inside);

public enum MarkKind
{
    /// <summary>The attacker got on.</summary>
    Moved,

    /// <summary>The attacker left something behind that lets it come back.</summary>
    Planted,
    Refused,
    Decided,
    Withdrawn,
    Answered,

    /// <summary>An inject reached the team.</summary>
    Told,
}

/// <param name="Id">Unique in the picture.</param>
/// <param name="Until">When its effect took place, or null.</param>
/// <param name="Level">0 for the first row of the lane.</param>
/// <param name="Turning">1, 2 or 3 for a turning point, else 0.</param>
public sealed record LaneMark(
    string Id,
    MarkKind Kind,
    string Title,
    string Detail,
    DateTimeOffset Time,
    DateTimeOffset? Until,
    double X1,
    double X2,
    int Level,
    int Turning);

/// <param name="Number">1, 2 or 3, in order of time.</param>
public sealed record TurningPoint(int Number, DateTimeOffset Time, string Title, string Detail);

public sealed record TeamResult
{
    public required string Id { get; init; }
    public required string Name { get; init; }
    public ImmutableArray<Seat> Members { get; init; } = [];
    public required string Ending { get; init; }

    /// <summary>Markdown.</summary>
    public required string EndingBody { get; init; }
    public required Points Total { get; init; }

    /// <summary>Dimensions that the scenario scores, in order.</summary>
    public ImmutableArray<DimensionPoints> Dimensions { get; init; } = [];
    public ImmutableArray<TurningPoint> TurningPoints { get; init; } = [];
    public decimal OutageHours { get; init; }
    public int Decisions { get; init; }
}

/// <param name="Scored">Points of what was judged.</param>
/// <param name="Judged">The most that what was judged could give.</param>
/// <param name="Max">The most that the scenario gives.</param>
public readonly record struct Points(decimal Scored, int Judged, int Max)
{
    /// <summary>Share of the scenario's points that could be judged, 0 to 1.</summary>
    public decimal Coverage => Max == 0 ? 0 : (decimal)Judged / Max;

    public static Points Of(Scorecard card) => new(card.Points, card.Judged, card.Max);
}

public sealed record DimensionPoints(Dimension Dimension, Points Points);

public sealed record Benchmark(string Title, Points Total, ImmutableArray<DimensionPoints> Dimensions);

/// <param name="Importance">Why it matters.</param>
/// <param name="Line">Where the rule stands in the scenario: <c>file:line</c>.</param>
public sealed record RuleRow(
    string Id,
    Dimension Dimension,
    string Title,
    string Importance,
    int Max,
    string Line,
    ImmutableArray<RuleResult> Teams,
    RuleResult? History,
    RuleResult? Best);

/// <param name="Why">What was measured.</param>
public sealed record RuleResult(string Team, decimal Points, bool Judged, string Why);
