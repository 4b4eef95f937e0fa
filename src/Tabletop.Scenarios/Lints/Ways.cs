using Tabletop.Engine;

namespace Tabletop.Scenarios;

/// <summary>A stretch of scenario time, both ends included.</summary>
readonly record struct Window(DateTimeOffset From, DateTimeOffset Until);

/// <summary>
/// What can come about in some play of a scenario. Everything that is said to be impossible really is; what is said to be
/// possible may yet never happen, because costs and most of the order of time are left out.
/// </summary>
sealed class Ways
{
    /// <summary>A longer chain of one thing making the next possible is not followed; then nothing is said to be impossible.</summary>
    const int MostRounds = 60;

    readonly ScenarioDraft _scenario;
    readonly HashSet<string> _done = new(StringComparer.Ordinal);
    Dictionary<string, long> _counted = new(StringComparer.Ordinal);
    Dictionary<string, long> _counting = new(StringComparer.Ordinal);
    readonly bool _allHappens;
    bool _grew;

    Ways(ScenarioDraft scenario, bool allHappens)
    {
        _scenario = scenario;
        _allHappens = allHappens;
        Whole = new(scenario.Phases[0].Spec.Start, scenario.Phases[^1].Spec.End);
    }

    /// <summary>The exercise from its start to its end.</summary>
    public Window Whole { get; }

    /// <summary>Null when the scenario is too long a chain to follow.</summary>
    /// <param name="scenario">Without errors.</param>
    /// <param name="allHappens">Takes for granted that every inject comes and every step and action succeeds: then only what nothing in the text brings about is impossible.</param>
    public static Ways? Of(ScenarioDraft scenario, bool allHappens)
    {
        var ways = new Ways(scenario, allHappens);
        for (var round = 0; round < MostRounds; round++)
        {
            ways._grew = false;
            ways.Follow();
            if (!ways._grew)
            {
                return ways;
            }
        }

        return null;
    }

    /// <summary>Something of a kind can come about: a flag set, a mark put on, a credential ended, an inject released…</summary>
    public bool Can(string what, params ReadOnlySpan<string?> of) => _done.Contains(Key(what, of));

    /// <summary>The most that a counter can reach.</summary>
    public long Most(string counter) => _counted.GetValueOrDefault(counter);

    public CredentialSpec? Credential(string id) => _scenario.Credentials.FirstOrDefault(credential => credential.Spec.Id == id)?.Spec;

    /// <summary>A phase, its end excluded.</summary>
    public Window? Phase(string id) => ScenarioBuilder.Joined(_scenario.Phases).FirstOrDefault(phase => phase.Id == id) is { } phase ? new(phase.Start, phase.End) : null;

    public IEnumerable<CredentialSpec> Tagged(string tag) => _scenario.Credentials.Select(credential => credential.Spec).Where(credential => credential.Tags.Contains(tag));

    public string Initial => _scenario.Adversary.Initial;

    /// <summary>The bounds of the number that an inject asks for; null when it asks for none.</summary>
    public NumberSpec? NumberOf(string inject) => _scenario.Injects.FirstOrDefault(item => item.Spec.Id == inject)?.Spec.Question?.Number;

    /// <summary>When an inject's condition is looked at.</summary>
    public Window WindowOf(Trigger trigger) => trigger is Trigger.AtTime timed ? new(timed.Time, timed.Time) : Whole;

    public Window WindowOf(AdversaryStep step) => step.At > Whole.From ? new(step.At.Value, Whole.Until) : Whole;

    void Follow()
    {
        // What this round counts is read in the next: counting is not done before the round is.
        _counting = new(StringComparer.Ordinal) { [Facts.OutageHours] = long.MaxValue };
        Reach(Initial);
        foreach (var (state, step) in _scenario.Adversary.Steps.Where(item => Can("reached", item.State)))
        {
            Try(state, step.Spec);
        }

        foreach (var action in _scenario.Actions.Select(action => action.Spec))
        {
            Act(action);
        }

        foreach (var inject in _scenario.Injects.Select(inject => inject.Spec))
        {
            Release(inject);
        }

        _grew |= _counting.Any(counter => Most(counter.Key) != counter.Value);
        _counted = _counting;
    }

    void Try(string state, AdversaryStep step)
    {
        var window = WindowOf(step);
        if (window.From > Whole.Until && !_allHappens)
        {
            return;
        }

        // Only a state that nothing leads back to is certain to be visited once.
        var times = Can("left for", step.To, state) || step.To == state || step.Refused.Retry is not null || step.Refused.To is not null ? long.MaxValue : 1;
        if (Happens(step.Needs, window))
        {
            Reach(step.To);
            Link(state, step.To);
            Change(step.Effects, times, null);
        }

        if (step.Chance is not null || (step.Needs is not null && (_allHappens || this.MayFail(step.Needs, window))))
        {
            if (step.Refused.To is { } back)
            {
                Reach(back);
                Link(state, back);
            }

            Change(step.Refused.Effects, times, null);
        }
    }

    void Act(ActionSpec action)
    {
        if (!Happens(action.Needs, Whole))
        {
            return;
        }

        var targets = TargetsOf(action).ToList();
        if (action.Target != TargetKind.None && targets.Count == 0)
        {
            return;
        }

        Add("did", action.Id);
        Change(action.Effects, action.Repeat == ActionRepeat.Always ? long.MaxValue : Math.Max(1, targets.Count), targets);
        Change(action.Topics.SelectMany(topic => topic.Effects), long.MaxValue, null);
    }

    IEnumerable<string> TargetsOf(ActionSpec action)
    {
        IEnumerable<string> all = action.Target switch
        {
            TargetKind.Credential => _scenario.Credentials.Select(credential => credential.Spec.Id),
            TargetKind.System => _scenario.Systems.Where(system => system.Spec.Targetable).Select(system => system.Spec.Id),
            TargetKind.Foothold => _scenario.Footholds.Select(foothold => foothold.Spec.Id).Where(id => Can("revealed", id)),
            TargetKind.Topic => action.Topics.Select(topic => topic.Id),
            _ => [],
        };
        return all.Where(id => action.Targets.IsEmpty || action.Targets.Contains(id));
    }

    void Release(InjectSpec inject)
    {
        if (inject.Withdrawal is { } withdrawal && Happens(withdrawal.When, Whole))
        {
            Add("withdrawn", inject.Id);
        }

        var comes = inject.Trigger switch
        {
            Trigger.AtTime timed => _allHappens || (timed.Time >= Whole.From && timed.Time <= Whole.Until && Happens(timed.If, WindowOf(timed))),
            Trigger.When waiting => Happens(waiting.Condition, Whole),
            _ => true,
        };
        if (!comes)
        {
            return;
        }

        Add("released", inject.Id);
        Change(inject.Effects, inject.Repeat?.Times ?? 1, null);
        if (inject.Question is { } question)
        {
            // The treatments of a plan may each be meant for any of its credentials; nothing else has a target.
            var planned = question.CredentialsIn(_scenario.Credentials.Select(credential => credential.Spec)).ToList();
            foreach (var effects in question.Effects)
            {
                Change(effects, Math.Max(1, planned.Count), planned);
            }
        }
    }

    void Change(IEnumerable<Effect> effects, long times, List<string>? targets)
    {
        foreach (var effect in effects.Where(effect => Happens(effect.If, Whole)))
        {
            switch (effect)
            {
                case Effect.EndCredential(var id, var tag, var end):
                    foreach (var credential in Subjects(id, tag, targets))
                    {
                        Add("ended", credential, end.ToString());
                        Add("ended", credential);
                    }

                    break;
                case Effect.MarkSystem(var id, var mark, On: true):
                    foreach (var system in Subjects(id, null, targets))
                    {
                        Add("marked", system, mark);
                    }

                    break;
                case Effect.PlantFoothold(var id):
                    Add("planted", id);
                    break;
                case Effect.RemoveFoothold(var id):
                    foreach (var foothold in Subjects(id, null, targets).Where(foothold => Can("planted", foothold)))
                    {
                        Add("removed", foothold);
                    }

                    break;
                case Effect.SetFlag(var flag, On: true):
                    Add("set", flag);
                    break;
                case Effect.Count(var counter, var by):
                    var (before, more) = (_counting.GetValueOrDefault(counter), times == long.MaxValue ? long.MaxValue : times * by);
                    _counting[counter] = before > long.MaxValue - more ? long.MaxValue : before + more;
                    break;
                case Effect.RevealCredential(var id, var tag):
                    foreach (var credential in Subjects(id, tag, targets))
                    {
                        Add("known", credential);
                    }

                    break;
                case Effect.RevealFoothold(var id) when Can("planted", id):
                    Add("revealed", id);
                    break;
                default:
                    break;
            }
        }
    }

    IEnumerable<string> Subjects(string? id, string? tag, List<string>? targets) =>
        tag is not null ? Tagged(tag).Select(credential => credential.Id) : id is not null ? [id] : targets ?? [];

    bool Happens(Condition? condition, Window window) => condition is null || _allHappens || this.MayHold(condition, window);

    void Reach(string state) => Add("reached", state);

    /// <summary>Remembers that one state can come after another, over any number of steps.</summary>
    void Link(string from, string to)
    {
        Add("left for", from, to);
        foreach (var state in _scenario.Adversary.States.Select(state => state.Spec.Id))
        {
            if (Can("left for", state, from))
            {
                Add("left for", state, to);
            }
        }
    }

    void Add(string what, params ReadOnlySpan<string?> of) => _grew |= _done.Add(Key(what, of));

    static string Key(string what, ReadOnlySpan<string?> of) => string.Join('\n', [what, .. of]);
}
