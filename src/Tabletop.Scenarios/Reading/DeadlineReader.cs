using System.Collections.Immutable;
using Tabletop.Engine;

namespace Tabletop.Scenarios;

/// <summary>Until when a question waits, and what follows.</summary>
static class DeadlineReader
{
    /// <param name="options">Ids of the question's options.</param>
    /// <param name="isKnown">Whether the question's kind is one that there is.</param>
    public static DeadlineSpec? Read(MapReader question, QuestionKind kind, ImmutableArray<string> options, bool isKnown)
    {
        if (question.OptionalMap("deadline", $"the deadline of {question.What}") is not { } map)
        {
            return null;
        }

        var after = map.Duration("after");
        var says = map.Text("says");
        var answer = map.OptionalName(Kind.None, "answer");
        var effects = map.Effects();
        map.End();
        if (after == TimeSpan.Zero)
        {
            map.Report(DiagnosticCodes.DeadlineOfZero, map.At("after"), $"{map.What} leaves no time to answer", "Write how long the question waits once it has come, for example 2h.");
        }

        if (answer is not null && isKnown && !(kind == QuestionKind.Single && options.Contains(answer)))
        {
            map.Report(DiagnosticCodes.DefaultIsNoOption, map.At("answer"),
                kind == QuestionKind.Single ? $"{question.What} has no option '{answer}'" : $"{question.What} is of the kind {Words<QuestionKind>.Of(kind)}, which no single option answers",
                "Name one of the options of a question of the kind single, or write what follows as 'effects'.");
            answer = null;
        }

        return new(after ?? TimeSpan.Zero, says, answer, effects);
    }
}
