namespace Tabletop.Scenarios;

/// <summary>A step of the attacker is known by its id alone, whatever state it belongs to.</summary>
sealed class StepIdsAreUnique : ICheck
{
    public void Run(ScenarioDraft scenario, Draft all, Report report)
    {
        var first = new Dictionary<string, (string State, int Line)>(StringComparer.Ordinal);
        foreach (var (state, step) in scenario.Adversary.Steps)
        {
            if (!first.TryAdd(step.Spec.Id, (state, step.Text.Place.Line)))
            {
                var (other, line) = first[step.Spec.Id];
                report.Add(DiagnosticCodes.StepTwice, step.Text.Place, $"{step.Text.What} is also a step of the state '{other}', in line {line}",
                    "Give each step of the attacker an id of its own.");
            }
        }
    }
}
