using Stateless;

namespace Tabletop.Engine;

/// <summary>The attacker's state machine as a table: asked whether a step succeeds in a team's world, and where it leads.</summary>
sealed class AdversaryTable
{
    [ThreadStatic]
    static (AdversarySpec Spec, AdversaryTable Table)? _last;

    readonly StateMachine<string, string> _machine;
    string _state;
    Facts _facts;
    Draw? _draw;

    AdversaryTable(AdversarySpec spec)
    {
        _state = spec.Initial;
        _machine = new(() => _state, state => _state = state);
        foreach (var state in spec.States)
        {
            var configured = _machine.Configure(state.Id);
            foreach (var step in state.Steps)
            {
                Permit(configured, state.Id, step.Id, step.To, () => Succeeds(step));
                Permit(configured, state.Id, step.Id, step.Refused.To ?? state.Id, () => !Succeeds(step));
            }
        }
    }

    /// <summary>One table a thread is kept: building one costs more than a hundred questions.</summary>
    internal static AdversaryTable For(AdversarySpec spec)
    {
        if (_last is not { } last || !ReferenceEquals(last.Spec, spec))
        {
            last = (spec, new(spec));
            _last = last;
        }

        return last.Table;
    }

    /// <summary>The outcome of a step tried now.</summary>
    internal Event Attempt(AdversaryStep step, Facts facts, Exercise exercise)
    {
        _facts = facts;
        _draw = step.Chance is { } odds && facts.Holds(step.Needs) ? exercise.DrawFor(odds, step.Id, facts.Now) : null;
        var from = _state = facts.Team.Adversary.State;
        _machine.Fire(step.Id);
        return Succeeds(step)
            ? new Event.AdversaryMoved(facts.Team.Id, step.Id, from, _state) { Draw = _draw }
            : new Event.AdversaryRefused(facts.Team.Id, step.Id, step.Refused.To is null ? null : _state) { Draw = _draw };
    }

    bool Succeeds(AdversaryStep step) => _facts.Holds(step.Needs) && _draw is not { ComesTrue: false };

    static void Permit(StateMachine<string, string>.StateConfiguration configured, string from, string trigger, string to, Func<bool> guard)
    {
        if (to == from)
        {
            configured.PermitReentryIf(trigger, guard);
        }
        else
        {
            configured.PermitIf(trigger, to, guard);
        }
    }
}
