namespace Tabletop.Scenarios;

/// <summary>Each objective is served by an inject, or the evaluation has nothing to say about it.</summary>
sealed class ObjectivesAreServed : ICheck
{
    public void Run(ScenarioDraft scenario, Draft all, Report report)
    {
        var served = scenario.Injects.SelectMany(inject => inject.Spec.Objectives).ToHashSet(StringComparer.Ordinal);
        foreach (var objective in scenario.Objectives.Where(objective => !served.Contains(objective.Id)))
        {
            report.Add(DiagnosticCodes.UnusedObjective, all.Names.PlaceOf(Kind.Objective, objective.Id) ?? scenario.Text.At("objectives"),
                $"no inject serves the objective {objective.Id}", "Name it in the 'objectives' of an inject, or take it out.");
        }
    }
}
