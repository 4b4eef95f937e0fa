using Tabletop.Engine;

namespace Tabletop.Scenarios;

/// <summary>
/// The attacker cannot go round for ever at one moment. Only what is certain is reported: a circle of steps that need
/// nothing, wait for nothing and are the first to be tried in their states once every <c>at</c> has passed.
/// </summary>
sealed class AttackerTakesTime : ICheck
{
    public void Run(ScenarioDraft scenario, Draft all, Report report)
    {
        var certain = new Dictionary<string, Part<AdversaryStep>>(StringComparer.Ordinal);
        foreach (var group in scenario.Adversary.Steps.GroupBy(item => item.State, item => item.Step, StringComparer.Ordinal))
        {
            var first = group.MinBy(step => step.Spec.After)!;
            if (first.Spec.After == TimeSpan.Zero && !first.Text.Has("needs") && (!first.Text.Has("after") || IsZero(first)))
            {
                certain[group.Key] = first;
            }
        }

        var done = new HashSet<string>(StringComparer.Ordinal);
        foreach (var start in certain.Keys)
        {
            Follow(start, certain, done, report);
        }
    }

    /// <summary>An <c>after</c> that could not be read is zero too, but has been reported.</summary>
    static bool IsZero(Part<AdversaryStep> step) => step.Text.Find("after") is ScalarNode node && TimeText.TryDuration(node.Value, out _);

    static void Follow(string start, Dictionary<string, Part<AdversaryStep>> certain, HashSet<string> done, Report report)
    {
        var path = new HashSet<string>(StringComparer.Ordinal);
        var state = start;
        while (certain.TryGetValue(state, out var step) && !done.Contains(state))
        {
            if (!path.Add(state))
            {
                report.Add(DiagnosticCodes.EndlessCircle, step.Text.Place, $"{step.Text.What} closes a circle in which no time passes: the attacker would go round for ever",
                    "Let one of its steps wait with 'after', or need something that its effects take away.");
                break;
            }

            state = step.Spec.To;
        }

        done.UnionWith(path);
    }
}
