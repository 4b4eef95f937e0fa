using System.Collections.Immutable;
using Tabletop.Engine;

namespace Tabletop.Exercises;

/// <summary>Something for the store's writer to do.</summary>
abstract record Writing(string Exercise);

/// <param name="At">Server time.</param>
sealed record Heartbeat(string Exercise, DateTimeOffset At) : Writing(Exercise);

/// <summary>Takes an exercise and its log out of the database.</summary>
sealed record Discard(string Exercise) : Writing(Exercise);

/// <summary>Events to add to one log, all or none.</summary>
/// <param name="Expected">The version that the log must have: 0 for a new exercise.</param>
/// <param name="Lifecycle">Where the events lead.</param>
/// <param name="Opened">The entry of a new exercise; null for one that is there.</param>
sealed record Append(
    string Exercise, long Expected, ImmutableArray<StoredEvent> Events, Lifecycle Lifecycle, ExerciseEntry? Opened) : Writing(Exercise);

enum AppendResult
{
    Appended,

    /// <summary>The log does not have the expected version: somebody else has written to it.</summary>
    Conflict,

    /// <summary>Another exercise has the code of the one to be opened.</summary>
    CodeTaken,
}
