using System.Collections.Immutable;
using Tabletop.Engine;

namespace Tabletop.Exercises.Views;

/// <summary>What happened to one team, or to the real organisation, along the time axis.</summary>
public sealed record Story
{
    /// <summary>The id of the real organisation's story.</summary>
    public const string OfHistory = "history";

    /// <summary>The id of a simulation's story.</summary>
    public const string OfWhatIf = "what-if";

    /// <summary>The team's id, or <see cref="OfHistory"/>.</summary>
    public required string Id { get; init; }

    /// <summary>The team's name, or "History".</summary>
    public required Phrase Owner { get; init; }

    /// <summary>True for what the real organisation went through.</summary>
    public bool IsHistory { get; init; }

    /// <summary>What the attacker was doing, without gaps, from the scenario's start to the end of the play.</summary>
    public ImmutableArray<StateSpan> States { get; init; } = [];

    /// <summary>When the attacker had at least one foothold that it could use; stretches don't touch.</summary>
    public ImmutableArray<Stretch> Inside { get; init; } = [];

    /// <summary>What the attacker had, and whether it could use it.</summary>
    public ImmutableArray<FootholdSpan> Footholds { get; init; } = [];

    /// <summary>What the attacker tried.</summary>
    public required MarkRow Steps { get; init; }

    /// <summary>Injects that reached the team.</summary>
    public required MarkRow Messages { get; init; }

    /// <summary>What the team decided and answered.</summary>
    public required MarkRow Decisions { get; init; }
}

/// <param name="Id">Unique in the debrief, as the ids of all that follow.</param>
/// <param name="Detail">The scenario's summary of the state; may be empty.</param>
/// <param name="X1">0 to 1 along the axis.</param>
/// <param name="Inside">True when the attacker had a foothold that it could use as it began.</param>
public sealed record StateSpan(string Id, string Title, string Detail, DateTimeOffset From, DateTimeOffset Until, double X1, double X2, bool Inside);

public readonly record struct Stretch(DateTimeOffset From, DateTimeOffset Until, double X1, double X2);

/// <param name="Standing"><see cref="FootholdStanding.Live"/> or <see cref="FootholdStanding.CutOff"/>; a removed one has no span.</param>
/// <param name="Level">The row: one for each foothold, in the order of planting.</param>
/// <param name="Last">True when the play ended with it.</param>
public sealed record FootholdSpan(
    string Id, string Title, Phrase Detail, FootholdStanding Standing, DateTimeOffset From, DateTimeOffset Until, double X1, double X2, int Level, bool Last);

/// <param name="Levels">How many rows the marks need so that none covers another.</param>
public sealed record MarkRow(ImmutableArray<StoryMark> Marks, int Levels);

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

    /// <summary>An inject did not come, by chance, or was taken back.</summary>
    Missed,

    /// <summary>A facilitator set the attacker or the world to another state.</summary>
    Set,
}

/// <param name="Until">When its effect took place, or null.</param>
/// <param name="X2">Where its effect took place, or X1; never beyond the end of the play.</param>
/// <param name="Level">0 for the first row.</param>
/// <param name="Turning">1, 2 or 3 for a turning point, else 0.</param>
public sealed record StoryMark(
    string Id,
    MarkKind Kind,
    Phrase Title,
    Phrase Detail,
    DateTimeOffset Time,
    DateTimeOffset? Until,
    double X1,
    double X2,
    int Level,
    int Turning);

/// <param name="Number">1, 2 or 3, in order of time.</param>
/// <param name="Event">The mark's id in the team's story.</param>
/// <param name="Score">Points as if the play had ended there, just before.</param>
/// <param name="ScoreAfter">Points as if the play had ended just before the next turning point; at the last one: the final score.</param>
public sealed record TurningPoint(int Number, DateTimeOffset Time, Phrase Title, Phrase Detail, string Event, decimal Score, decimal ScoreAfter);
