using Tabletop.Engine;

namespace Tabletop.Scenarios;

/// <summary>A finding's text fills in the target and its finding only where the action has such a target.</summary>
sealed class FindingsHaveWhatTheyName : ICheck
{
    public void Run(ScenarioDraft scenario, Draft all, Report report)
    {
        foreach (var action in scenario.Actions.Where(action => action.Text.Find("findings") is ListNode))
        {
            foreach (var text in ((ListNode)action.Text.Find("findings")!).Items.OfType<MapNode>().Select(item => item.Find("text")?.Value).OfType<ScalarNode>())
            {
                Check(action, text, "{target}", action.Spec.Target != TargetKind.None, "a target", report);
                Check(action, text, "{finding}", action.Spec.Target == TargetKind.Credential, "a credential as its target", report);
            }
        }
    }

    static void Check(Part<ActionSpec> action, ScalarNode text, string word, bool has, string needed, Report report)
    {
        if (!has && text.Value.Contains(word, StringComparison.Ordinal))
        {
            report.Add(DiagnosticCodes.EmptyWord, text.Place, $"{word} in a finding of {action.Text.What} stands for nothing: it has not {needed}",
                "Write the words themselves.");
        }
    }
}
