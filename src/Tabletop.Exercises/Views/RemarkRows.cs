using System.Collections.Immutable;
using Tabletop.Engine;

namespace Tabletop.Exercises.Views;

/// <summary>A facilitator's remark, for facilitators only.</summary>
/// <param name="TeamId">Of the team that it is about; null: of none.</param>
/// <param name="Time">Scenario time.</param>
public sealed record RemarkRow(string Id, string Text, string? TeamId, string? Team, DateTimeOffset Time);

public static class RemarkRows
{
    /// <returns>Newest first.</returns>
    public static ImmutableArray<RemarkRow> Of(Exercise exercise) =>
        [.. exercise.Remarks.Reverse().Select(remark => new RemarkRow(remark.Id, remark.Text, remark.About, exercise.FindTeam(remark.About)?.Name, remark.Time))];
}
