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

    /// <summary>That bots played, and which; null where people did.</summary>
    public RehearsalView? Rehearsal { get; init; }

    /// <summary>While the exercise is not over the debrief is a facilitator's look ahead.</summary>
    public required Lifecycle Lifecycle { get; init; }

    public bool IsOver => Lifecycle is Lifecycle.Debrief or Lifecycle.Closed;

    /// <summary>Exercise time, without pauses.</summary>
    public required TimeSpan Played { get; init; }

    /// <summary>Scenario time at which the play ended.</summary>
    public required DateTimeOffset Ended { get; init; }
    public required TimeAxis Axis { get; init; }

    /// <summary>Markdown: what the scenario tells when it is over; empty where it tells nothing.</summary>
    public string Afterword { get; init; } = "";

    /// <summary>What happened to each team, in the order of <see cref="Teams"/>, then to the real organisation.</summary>
    public ImmutableArray<Story> Stories { get; init; } = [];
    public ImmutableArray<TeamResult> Teams { get; init; } = [];

    /// <summary>What the real organisation reached, or null where the scenario has no history.</summary>
    public Benchmark? History { get; init; }

    /// <summary>The best playthrough that came with the scenario, or null.</summary>
    public Benchmark? Best { get; init; }

    /// <summary>What those who watched made of it, in the order of <see cref="Teams"/>.</summary>
    public ImmutableArray<EvaluationSummary> Evaluations { get; init; } = [];

    /// <summary>Hints, corrections and overrides of the facilitators, oldest first.</summary>
    public ImmutableArray<InterventionRow> Interventions { get; init; } = [];

    /// <summary>Every rule with each team's points, by dimension and in the scenario's order.</summary>
    public ImmutableArray<RuleRow> Rules { get; init; } = [];
}

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

    /// <summary>Actions decided and not withdrawn.</summary>
    public int Decisions { get; init; }

    /// <summary>Every decision and answer beside history's, in order of time; empty where the scenario has no history.</summary>
    public ImmutableArray<BesideHistory> BesideHistory { get; init; } = [];
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

public sealed record Benchmark(Phrase Title, string Ending, Points Total, ImmutableArray<DimensionPoints> Dimensions);

/// <param name="Importance">Why it matters.</param>
/// <param name="Line">Where the rule stands in the scenario: <c>file:line</c>.</param>
/// <param name="Teams">In the order of the teams.</param>
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

/// <param name="Team">The team's id; empty for a playthrough.</param>
/// <param name="Why">What was measured.</param>
/// <param name="Settled">Scenario time of what decided it, or null.</param>
/// <param name="Event">What decided it, as an id in the team's story; null when nothing in the story did.</param>
public sealed record RuleResult(string Team, decimal Points, bool Judged, Phrase Why, DateTimeOffset? Settled, string? Event);
