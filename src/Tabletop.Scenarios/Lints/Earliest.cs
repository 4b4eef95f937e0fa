using System.Collections.Immutable;
using Tabletop.Engine;

namespace Tabletop.Scenarios;

/// <summary>Before when things certainly have not come about: bounds that hold for every play.</summary>
sealed class Earliest
{
    /// <summary>Each round makes the bounds sharper; they are true after any number of them.</summary>
    const int Rounds = 40;

    readonly ScenarioDraft _scenario;
    readonly DateTimeOffset _start;
    readonly DateTimeOffset _end;
    readonly Dictionary<string, DateTimeOffset> _states;
    readonly Dictionary<string, DateTimeOffset> _injects;
    readonly Dictionary<string, DateTimeOffset> _planted;

    public Earliest(ScenarioDraft scenario)
    {
        _scenario = scenario;
        (_start, _end) = (scenario.Phases[0].Spec.Start, scenario.Phases[^1].Spec.End);
        _states = scenario.Adversary.States.ToDictionary(state => state.Spec.Id, _ => _start, StringComparer.Ordinal);
        _injects = scenario.Injects.ToDictionary(inject => inject.Spec.Id, _ => _start, StringComparer.Ordinal);
        _planted = scenario.Footholds.ToDictionary(foothold => foothold.Spec.Id, _ => _start, StringComparer.Ordinal);
        for (var round = 0; round < Rounds && Sharpen(); round++)
        {
        }
    }

    public DateTimeOffset OfInject(string inject) => _injects.GetValueOrDefault(inject, _start);

    public DateTimeOffset OfFoothold(string foothold) => _planted.GetValueOrDefault(foothold, _start);

    public DateTimeOffset Of(Condition? condition) => condition switch
    {
        Condition.All all => all.Items.Select(Of).DefaultIfEmpty(_start).Max(),
        Condition.Any any => any.Items.Select(Of).DefaultIfEmpty(_start).Min(),
        Condition.From(var time) => time,
        Condition.Not(Condition.Before(var time)) => time,
        Condition.Adversary(var state, _) => _states.GetValueOrDefault(state, _start),
        Condition.Released(var inject) => OfInject(inject),
        Condition.AboutAnswer about => OfInject(about.Inject),
        Condition.FootholdIs(var foothold, _) => OfFoothold(foothold),
        _ => _start,
    };

    /// <summary>After when the condition certainly does not come to hold any more.</summary>
    public DateTimeOffset LatestOf(Condition condition) => condition switch
    {
        Condition.All all => all.Items.Select(LatestOf).DefaultIfEmpty(_end).Min(),
        Condition.Any any => any.Items.Select(LatestOf).DefaultIfEmpty(_end).Max(),
        Condition.Before(var time) => time,
        Condition.Not(Condition.From(var time)) => time,
        _ => _end,
    };

    bool Sharpen()
    {
        var changed = false;
        var arrivals = _scenario.Adversary.Steps
            .SelectMany(item => item.Step.Spec.Refused.To is { } back
                ? new[] { (To: item.Step.Spec.To, At: Success(item)), (To: back, At: Attempt(item)) }
                : [(To: item.Step.Spec.To, At: Success(item))])
            .ToLookup(arrival => arrival.To, arrival => arrival.At, StringComparer.Ordinal);
        foreach (var state in _scenario.Adversary.States.Select(state => state.Spec.Id).Where(state => state != _scenario.Adversary.Initial))
        {
            Raise(_states, state, arrivals[state].DefaultIfEmpty(_end).Min());
        }

        foreach (var inject in _scenario.Injects.Select(inject => inject.Spec))
        {
            Raise(_injects, inject.Id, Of(inject.Trigger));
        }

        foreach (var foothold in _planted.Keys.ToList())
        {
            Raise(_planted, foothold, Planting(foothold).DefaultIfEmpty(_end).Min());
        }

        return changed;

        void Raise(Dictionary<string, DateTimeOffset> bounds, string id, DateTimeOffset bound)
        {
            changed |= bound > bounds[id];
            bounds[id] = bound > bounds[id] ? bound : bounds[id];
        }
    }

    DateTimeOffset Of(Trigger trigger) => trigger switch
    {
        Trigger.AtTime timed => timed.Time,
        Trigger.When waiting => Of(waiting.Condition) + waiting.Delay,
        _ => _start,
    };

    DateTimeOffset Attempt((string State, Part<AdversaryStep> Step) item)
    {
        var arrived = _states.GetValueOrDefault(item.State, _start) + item.Step.Spec.After;
        return item.Step.Spec.At > arrived ? item.Step.Spec.At.Value : arrived;
    }

    DateTimeOffset Success((string State, Part<AdversaryStep> Step) item)
    {
        var (attempt, needed) = (Attempt(item), Of(item.Step.Spec.Needs));
        return needed > attempt ? needed : attempt;
    }

    IEnumerable<DateTimeOffset> Planting(string foothold)
    {
        bool Plants(ImmutableArray<Effect> effects) => effects.Any(effect => effect is Effect.PlantFoothold planted && planted.Foothold == foothold);

        return _scenario.Adversary.Steps.Where(item => Plants(item.Step.Spec.Effects)).Select(Success)
            .Concat(_scenario.Adversary.Steps.Where(item => Plants(item.Step.Spec.Refused.Effects)).Select(Attempt))
            .Concat(_scenario.Actions.Where(action => Plants(action.Spec.Effects) || action.Spec.Topics.Any(topic => Plants(topic.Effects))).Select(_ => _start))
            .Concat(_scenario.Injects
                .Where(inject => Plants(inject.Spec.Effects) || (inject.Spec.Question?.Effects.Any(Plants) ?? false))
                .Select(inject => OfInject(inject.Spec.Id)));
    }
}
