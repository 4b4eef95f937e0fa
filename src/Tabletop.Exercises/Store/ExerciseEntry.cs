using Tabletop.Engine;

namespace Tabletop.Exercises;

/// <summary>What the list of exercises says of one; follows its log.</summary>
/// <param name="Code">Six characters; <see cref="Codes.Show"/> makes it readable.</param>
/// <param name="Scenario">Id of the scenario.</param>
public sealed record ExerciseEntry(
    string Id, string Code, string Title, string Scenario, ExerciseMode Mode, Lifecycle Lifecycle, DateTimeOffset OpenedAt)
{
    /// <summary>When it is to start, while it is in the lobby; null: nobody said.</summary>
    public PlannedStart? Planned { get; init; }

    /// <summary>Id of the exercise that it rehearses; null where people play.</summary>
    public string? Rehearses { get; init; }
}
