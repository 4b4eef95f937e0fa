using System.Collections.Immutable;

namespace Tabletop.Engine;

/// <summary>One rule's points for one team and why.</summary>
/// <param name="Points">0 to <paramref name="Max"/>; provisional while not judged.</param>
/// <param name="Judged">Whether the outcome of the rule is settled and counts.</param>
/// <param name="Why">What was measured, in words.</param>
/// <param name="Since">Scenario time of what decided it, or null.</param>
/// <param name="Version">Version of the event that decided it, or null.</param>
/// <param name="Source">Where the rule stands in the scenario.</param>
public sealed record ScoreLine(
    string RuleId, Dimension Dimension, string Title, decimal Points, int Max, bool Judged, Phrase Why, DateTimeOffset? Since, long? Version, SourceRef Source)
{
    /// <summary>Whether it has come to what the rule is about.</summary>
    public bool Applies { get; init; } = true;
}

/// <summary>A team's score at one moment.</summary>
public sealed record Scorecard(ImmutableArray<ScoreLine> Lines)
{
    /// <summary>What facilitators gave and took, hints included; it changes neither what could be judged nor the most that there is.</summary>
    public decimal Corrected { get; init; }

    /// <summary>Of <see cref="Corrected"/>, what is of one dimension.</summary>
    public ImmutableSortedDictionary<Dimension, decimal> CorrectedIn { get; init; } = ImmutableSortedDictionary<Dimension, decimal>.Empty;

    /// <summary>Points of what is judged, and corrections.</summary>
    public decimal Points => Lines.Where(line => line.Judged).Sum(line => line.Points) + Corrected;

    /// <summary>The most that what is judged could have given.</summary>
    public int Judged => Lines.Where(line => line.Judged).Sum(line => line.Max);

    /// <summary>The most that the scenario gives.</summary>
    public int Max => Lines.Sum(line => line.Max);

    /// <summary>Share of the scenario's points that could be judged, 0 to 1.</summary>
    public decimal Coverage => Max == 0 ? 0 : (decimal)Judged / Max;

    /// <summary>As if the exercise ended now: what is not judged yet counts with its present points.</summary>
    public decimal Provisional => Lines.Sum(line => line.Points) + Corrected;

    public Scorecard Of(Dimension dimension) => new([.. Lines.Where(line => line.Dimension == dimension)]) { Corrected = CorrectedIn.GetValueOrDefault(dimension) };
}
