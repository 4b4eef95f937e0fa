using Tabletop.Engine;

namespace Tabletop.Scenarios;

/// <summary>How a question is answered changes something, tells something, or is asked for. Words are for people to read.</summary>
sealed class AnswersAreRead : ICheck
{
    public void Run(ScenarioDraft scenario, Draft all, Report report)
    {
        var asked = all.Names.Conditions.OfType<Condition.AboutAnswer>().Select(condition => condition.Inject).ToHashSet(StringComparer.Ordinal);
        foreach (var inject in scenario.Injects)
        {
            if (inject.Spec.Question is { } question && question.Kind != QuestionKind.Text && !asked.Contains(inject.Spec.Id)
                && question.Effects.All(effects => effects.IsEmpty)
                && question.Options.All(option => option.Says.Length == 0) && question.Number?.Ranges.All(range => range.Says.Length == 0) != false)
            {
                report.Add(DiagnosticCodes.UnreadAnswer, inject.Text.AtKey("question"), $"how the question of {inject.Text.What} is answered makes no difference",
                    "Give an answer 'effects' or 'says', ask for it in a condition, { answered: … }, or let it be of the kind text if it is for people to judge.");
            }
        }
    }
}
