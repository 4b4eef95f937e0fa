using System.Collections.Immutable;
using Tabletop.Engine;

namespace Tabletop.Exercises.Views;

/// <summary>What the projector shows: only what every person in the room may know.</summary>
public sealed record WallView
{
    public required string Title { get; init; }

    /// <summary>To join with.</summary>
    public required string Code { get; init; }
    public required ClockView Clock { get; init; }

    /// <summary>Null before the start.</summary>
    public PhaseView? Phase { get; init; }

    /// <summary>What the facilitator said to all, or null.</summary>
    public string? Announcement { get; init; }

    /// <summary>Newest first.</summary>
    public ImmutableArray<WallEntry> Timeline { get; init; } = [];

    /// <summary>Best first; empty when the facilitator does not show it.</summary>
    public ImmutableArray<WallStanding> Standing { get; init; } = [];
    public int Teams { get; init; }
    public int People { get; init; }
}

/// <param name="Channel">Null for what is not an inject.</param>
/// <param name="Time">Scenario time.</param>
public sealed record WallEntry(DateTimeOffset Time, TimelineKind Kind, string Title, Channel? Channel);

/// <param name="Place">Teams with the same points share one.</param>
/// <param name="Team">Null: not told.</param>
/// <param name="Points">As if the exercise ended now, whole points.</param>
public sealed record WallStanding(int Place, string? Team, decimal Points, int Max);
