using System.Globalization;
using Tabletop.Engine;

namespace Tabletop.Exercises.Views;

/// <summary>Says in words of the team's world why a step of the attacker went as it did.</summary>
static class StepReasons
{
    // The first ones did it; what a team did on top of them fills pages.
    const int MostCauses = 3;

    /// <summary>What let it happen; empty when it needed nothing of the team's world.</summary>
    internal static string Succeeded(AdversaryStep step, Facts facts)
    {
        var held = Say(Needs(step, facts).Where(item => item.Wanted && facts.Holds(item.Leaf)).Select(item => Has(item.Leaf, facts.Scenario)));
        return held.Length == 0 ? "" : $"It could, because {held}.";
    }

    /// <summary>What stood in the way, and which of the team's decisions put it there.</summary>
    internal static string Refused(AdversaryStep step, Facts facts)
    {
        var missing = Needs(step, facts).Where(item => facts.Holds(item.Leaf) != item.Wanted).ToList();
        var said = Say(missing.Select(item => item.Wanted ? Lacks(item.Leaf, facts) : Stands(item.Leaf, facts.Scenario)));
        return $"{(said.Length == 0 ? "" : Sentence.Begin(said) + ".")} {Causes(missing.Select(item => item.Leaf), facts)}".Trim();
    }

    /// <summary>What luck had to do with it; empty when it had nothing.</summary>
    internal static string Chance(Draw? draw) => draw is null ? ""
        : Sentence.Begin(ChanceText.Of(draw)) + ".";

    static string Causes(IEnumerable<Condition> missing, Facts facts)
    {
        var subjects = missing.SelectMany(leaf => Subjects(leaf, facts.Scenario)).ToHashSet(StringComparer.Ordinal);
        return string.Join(' ', facts.Team.Decisions
            .Where(item => item.Status == DecisionStatus.Finished && item.Finishes <= facts.Now && item.Target is { } target && subjects.Contains(target) && Changes(facts.Scenario, item))
            .OrderBy(item => item.Finishes)
            .GroupBy(item => (item.Action, Ago: ScenarioTime.Span(facts.Now - item.Finishes)))
            .Take(MostCauses)
            .Select(group => $"“{facts.Scenario.Actions[group.Key.Action].Title}” on {Sentence.Join([.. group.Select(item => TeamProjection.TargetTitle(facts.Scenario, item)!).Distinct()])} was done {group.Key.Ago} before."));
    }

    /// <summary>Things of which the same is said are said together.</summary>
    static string Say(IEnumerable<Reason?> reasons) => Sentence.Join([.. reasons
        .OfType<Reason>()
        .Distinct()
        .GroupBy(reason => reason.Form)
        .Select(group => string.Format(CultureInfo.InvariantCulture, group.Key, Sentence.Join([.. group.Select(reason => reason.Subject)])))]);

    /// <param name="Form">Where {0} stands for the subjects.</param>
    sealed record Reason(string Subject, string Form);

    /// <summary>The conditions that matter: of several ways that would all have done, those that hold, or all when none does.</summary>
    static IEnumerable<(Condition Leaf, bool Wanted)> Needs(AdversaryStep step, Facts facts) =>
        step.Needs is null ? [] : Leaves(step.Needs, wanted: true, facts);

    static IEnumerable<(Condition Leaf, bool Wanted)> Leaves(Condition condition, bool wanted, Facts facts) => condition switch
    {
        Condition.Not not => Leaves(not.Item, !wanted, facts),
        Condition.All all => Parts(all.Items, every: wanted, wanted, facts),
        Condition.Any any => Parts(any.Items, every: !wanted, wanted, facts),
        _ => [(condition, wanted)],
    };

    static IEnumerable<(Condition, bool)> Parts(IReadOnlyList<Condition> items, bool every, bool wanted, Facts facts)
    {
        var enough = every ? [] : items.Where(item => facts.Holds(item) == wanted).ToList();
        return (enough.Count > 0 ? enough : items).SelectMany(item => Leaves(item, wanted, facts));
    }

    static Reason? Has(Condition leaf, Scenario scenario) => leaf switch
    {
        Condition.CredentialIs(_, CredentialTest.Usable) => new(Title(leaf, scenario), "{0} still worked"),
        Condition.TaggedAre(var tag, _, CredentialTest.Usable) => new($"“{tag}” credentials", "{0} still worked"),
        Condition.FootholdIs(_, FootholdTest.Live or FootholdTest.Planted) => new($"“{Title(leaf, scenario)}”", "it still had {0}"),
        _ => null,
    };

    static Reason? Lacks(Condition leaf, Facts facts) => leaf switch
    {
        Condition.CredentialIs(_, CredentialTest.Usable) => new(Title(leaf, facts.Scenario), "{0} no longer worked"),
        Condition.TaggedAre(var tag, _, CredentialTest.Usable) => new($"“{tag}” credentials", "{0} no longer worked"),
        Condition.FootholdIs(var id, FootholdTest.Live or FootholdTest.Planted) => new($"“{Title(leaf, facts.Scenario)}”", Lacks(id, facts)),
        _ => null,
    };

    static string Lacks(string foothold, Facts facts) =>
        !facts.Team.World.Footholds.TryGetValue(foothold, out var state) ? "it never had {0}"
        : state.Removed is null ? "{0} was out of its reach"
        : "{0} was gone";

    static Reason? Stands(Condition leaf, Scenario scenario) => leaf switch
    {
        Condition.SystemIs(_, var mark) => new(Title(leaf, scenario), $"{{0}} was {mark.Replace('-', ' ')}"),
        _ => null,
    };

    static string Title(Condition leaf, Scenario scenario) => ConditionText.Subject(leaf, scenario) ?? "";

    /// <summary>What the team could have acted on to bring a condition about; a foothold hangs on credentials and systems.</summary>
    static IEnumerable<string> Subjects(Condition leaf, Scenario scenario) => leaf switch
    {
        Condition.CredentialIs(var id, _) => [id],
        Condition.SystemIs(var id, _) => [id],
        Condition.FootholdIs(var id, _) when scenario.Footholds.TryGet(id, out var foothold) =>
            foothold.Holds is null ? [id] : KeyCredentials.Leaves(foothold.Holds).SelectMany(item => Subjects(item, scenario)).Prepend(id),
        _ => [],
    };

    /// <summary>Looking at something, or copying it, puts nothing in the way.</summary>
    static bool Changes(Scenario scenario, Decision decision) => scenario.Actions[decision.Action].Effects
        .Any(effect => effect is Effect.EndCredential or Effect.MarkSystem { On: true } or Effect.RemoveFoothold);
}

static class Sentence
{
    /// <summary><c>a, b and c</c></summary>
    internal static string Join(IReadOnlyList<string> parts) => parts.Count switch
    {
        0 => "",
        1 => parts[0],
        _ => $"{string.Join(", ", parts.Take(parts.Count - 1))} and {parts[^1]}",
    };

    internal static string Begin(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
