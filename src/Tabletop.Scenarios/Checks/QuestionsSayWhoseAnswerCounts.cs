namespace Tabletop.Scenarios;

/// <summary>Since format 2 a question says whose answer counts, and an owner gets the question.</summary>
sealed class QuestionsSayWhoseAnswerCounts : ICheck
{
    public void Run(ScenarioDraft scenario, Draft all, Report report)
    {
        foreach (var (spec, text) in scenario.Injects)
        {
            if (spec.Question is not { } question || text.Find("question") is not MapNode map)
            {
                continue;
            }

            if (scenario.Format > 1 && map.Find("counts") is null)
            {
                report.Add(DiagnosticCodes.CountsNotSaid, text.AtKey("question"), $"the question of {text.What} does not say whose answer counts",
                    "Write 'counts: first' (the first answer), 'counts: vote', or 'counts: owner' with the role that decides as 'owner'.");
            }

            if (question.Owner is { } owner && !spec.To.IsEmpty && !spec.To.Contains(owner))
            {
                report.Add(DiagnosticCodes.OwnerNotAsked, map.Find("owner")?.Value.Place ?? text.Place, $"the role '{owner}' decides the question of {text.What} and does not get it",
                    $"Add '{owner}' to the inject's 'to', or name one of its roles as 'owner'.");
            }
        }
    }
}
