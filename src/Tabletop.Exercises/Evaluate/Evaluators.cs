namespace Tabletop.Exercises;

/// <summary>Who it is that evaluates.</summary>
static class Evaluators
{
    /// <summary>The caller's pass as the log names it; empty for a facilitator. Authorisation has let the caller through.</summary>
    internal static string IdOf(this Passes passes, Caller caller, string exercise) =>
        caller.IsFacilitator ? "" : passes.OfCaller(caller, exercise)
            ?? throw new InvalidOperationException($"A request of an evaluator of {exercise} reached its handler without a valid pass.");

    /// <summary>The id of a command, so that nobody's can be taken for another's.</summary>
    internal static string CommandOf(string by, ExerciseRequest request) => by.Length == 0 ? request.CommandId : request.IdOf(by);
}
