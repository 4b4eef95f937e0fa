using Tabletop.Engine;

namespace Tabletop.Exercises.Views;

/// <summary>Says in words of the team's world why a step of the attacker went as it did.</summary>
static class StepReasons
{
    // The first ones did it; what a team did on top of them fills pages.
    const int MostCauses = 3;

    /// <summary>What let it happen; empty when it needed nothing of the team's world.</summary>
    internal static Phrase Succeeded(AdversaryStep step, Facts facts)
    {
        var held = Together(Needs(step, facts).Where(item => item.Wanted && facts.Holds(item.Leaf)).Select(item => Has(item.Leaf, facts.Scenario)));
        return held.Count == 0 ? (Phrase)"" : $"It could, because {Sentence.Join(held)}.";
    }

    /// <summary>What stood in the way, and which of the team's decisions put it there.</summary>
    internal static Phrase Refused(AdversaryStep step, Facts facts)
    {
        var missing = Needs(step, facts).Where(item => facts.Holds(item.Leaf) != item.Wanted).ToList();
        return Sentence.Follow(
            [.. Together(missing.Select(item => item.Wanted ? Lacks(item.Leaf, facts) : Stands(item.Leaf, facts.Scenario))), .. Causes(missing.Select(item => item.Leaf), facts)]);
    }

    /// <summary>What luck had to do with it; empty when it had nothing.</summary>
    internal static Phrase Chance(Draw? draw) => draw switch
    {
        null => (Phrase)"",
        { ComesTrue: true } => (Phrase)$"Chance {draw.Odds} %: came true.",
        _ => (Phrase)$"Chance {draw.Odds} %: did not come true.",
    };

    static IEnumerable<Phrase> Causes(IEnumerable<Condition> missing, Facts facts)
    {
        var subjects = missing.SelectMany(leaf => Subjects(leaf, facts.Scenario)).ToHashSet(StringComparer.Ordinal);
        return facts.Team.Decisions
            .Where(item => item.Status == DecisionStatus.Finished && item.Finishes <= facts.Now && item.Target is { } target && subjects.Contains(target) && Changes(facts.Scenario, item))
            .OrderBy(item => item.Finishes)
            .GroupBy(item => (item.Action, Ago: ScenarioTime.Span(facts.Now - item.Finishes)))
            .Take(MostCauses)
            .Select(group => (Phrase)$"“{facts.Scenario.Actions[group.Key.Action].Title}” on {Sentence.Join(group.Select(item => TeamProjection.TargetTitle(facts.Scenario, item)!).Distinct())} was done {group.Key.Ago} before.");
    }

    /// <summary>Things of which the same is said are said together.</summary>
    /// <param name="reasons">With what they are said of as their first value.</param>
    static List<Phrase> Together(IEnumerable<Phrase?> reasons) => [.. reasons
        .OfType<Phrase>()
        .Distinct()
        .GroupBy(reason => reason.Of(""))
        .Select(group => group.Key.Of(Sentence.Join(group.Select(reason => (Phrase)reason.Values[0]))))];

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

    static Phrase? Has(Condition leaf, Scenario scenario) => leaf switch
    {
        Condition.CredentialIs(_, CredentialTest.Usable) => (Phrase)$"{Title(leaf, scenario)} still worked",
        Condition.TaggedAre(var tag, _, CredentialTest.Usable) => (Phrase)$"{Tagged(tag)} still worked",
        Condition.FootholdIs(_, FootholdTest.Live or FootholdTest.Planted) => (Phrase)$"it still had {Quoted(leaf, scenario)}",
        _ => null,
    };

    static Phrase? Lacks(Condition leaf, Facts facts) => leaf switch
    {
        Condition.CredentialIs(_, CredentialTest.Usable) => (Phrase)$"{Title(leaf, facts.Scenario)} no longer worked.",
        Condition.TaggedAre(var tag, _, CredentialTest.Usable) => (Phrase)$"{Tagged(tag)} no longer worked.",
        Condition.FootholdIs(var id, FootholdTest.Live or FootholdTest.Planted) => Lacks(id, Quoted(leaf, facts.Scenario), facts),
        _ => null,
    };

    static Phrase Lacks(string id, Phrase foothold, Facts facts) =>
        !facts.Team.World.Footholds.TryGetValue(id, out var state) ? (Phrase)$"It never had {foothold}."
        : state.Removed is null ? (Phrase)$"{foothold} was out of its reach."
        : (Phrase)$"{foothold} was gone.";

    static Phrase? Stands(Condition leaf, Scenario scenario) => leaf switch
    {
        Condition.SystemIs(_, var mark) => (Phrase)$"{Title(leaf, scenario)} was {(Phrase)mark.Replace('-', ' ')}.",
        _ => null,
    };

    static Phrase Title(Condition leaf, Scenario scenario) => $"{ConditionText.Subject(leaf, scenario)}";

    static Phrase Quoted(Condition leaf, Scenario scenario) => $"“{ConditionText.Subject(leaf, scenario)}”";

    static Phrase Tagged(string tag) => $"“{tag}” credentials";

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
    internal static Phrase Join(IEnumerable<string> names) => Join(names.Select(name => (Phrase)$"{name}"));

    /// <summary><c>a, b and c</c></summary>
    internal static Phrase Join(IEnumerable<Phrase> parts)
    {
        var all = parts.ToList();
        return all.Count < 2
            ? all.FirstOrDefault() ?? (Phrase)""
            : $"{all.SkipLast(1).Aggregate((said, next) => $"{said}, {next}")} and {all[^1]}";
    }

    /// <summary>Sentences one after the other, without those that say nothing.</summary>
    internal static Phrase Follow(params IEnumerable<Phrase> sentences) =>
        sentences.Where(sentence => sentence.Format.Length > 0).Aggregate((Phrase?)null, (said, next) => said is null ? next : $"{said} {next}") ?? (Phrase)"";
}
