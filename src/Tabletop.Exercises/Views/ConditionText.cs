using Tabletop.Engine;

namespace Tabletop.Exercises.Views;

/// <summary>Says a condition in words, for facilitators.</summary>
public static class ConditionText
{
    public static string Of(Condition condition, Scenario scenario) => condition switch
    {
        Condition.All all => Join(all.Items, " and ", scenario),
        Condition.Any any => Join(any.Items, " or ", scenario),
        Condition.Not not => $"not ({Of(not.Item, scenario)})",
        Condition.CredentialIs(var id, var test) => $"{CredentialTitle(scenario, id)} is {Word(test)}",
        Condition.TaggedAre(var tag, var every, var test) => $"{(every ? "every" : "any")} “{tag}” credential is {Word(test)}",
        Condition.SystemIs(var id, var mark) => $"{SystemTitle(scenario, id)} is {mark.Replace('-', ' ')}",
        Condition.FootholdIs(var id, var test) => $"{FootholdTitle(scenario, id)} is {Word(test)}",
        Condition.Flag(var id) => id.Replace('-', ' '),
        Condition.Did(var action, var target, var started) =>
            $"“{ActionTitle(scenario, action)}”{On(scenario, action, target)} is {(started ? "decided" : "finished")}",
        Condition.Adversary(var state, var ever) =>
            $"the attacker {(ever ? "has reached" : "is at")} “{(scenario.Adversary.States.TryGet(state, out var spec) ? spec.Title : state)}”",
        Condition.CounterAtLeast(var counter, var amount) => $"{counter.Replace('-', ' ')} reach {amount}",
        Condition.Released(var inject) => $"“{InjectTitle(scenario, inject)}” was sent",
        Condition.Withdrawn(var inject) => $"“{InjectTitle(scenario, inject)}” was taken back",
        Condition.AboutAnswer about => $"“{InjectTitle(scenario, about.Inject)}” is answered{AnswerText.Of(about, scenario)}",
        Condition.Phase(var phase) => $"it is “{(scenario.Phases.TryGet(phase, out var found) ? found.Title : phase)}”",
        Condition.Before(var time) => $"it is before {ScenarioTime.Long(time)}",
        Condition.From(var time) => $"it is {ScenarioTime.Long(time)} or later",
        _ => condition.ToString(),
    };

    /// <summary>When an inject comes.</summary>
    public static string Of(Trigger trigger, Scenario scenario) => trigger switch
    {
        Trigger.AtTime(var time, null) => ScenarioTime.Long(time),
        Trigger.AtTime(var time, var condition) => $"{ScenarioTime.Long(time)}, only if {Of(condition!, scenario)}",
        Trigger.When(var condition, var delay) { Unless: var unless } when delay > TimeSpan.Zero =>
            $"{ScenarioTime.Span(delay)} after {Of(condition, scenario)}{(unless is null ? "" : $", unless {Of(unless, scenario)}")}",
        Trigger.When(var condition, _) => $"as soon as {Of(condition, scenario)}",
        _ => "when you send it",
    };

    /// <summary>How an inject comes again; empty when it comes once.</summary>
    public static string Of(RepeatSpec? repeat, Scenario scenario) => repeat is null ? ""
        : $", then every {ScenarioTime.Span(repeat.Every)}, {repeat.Times} times at most{(repeat.While is { } condition ? $", while {Of(condition, scenario)}" : "")}";

    /// <summary>The title of what a condition speaks of; null when it speaks of no thing.</summary>
    internal static string? Subject(Condition condition, Scenario scenario) => condition switch
    {
        Condition.CredentialIs(var id, _) => CredentialTitle(scenario, id),
        Condition.SystemIs(var id, _) => SystemTitle(scenario, id),
        Condition.FootholdIs(var id, _) => FootholdTitle(scenario, id),
        _ => null,
    };

    static string Join(IReadOnlyList<Condition> items, string word, Scenario scenario) =>
        string.Join(word, items.Select(item => item is Condition.All or Condition.Any ? $"({Of(item, scenario)})" : Of(item, scenario)));

    static string Word(CredentialTest test) => test switch
    {
        CredentialTest.Usable => "still usable",
        CredentialTest.Dead => "dead",
        CredentialTest.Known => "checked by the team",
        _ => test.ToString().ToLowerInvariant(),
    };

    static string Word(FootholdTest test) => test switch
    {
        FootholdTest.Planted => "planted",
        FootholdTest.Live => "usable by the attacker",
        FootholdTest.Removed => "removed",
        _ => "found by the team",
    };

    static string On(Scenario scenario, string action, string? target)
    {
        if (target is null || !scenario.Actions.TryGet(action, out var spec))
            return "";
        return " on " + spec.Target switch
        {
            TargetKind.Credential => CredentialTitle(scenario, target),
            TargetKind.System => SystemTitle(scenario, target),
            TargetKind.Foothold => FootholdTitle(scenario, target),
            TargetKind.Topic when spec.Topics.TryGet(target, out var topic) => topic.Title,
            _ => target,
        };
    }

    static string CredentialTitle(Scenario scenario, string id) => scenario.Credentials.TryGet(id, out var spec) ? spec.Title : id;

    static string SystemTitle(Scenario scenario, string id) => scenario.Systems.TryGet(id, out var spec) ? spec.Title : id;

    static string FootholdTitle(Scenario scenario, string id) => scenario.Footholds.TryGet(id, out var spec) ? spec.Title : id;

    static string ActionTitle(Scenario scenario, string id) => scenario.Actions.TryGet(id, out var spec) ? spec.Title : id;

    static string InjectTitle(Scenario scenario, string id) => scenario.Injects.TryGet(id, out var spec) ? spec.Title : id;
}
