using Tabletop.Engine;

namespace Tabletop.Exercises.Views;

/// <summary>Says a condition in words, for facilitators.</summary>
public static class ConditionText
{
    public static Phrase Of(Condition condition, Scenario scenario) => condition switch
    {
        Condition.All all => all.Items.Select(item => Inner(item, scenario)).Aggregate((said, next) => $"{said} and {next}"),
        Condition.Any any => any.Items.Select(item => Inner(item, scenario)).Aggregate((said, next) => $"{said} or {next}"),
        Condition.Not not => (Phrase)$"not ({Of(not.Item, scenario)})",
        Condition.CredentialIs(var id, var test) => (Phrase)$"{CredentialTitle(scenario, id)} is {Word(test)}",
        Condition.TaggedAre(var tag, true, var test) => (Phrase)$"every “{tag}” credential is {Word(test)}",
        Condition.TaggedAre(var tag, false, var test) => (Phrase)$"any “{tag}” credential is {Word(test)}",
        Condition.SystemIs(var id, var mark) => (Phrase)$"{SystemTitle(scenario, id)} is {mark.Replace('-', ' ')}",
        Condition.FootholdIs(var id, var test) => (Phrase)$"{FootholdTitle(scenario, id)} is {Word(test)}",
        Condition.Flag(var id) => FlagText.Of(id, scenario),
        Condition.Did(var action, var target, true) => (Phrase)$"{Deed(scenario, action, target)} is decided",
        Condition.Did(var action, var target, false) => (Phrase)$"{Deed(scenario, action, target)} is finished",
        Condition.Adversary(var state, true) => (Phrase)$"the attacker has reached “{StateTitle(scenario, state)}”",
        Condition.Adversary(var state, false) => (Phrase)$"the attacker is at “{StateTitle(scenario, state)}”",
        Condition.CounterAtLeast(var counter, var amount) => (Phrase)$"“{counter.Replace('-', ' ')}” is at least {amount}",
        Condition.Released(var inject) => (Phrase)$"“{InjectTitle(scenario, inject)}” was sent",
        Condition.Withdrawn(var inject) => (Phrase)$"“{InjectTitle(scenario, inject)}” was taken back",
        Condition.AboutAnswer about => AnswerText.Of(about, scenario) is { } how
            ? (Phrase)$"“{InjectTitle(scenario, about.Inject)}” is answered {how}"
            : (Phrase)$"“{InjectTitle(scenario, about.Inject)}” is answered",
        Condition.Phase(var phase) => (Phrase)$"it is “{(scenario.Phases.TryGet(phase, out var found) ? found.Title : phase)}”",
        Condition.Before(var time) => (Phrase)$"it is before {ScenarioTime.Long(time)}",
        Condition.From(var time) => (Phrase)$"it is {ScenarioTime.Long(time)} or later",
        _ => (Phrase)$"{condition}",
    };

    /// <summary>When an inject comes.</summary>
    public static Phrase Of(Trigger trigger, Scenario scenario) => trigger switch
    {
        Trigger.AtTime(var time, null) => (Phrase)$"{ScenarioTime.Long(time)}",
        Trigger.AtTime(var time, var condition) => (Phrase)$"{ScenarioTime.Long(time)}, only if {Of(condition!, scenario)}",
        Trigger.When(var condition, var delay) { Unless: null } when delay > TimeSpan.Zero => (Phrase)$"{ScenarioTime.Span(delay)} after {Of(condition, scenario)}",
        Trigger.When(var condition, var delay) { Unless: { } unless } when delay > TimeSpan.Zero =>
            (Phrase)$"{ScenarioTime.Span(delay)} after {Of(condition, scenario)}, unless {Of(unless, scenario)}",
        Trigger.When(var condition, _) => (Phrase)$"as soon as {Of(condition, scenario)}",
        _ => (Phrase)"when you send it",
    };

    /// <summary>How an inject comes: once, or again and again.</summary>
    /// <param name="first">When it comes the first time.</param>
    public static Phrase Of(Phrase first, RepeatSpec? repeat, Scenario scenario) => repeat switch
    {
        null => first,
        { While: { } condition } => (Phrase)$"{first}, then every {ScenarioTime.Span(repeat.Every)}, {repeat.Times} times at most, while {Of(condition, scenario)}",
        _ => (Phrase)$"{first}, then every {ScenarioTime.Span(repeat.Every)}, {repeat.Times} times at most",
    };

    /// <summary>The title of what a condition speaks of; null when it speaks of no thing.</summary>
    internal static string? Subject(Condition condition, Scenario scenario) => condition switch
    {
        Condition.CredentialIs(var id, _) => CredentialTitle(scenario, id),
        Condition.SystemIs(var id, _) => SystemTitle(scenario, id),
        Condition.FootholdIs(var id, _) => FootholdTitle(scenario, id),
        _ => null,
    };

    static Phrase Inner(Condition item, Scenario scenario) => item is Condition.All or Condition.Any ? (Phrase)$"({Of(item, scenario)})" : Of(item, scenario);

    static Phrase Word(CredentialTest test) => test switch
    {
        CredentialTest.Usable => (Phrase)"still usable",
        CredentialTest.Dead => (Phrase)"dead",
        CredentialTest.Known => (Phrase)"checked by the team",
        CredentialTest.Rotated => (Phrase)"rotated",
        CredentialTest.Disabled => (Phrase)"disabled",
        _ => (Phrase)"revoked",
    };

    static Phrase Word(FootholdTest test) => test switch
    {
        FootholdTest.Planted => (Phrase)"planted",
        FootholdTest.Live => (Phrase)"usable by the attacker",
        FootholdTest.Removed => (Phrase)"removed",
        _ => (Phrase)"found by the team",
    };

    static Phrase Deed(Scenario scenario, string action, string? target)
    {
        if (target is null || !scenario.Actions.TryGet(action, out var spec))
            return $"“{ActionTitle(scenario, action)}”";
        var title = spec.Target switch
        {
            TargetKind.Credential => CredentialTitle(scenario, target),
            TargetKind.System => SystemTitle(scenario, target),
            TargetKind.Foothold => FootholdTitle(scenario, target),
            TargetKind.Topic when spec.Topics.TryGet(target, out var topic) => topic.Title,
            _ => target,
        };
        return $"“{spec.Title}” on {title}";
    }

    static string StateTitle(Scenario scenario, string id) => scenario.Adversary.States.TryGet(id, out var spec) ? spec.Title : id;

    static string CredentialTitle(Scenario scenario, string id) => scenario.Credentials.TryGet(id, out var spec) ? spec.Title : id;

    static string SystemTitle(Scenario scenario, string id) => scenario.Systems.TryGet(id, out var spec) ? spec.Title : id;

    static string FootholdTitle(Scenario scenario, string id) => scenario.Footholds.TryGet(id, out var spec) ? spec.Title : id;

    static string ActionTitle(Scenario scenario, string id) => scenario.Actions.TryGet(id, out var spec) ? spec.Title : id;

    static string InjectTitle(Scenario scenario, string id) => scenario.Injects.TryGet(id, out var spec) ? spec.Title : id;
}
