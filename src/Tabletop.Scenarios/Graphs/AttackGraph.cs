using System.Collections.Immutable;
using Tabletop.Engine;

namespace Tabletop.Scenarios;

/// <summary>The adversary as a picture needs it: its states in the order and in the phase in which they can first be reached.</summary>
/// <param name="Title">The scenario's.</param>
/// <param name="Phases">All of them, in order; some may have no state.</param>
/// <param name="States">By the earliest time, then in the file's order; those that nothing leads to come last.</param>
/// <param name="Moves">One for each pair of states: by success where a step's success leads there, else by refusal.</param>
public sealed record AttackGraph(string Title, Catalog<PhaseSpec> Phases, ImmutableArray<StateNode> States, ImmutableArray<Move> Moves)
{
    public static AttackGraph Of(Scenario scenario)
    {
        var earliest = EarliestTimes(scenario);
        ImmutableArray<StateNode> states =
        [
            .. scenario.Adversary.States
                .Select(state => new StateNode(
                    state,
                    earliest.TryGetValue(state.Id, out var time) ? scenario.PhaseAt(time) : scenario.Phases.Count - 1,
                    state.Id == scenario.Adversary.Initial,
                    earliest.TryGetValue(state.Id, out var first) ? first : null))
                .OrderBy(node => node.Earliest ?? DateTimeOffset.MaxValue),
        ];
        return new(scenario.Title, scenario.Phases, states, MovesOf(scenario.Adversary));
    }

    static ImmutableArray<Move> MovesOf(AdversarySpec adversary)
    {
        var ways = adversary.States
            .SelectMany(state => state.Steps.SelectMany(step => WaysOf(state, step)))
            .GroupBy(way => (way.From, way.To, way.Refused))
            .ToDictionary(group => group.Key, group => group.Select(way => way.Step).ToImmutableArray());
        return
        [
            .. ways.Where(way => !way.Key.Refused || !ways.ContainsKey(way.Key with { Refused = false }))
                .Select(way => new Move(way.Key.From, way.Key.To, way.Key.Refused, way.Value)),
        ];
    }

    static IEnumerable<(string From, string To, bool Refused, AdversaryStep Step)> WaysOf(AdversaryState state, AdversaryStep step)
    {
        yield return (state.Id, step.To, false, step);
        if (step.Refused.To is { } fallback)
        {
            yield return (state.Id, fallback, true, step);
        }
    }

    /// <summary>
    /// When each state can be entered first. The attacker's plan comes first, every step having its way as early as it may;
    /// a state that is only reached when something is refused follows from there, and never moves the plan itself.
    /// </summary>
    static Dictionary<string, DateTimeOffset> EarliestTimes(Scenario scenario)
    {
        var earliest = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);
        Spread(scenario.Adversary, earliest, [(scenario.Adversary.Initial, scenario.Start)], withRefusals: false);
        var fallbacks = earliest.ToList().SelectMany(state => Onward(scenario.Adversary, state.Key, state.Value, withRefusals: true));
        Spread(scenario.Adversary, earliest, [.. fallbacks], withRefusals: true);
        return earliest;
    }

    static void Spread(AdversarySpec adversary, Dictionary<string, DateTimeOffset> earliest, IEnumerable<(string Id, DateTimeOffset At)> seeds, bool withRefusals)
    {
        var open = new PriorityQueue<string, DateTimeOffset>(seeds);
        while (open.TryDequeue(out var id, out var entered))
        {
            if (earliest.TryAdd(id, entered))
            {
                open.EnqueueRange(Onward(adversary, id, entered, withRefusals));
            }
        }
    }

    static IEnumerable<(string Id, DateTimeOffset At)> Onward(AdversarySpec adversary, string id, DateTimeOffset entered, bool withRefusals) =>
        from step in adversary.States[id].Steps
        from way in WaysOf(adversary.States[id], step)
        where withRefusals || !way.Refused
        select (way.To, step.At is { } at && at > entered + step.After ? at : entered + step.After);
}

/// <param name="Spec">The state as the scenario has it.</param>
/// <param name="Phase">Index of the phase in which it can be reached first.</param>
/// <param name="IsInitial">Where the attacker begins.</param>
/// <param name="Earliest">When it can be entered first, in scenario time; null when nothing leads to it.</param>
public sealed record StateNode(AdversaryState Spec, int Phase, bool IsInitial, DateTimeOffset? Earliest)
{
    public string Id => Spec.Id;

    public string Title => Spec.Title;
}

/// <param name="From">State id.</param>
/// <param name="To">State id.</param>
/// <param name="Refused">The way the attacker takes when the steps are refused.</param>
/// <param name="Steps">Those that lead this way.</param>
public sealed record Move(string From, string To, bool Refused, ImmutableArray<AdversaryStep> Steps)
{
    /// <summary>For the line of a drawing that has no other place for it, one text for each step.</summary>
    public IEnumerable<string> Labels => Steps.Select(step => Refused
        ? $"refused: {step.Title}"
        : $"{step.Title}, {StepWords.When(step).ToString()}{(step.Refused.To == To ? " (refused or not)" : "")}");
}
