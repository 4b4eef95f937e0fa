using Tabletop.Engine;

namespace Tabletop.Scenarios;

/// <summary>The attacker can come into every state, taking every step to succeed or to be refused as it likes.</summary>
sealed class StatesAreReachable : ICheck
{
    public void Run(ScenarioDraft scenario, Draft all, Report report)
    {
        var states = scenario.Adversary.States.ToDictionary(state => state.Spec.Id, StringComparer.Ordinal);
        if (all.Names.IsDoubtful(Kind.State) || !states.ContainsKey(scenario.Adversary.Initial))
        {
            return;
        }

        var reached = new HashSet<string>(StringComparer.Ordinal) { scenario.Adversary.Initial };
        var open = new Stack<string>(reached);
        while (open.TryPop(out var id))
        {
            if (!states.TryGetValue(id, out var state))
            {
                continue;
            }

            foreach (var next in state.Spec.Steps.SelectMany(Ways).Where(reached.Add))
            {
                open.Push(next);
            }
        }

        foreach (var state in scenario.Adversary.States.Where(state => !reached.Contains(state.Spec.Id)))
        {
            report.Add(DiagnosticCodes.UnreachableState, state.Text.Place, $"the attacker never comes into {state.Text.What}",
                "Let a step lead to it with 'to', or take it out.");
        }
    }

    static IEnumerable<string> Ways(AdversaryStep step) => step.Refused.To is { } back ? [step.To, back] : [step.To];
}
