using Tabletop.Engine;

namespace Tabletop.Exercises;

/// <summary>Finds exercises by code, and stops those who guess.</summary>
sealed class CodeLookup(EventStore store, WrongTries tries)
{
    public Result<ExerciseEntry> Find(string? typed, Caller caller)
    {
        if (tries.TooMany(caller.Address))
            return new Refusal(RefusalCode.TooManyTries, "Too many wrong codes came from your network. Wait a minute, then try again.");

        // Nobody sits in a rehearsal but its bots.
        if (Codes.TryRead(typed, out var code) && store.FindByCode(code) is { Mode: not ExerciseMode.Rehearsal } entry)
            return entry;

        tries.Count(caller.Address);
        return new Refusal(RefusalCode.UnknownCode, "There is no exercise with this code. Compare it with the facilitator's screen.");
    }
}
