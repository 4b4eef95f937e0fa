using Tabletop.Engine;

namespace Tabletop.Exercises;

/// <summary>Who it is that evaluates.</summary>
static class Evaluators
{
    /// <summary>The caller's pass as the log names it; empty for a facilitator. Authorisation has let the caller through.</summary>
    internal static string IdOf(this Passes passes, Caller caller, string exercise) =>
        caller.IsFacilitator ? "" : passes.OfCaller(caller, exercise)
            ?? throw new InvalidOperationException($"A request of an evaluator of {exercise} reached its handler without a valid pass.");

    /// <summary>Whether the caller may evaluate a team, or, where none is named, some team.</summary>
    internal static bool Evaluates(this Passes passes, Caller caller, Exercise exercise, string? team) => caller.IsFacilitator
        || (passes.OfCaller(caller, exercise.Id) is { } id && exercise.FindPass(id) is { Kind: PassKind.Evaluator } pass && (pass.Team is null || team is null || pass.Team == team));

    /// <summary>The id of a command, so that nobody's can be taken for another's.</summary>
    internal static string CommandOf(string by, ExerciseRequest request) => by.Length == 0 ? request.CommandId : request.IdOf(by);
}
