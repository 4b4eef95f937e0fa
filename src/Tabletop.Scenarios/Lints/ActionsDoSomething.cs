using Tabletop.Engine;

namespace Tabletop.Scenarios;

/// <summary>Each action changes something, tells something, or is asked for.</summary>
sealed class ActionsDoSomething : ICheck
{
    public void Run(ScenarioDraft scenario, Draft all, Report report)
    {
        var asked = all.Names.Conditions.OfType<Condition.Did>().Select(condition => condition.Action).ToHashSet(StringComparer.Ordinal);
        foreach (var action in scenario.Actions.Where(action => action.Spec.Effects.IsEmpty && action.Spec.Findings.IsEmpty && !asked.Contains(action.Spec.Id)))
        {
            report.Add(DiagnosticCodes.IdleAction, action.Text.Place, $"{action.Text.What} changes nothing and tells nothing",
                "Give it 'effects' or 'findings', or let a rule or an inject ask whether it was done.");
        }
    }
}
