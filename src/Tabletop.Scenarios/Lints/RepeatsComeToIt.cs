namespace Tabletop.Scenarios;

/// <summary>An inject that repeats has time to come a second time before the exercise is over.</summary>
sealed class RepeatsComeToIt : ICheck
{
    public void Run(ScenarioDraft scenario, Draft all, Report report)
    {
        var earliest = new Earliest(scenario);
        foreach (var inject in scenario.Injects)
        {
            if (inject.Spec.Repeat is { } repeat && earliest.OfInject(inject.Spec.Id) + repeat.Every > scenario.Phases[^1].Spec.End)
            {
                report.Add(DiagnosticCodes.IdleRepeat, inject.Text.AtKey("repeat"), $"{inject.Text.What} never comes a second time: the exercise is over before",
                    "Let it come again sooner with 'every', or take 'repeat' out.");
            }
        }
    }
}
