namespace Tabletop.Scenarios;

/// <summary>The exercise is not over before a question's deadline passes.</summary>
sealed class DeadlinesComeToPass : ICheck
{
    public void Run(ScenarioDraft scenario, Draft all, Report report)
    {
        var earliest = new Earliest(scenario);
        foreach (var inject in scenario.Injects)
        {
            if (inject.Spec.Question?.Deadline is { } deadline && earliest.OfInject(inject.Spec.Id) + deadline.After > scenario.Phases[^1].Spec.End)
            {
                report.Add(DiagnosticCodes.IdleDeadline, (inject.Text.Find("question") as MapNode)?.Find("deadline")?.Key.Place ?? inject.Text.Place,
                    $"the deadline of {inject.Text.What} never passes: the exercise is over before", "Let the question wait less long with 'after', or take 'deadline' out.");
            }
        }
    }
}
