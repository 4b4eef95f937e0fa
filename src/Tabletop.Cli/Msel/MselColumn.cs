using System.Collections.Immutable;

namespace Tabletop.Cli;

/// <summary>The columns of a master scenario events list, as HSEEP has them.</summary>
enum MselColumn
{
    Number,
    Inject,
    ScenarioTime,
    ExerciseTime,
    Trigger,
    From,
    To,
    Method,
    Title,
    Message,
    ExpectedAction,
    Objectives,
    Notes,
}

/// <param name="Column">Which.</param>
/// <param name="Heading">In the first row; columns are found by it, so they may be moved.</param>
/// <param name="Width">In letters.</param>
/// <param name="FollowsFrom">Null when it may be changed; else why not.</param>
sealed record MselHeading(MselColumn Column, string Heading, double Width, string? FollowsFrom = null)
{
    internal static ImmutableArray<MselHeading> All { get; } =
    [
        new(MselColumn.Number, "No.", 6, "the number is the inject's place in scenario.yaml"),
        new(MselColumn.Inject, "Inject", 22),
        new(MselColumn.ScenarioTime, "Scenario time (UTC)", 20),
        new(MselColumn.ExerciseTime, "Exercise time", 14, "the exercise time follows from the scenario time"),
        new(MselColumn.Trigger, "Trigger", 30, "triggers are written in scenario.yaml"),
        new(MselColumn.From, "From", 20),
        new(MselColumn.To, "To", 24),
        new(MselColumn.Method, "Method", 10),
        new(MselColumn.Title, "Title", 32),
        new(MselColumn.Message, "Message", 70),
        new(MselColumn.ExpectedAction, "Expected action", 45),
        new(MselColumn.Objectives, "Objectives", 12),
        new(MselColumn.Notes, "Notes", 45, "questions and provenance are written in scenario.yaml"),
    ];

    internal static MselHeading Of(MselColumn column) => All[(int)column];
}
