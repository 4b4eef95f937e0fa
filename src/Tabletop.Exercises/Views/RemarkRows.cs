using System.Collections.Immutable;
using Tabletop.Engine;

namespace Tabletop.Exercises.Views;

/// <summary>A facilitator's remark, for facilitators only.</summary>
/// <param name="TeamId">Of the team that it is about; null: of none.</param>
/// <param name="Time">Scenario time.</param>
public sealed record RemarkRow(string Id, string Text, string? TeamId, string? Team, DateTimeOffset Time)
{
    /// <summary>Who wrote it; null: somebody of whom the log has no name.</summary>
    public Facilitator? By { get; init; }
}

public static class RemarkRows
{
    /// <param name="log">Read for who made them; may be empty.</param>
    /// <returns>Newest first.</returns>
    public static ImmutableArray<RemarkRow> Of(Exercise exercise, IReadOnlyList<Event>? log = null)
    {
        var by = (log ?? []).OfType<Event.RemarkMade>().GroupBy(made => made.Remark).ToDictionary(made => made.Key, made => made.First().Facilitator, StringComparer.Ordinal);
        return
        [
            .. exercise.Remarks.Reverse().Select(remark => new RemarkRow(remark.Id, remark.Text, remark.About, exercise.FindTeam(remark.About)?.Name, remark.Time)
            {
                By = by.GetValueOrDefault(remark.Id),
            }),
        ];
    }
}
