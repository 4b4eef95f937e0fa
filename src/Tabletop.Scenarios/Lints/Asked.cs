using System.Collections.Immutable;
using Tabletop.Engine;

namespace Tabletop.Scenarios;

/// <summary>A condition of the scenario where it decides something.</summary>
/// <param name="Condition">The whole of it.</param>
/// <param name="Window">When it is looked at.</param>
/// <param name="Owner">The part that it decides.</param>
/// <param name="IfNever">What it means for that part when the condition can never hold, as a code and in words.</param>
sealed record Asked(Condition Condition, Window Window, MapReader Owner, (DiagnosticCode Code, string Says) IfNever)
{
    /// <summary>Every condition of scenario.yaml.</summary>
    public static IEnumerable<Asked> In(ScenarioDraft scenario, Ways ways)
    {
        var all = scenario.Footholds.SelectMany(foothold => Of(foothold.Spec.Holds, ways.Whole, foothold.Text, Plainly(foothold.Text)))
            .Concat(scenario.Adversary.Steps.SelectMany(item => OfStep(item.Step, ways)))
            .Concat(scenario.Actions.SelectMany(action => OfAction(action, ways.Whole)))
            .Concat(scenario.Injects.SelectMany(inject => OfInject(inject, ways)))
            .Concat(scenario.Scoring.SelectMany(rule => OfRule(rule, ways.Whole)));
        var end = new Window(ways.Whole.Until, ways.Whole.Until);
        return all.Concat(scenario.Endings.SelectMany(ending =>
            Of(ending.Spec.When, end, ending.Text, (DiagnosticCodes.EndingNeverComes, $"no team can get {ending.Text.What}"))));
    }

    static IEnumerable<Asked> OfStep(Part<AdversaryStep> step, Ways ways) =>
        Of(step.Spec.Needs, ways.WindowOf(step.Spec), step.Text, Plainly(step.Text))
            .Concat(OfEffects(step.Spec.Effects, step.Text, ways.Whole))
            .Concat(OfEffects(step.Spec.Refused.Effects, step.Text, ways.Whole));

    static IEnumerable<Asked> OfAction(Part<ActionSpec> action, Window whole) =>
        Of(action.Spec.Needs, whole, action.Text, (DiagnosticCodes.ActionNeverPossible, $"nobody can ever take the {action.Text.What}"))
            .Concat(OfEffects(action.Spec.Effects, action.Text, whole))
            .Concat(action.Spec.Topics.SelectMany(topic => OfEffects(topic.Effects, action.Text, whole)))
            .Concat(action.Spec.Findings.SelectMany(finding => Of(finding.If, whole, action.Text, Plainly(action.Text))));

    static IEnumerable<Asked> OfInject(Part<InjectSpec> inject, Ways ways)
    {
        var condition = inject.Spec.Trigger switch
        {
            Trigger.AtTime timed => timed.If,
            Trigger.When waiting => waiting.Condition,
            _ => null,
        };
        return Of(condition, ways.WindowOf(inject.Spec.Trigger), inject.Text, (DiagnosticCodes.InjectNeverComes, $"{inject.Text.What} never comes"))
            .Concat(Of((inject.Spec.Trigger as Trigger.When)?.Unless, ways.Whole, inject.Text, Plainly(inject.Text)))
            .Concat(Of(inject.Spec.Repeat?.While, ways.Whole, inject.Text, Plainly(inject.Text)))
            .Concat(Of(inject.Spec.Withdrawal?.When, ways.Whole, inject.Text, Plainly(inject.Text)))
            .Concat(OfEffects(inject.Spec.Effects, inject.Text, ways.Whole))
            .Concat((inject.Spec.Question?.Effects ?? []).SelectMany(effects => OfEffects(effects, inject.Text, ways.Whole)));
    }

    static IEnumerable<Asked> OfRule(Part<ScoreRule> rule, Window whole)
    {
        var never = (DiagnosticCodes.RuleNeverScores, $"{rule.Text.What} never gives a point");
        var measured = rule.Spec.Measure switch
        {
            Measure.HowSoon soon => Of(soon.Condition, whole, rule.Text, never),
            Measure.AtTheEnd end => Of(end.Condition, new(whole.Until, whole.Until), rule.Text, never),
            Measure.HowLong @long => Of(@long.Condition, new(@long.From, @long.Until), rule.Text, Plainly(rule.Text)),
            _ => [],
        };
        return Of(rule.Spec.Applies, whole, rule.Text, (DiagnosticCodes.RuleNeverScores, $"{rule.Text.What} is never judged")).Concat(measured);
    }

    static IEnumerable<Asked> OfEffects(ImmutableArray<Effect> effects, MapReader owner, Window whole) =>
        effects.SelectMany(effect => Of(effect.If, whole, owner, Plainly(owner)));

    static IEnumerable<Asked> Of(Condition? condition, Window window, MapReader owner, (DiagnosticCode, string) ifNever) =>
        condition is null ? [] : [new(condition, window, owner, ifNever)];

    static (DiagnosticCode, string) Plainly(MapReader owner) => (DiagnosticCodes.NeverTrue, $"a condition of {owner.What} never holds");
}
