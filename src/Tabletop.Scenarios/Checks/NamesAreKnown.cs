using Tabletop.Engine;

namespace Tabletop.Scenarios;

/// <summary>Everything that is referred to exists, or is brought into being by some effect.</summary>
sealed class NamesAreKnown : ICheck
{
    const string OutageHours = "outage-hours";

    public void Run(ScenarioDraft scenario, Draft all, Report report)
    {
        all.Names.Define(Kind.Counter, OutageHours);
        var targets = new TargetsOfActions(scenario, all.Names);

        foreach (var use in all.Names.Uses)
        {
            switch (use.Kind)
            {
                case Kind.Question:
                    CheckQuestion(use, all.Names, report);
                    break;
                case Kind.Target:
                    if (targets.Of(use) is { } possible && !possible.Contains(use.Name))
                    {
                        Refuse(report, use, possible);
                    }

                    break;
                default:
                    if (!all.Names.Contains(use.Kind, use.Name) && !all.Names.IsDoubtful(use.Kind))
                    {
                        Refuse(report, use, all.Names.All(use.Kind));
                    }

                    break;
            }
        }
    }

    static void CheckQuestion(Use use, Names names, Report report)
    {
        if (names.Contains(Kind.Inject, use.Name) && !names.Contains(Kind.Question, use.Name))
        {
            report.Add(DiagnosticCodes.NoQuestion, use.Place, $"the inject '{use.Name}' asks no question, so nobody can answer it",
                "Give it a 'question', or use 'released' to ask whether it has come.");
        }
    }

    internal static void Refuse(Report report, Use use, IReadOnlyCollection<string> known)
    {
        if (report.IsFull)
        {
            report.Add(CodeOf(use.Kind), use.Place, "", "");
            return;
        }

        var name = MapReader.Short(use.Name);
        var message = use.Kind switch
        {
            Kind.Tag => $"no credential has the tag '{name}'",
            Kind.Mark => $"no effect puts the mark '{name}' on a system",
            Kind.Flag => $"nothing sets the flag '{name}'",
            Kind.Counter => $"nothing counts '{name}'",
            Kind.Target => $"the action '{MapReader.Short(use.Of!)}' cannot be aimed at '{name}'",
            Kind.Option => $"the question of '{MapReader.Short(use.Of!)}' has no option '{name}'",
            Kind.Planned => $"the plan of '{MapReader.Short(use.Of!)}' has no credential '{name}'",
            Kind.State => $"the adversary has no state '{name}'",
            _ => $"there is no {Words<Kind>.Of(use.Kind)} '{name}'",
        };
        report.Add(CodeOf(use.Kind), use.Place, message, Nearest.Ask(use.Name, known) + Otherwise(use, known));
    }

    static string Otherwise(Use use, IReadOnlyCollection<string> known) => use.Kind switch
    {
        Kind.Mark => "A mark exists when an effect puts it on: { mark: …, as: " + MapReader.Short(use.Name) + " }.",
        Kind.Flag => "A flag exists when an effect sets it: { set: " + MapReader.Short(use.Name) + " }.",
        Kind.Counter => "A counter exists when an effect counts it: { count: " + MapReader.Short(use.Name) + " }.",
        Kind.Target when known.Count == 0 => "It has no target.",
        _ => known.Count switch
        {
            0 => "There are none.",
            <= 12 => $"There are: {string.Join(", ", known.Select(MapReader.Short))}.",
            _ => $"There are {known.Count}.",
        },
    };

    static DiagnosticCode CodeOf(Kind kind) => kind switch
    {
        Kind.Role => DiagnosticCodes.UnknownRole,
        Kind.System => DiagnosticCodes.UnknownSystem,
        Kind.Credential => DiagnosticCodes.UnknownCredential,
        Kind.Foothold => DiagnosticCodes.UnknownFoothold,
        Kind.Action => DiagnosticCodes.UnknownAction,
        Kind.Inject => DiagnosticCodes.UnknownInject,
        Kind.Phase => DiagnosticCodes.UnknownPhase,
        Kind.Option or Kind.Planned => DiagnosticCodes.UnknownOption,
        Kind.Pace => DiagnosticCodes.UnknownPace,
        Kind.State => DiagnosticCodes.UnknownState,
        Kind.Tag => DiagnosticCodes.UnknownTag,
        Kind.Objective => DiagnosticCodes.UnknownObjective,
        Kind.Mark => DiagnosticCodes.UnknownMark,
        Kind.Flag => DiagnosticCodes.UnknownFlag,
        Kind.Counter => DiagnosticCodes.UnknownCounter,
        Kind.Condition => DiagnosticCodes.UnknownCondition,
        _ => DiagnosticCodes.UnknownTarget,
    };
}

/// <summary>The ids that each action can be aimed at.</summary>
sealed class TargetsOfActions(ScenarioDraft scenario, Names names)
{
    readonly Dictionary<string, ActionSpec> _actions = scenario.Actions.Select(action => action.Spec).DistinctBy(action => action.Id).ToDictionary(action => action.Id, StringComparer.Ordinal);
    readonly Dictionary<string, IReadOnlyCollection<string>?> _found = new(StringComparer.Ordinal);

    /// <summary>None for an action without a target; null when there is nothing to say against the target.</summary>
    public IReadOnlyCollection<string>? Of(Use use)
    {
        if (use.Aim is { } aim && _actions.GetValueOrDefault(use.Of!)?.Target == aim)
        {
            return null;
        }

        return Of(use.Of!);
    }

    IReadOnlyCollection<string>? Of(string action)
    {
        if (!_found.TryGetValue(action, out var targets))
        {
            _found[action] = targets = _actions.TryGetValue(action, out var spec) ? Find(spec) : null;
        }

        return targets;
    }

    HashSet<string>? Find(ActionSpec action)
    {
        if (action.Target == TargetKind.None)
        {
            return [];
        }

        if (action.Target == TargetKind.Topic)
        {
            return [.. action.Topics.Select(topic => topic.Id)];
        }

        if (names.IsDoubtful(Words.KindOf(action.Target)))
        {
            return null;
        }

        IEnumerable<string> all = action.Target == TargetKind.System
            ? scenario.Systems.Where(system => system.Spec.Targetable).Select(system => system.Spec.Id)
            : names.All(Words.KindOf(action.Target));
        return new(action.Targets.IsEmpty ? all : action.Targets, StringComparer.Ordinal);
    }
}
