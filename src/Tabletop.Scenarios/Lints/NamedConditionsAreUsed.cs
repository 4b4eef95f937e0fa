namespace Tabletop.Scenarios;

/// <summary>A condition with a name is used by it.</summary>
sealed class NamedConditionsAreUsed : ICheck
{
    public void Run(ScenarioDraft scenario, Draft all, Report report)
    {
        var used = all.Names.Uses.Where(use => use.Kind == Kind.Condition).Select(use => use.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var name in all.Names.All(Kind.Condition).Where(name => !used.Contains(name)))
        {
            report.Add(DiagnosticCodes.UnusedCondition, all.Names.PlaceOf(Kind.Condition, name) ?? scenario.Text.At("conditions"),
                $"nothing uses the condition '{name}'", $"Use it, {{ condition: {name} }}, or take it out.");
        }
    }
}
