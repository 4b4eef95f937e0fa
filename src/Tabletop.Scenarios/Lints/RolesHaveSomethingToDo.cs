namespace Tabletop.Scenarios;

/// <summary>Each role may decide an action, or gets an inject that is meant for it.</summary>
sealed class RolesHaveSomethingToDo : ICheck
{
    public void Run(ScenarioDraft scenario, Draft all, Report report)
    {
        if (scenario.Actions.Any(action => action.Spec.Roles.IsEmpty))
        {
            return;
        }

        var busy = scenario.Actions.SelectMany(action => action.Spec.Roles)
            .Concat(scenario.Injects.SelectMany(inject => inject.Spec.To))
            .ToHashSet(StringComparer.Ordinal);
        foreach (var role in scenario.Roles.Where(role => !busy.Contains(role.Spec.Id)))
        {
            report.Add(DiagnosticCodes.IdleRole, role.Text.Place, $"{role.Text.What} may decide nothing, and nothing is sent to it",
                "Name it in the 'roles' of an action or in the 'to' of an inject, or take it out.");
        }
    }
}
