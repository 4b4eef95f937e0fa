using Tabletop.Engine;

namespace Tabletop.Scenarios;

/// <summary>An action does not list systems that are only there to be seen.</summary>
sealed class TargetsAreTargetable : ICheck
{
    public void Run(ScenarioDraft scenario, Draft all, Report report)
    {
        var seenOnly = scenario.Systems.Where(system => !system.Spec.Targetable).Select(system => system.Spec.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var action in scenario.Actions.Where(action => action.Spec.Target == TargetKind.System))
        {
            if (action.Text.Find("targets") is not ListNode list)
            {
                continue;
            }

            foreach (var target in list.Items.OfType<ScalarNode>().Where(target => seenOnly.Contains(target.Value)))
            {
                report.Add(DiagnosticCodes.UnknownTarget, target.Place, $"the action '{action.Spec.Id}' cannot be aimed at '{target.Value}'",
                    "That system has 'targetable: false': take it out here, or take that out there.");
            }
        }
    }
}
