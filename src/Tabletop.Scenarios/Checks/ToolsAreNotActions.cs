namespace Tabletop.Scenarios;

/// <summary>Actions and tools are spoken of by the same names, so no two of them have the same.</summary>
sealed class ToolsAreNotActions : ICheck
{
    public void Run(ScenarioDraft scenario, Draft all, Report report)
    {
        foreach (var same in scenario.Actions.GroupBy(action => action.Spec.Id, StringComparer.Ordinal).Where(same => same.Count() > 1))
        {
            report.Add(DiagnosticCodes.ToolIsAction, same.Last().Text.Place, $"'{MapReader.Short(same.Key)}' is the id of an action and of a tool",
                "Give one of them another id.");
        }
    }
}
