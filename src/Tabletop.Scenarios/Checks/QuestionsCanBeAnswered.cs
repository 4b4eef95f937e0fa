using Tabletop.Engine;

namespace Tabletop.Scenarios;

/// <summary>There is as much to choose as a question wants to have chosen.</summary>
sealed class QuestionsCanBeAnswered : ICheck
{
    public void Run(ScenarioDraft scenario, Draft all, Report report)
    {
        foreach (var inject in scenario.Injects)
        {
            if (inject.Spec.Question is not { Kind: QuestionKind.Multiple or QuestionKind.Plan } question || inject.Text.Find("question") is not MapNode map)
            {
                continue;
            }

            var count = question.Kind == QuestionKind.Plan ? question.CredentialsIn(scenario.Credentials.Select(credential => credential.Spec)).Length : question.Options.Count;
            var (key, bound, most) = question.Most > count ? ("most", question.Most.Value, count) : ("least", question.Least, question.Most ?? count);
            if (count > 0 && bound > most)
            {
                report.Add(DiagnosticCodes.TooFewToChoose, map.Find(key)?.Value.Place ?? inject.Text.Place,
                    $"'{key}' of the question of {inject.Text.What} is {bound}, and {(key == "least" && question.Most is not null ? "'most' is" : "there are")} {most}",
                    "Ask for fewer, or offer more.");
            }
        }
    }
}
