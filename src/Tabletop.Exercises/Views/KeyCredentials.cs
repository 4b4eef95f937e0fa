using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Tabletop.Engine;

namespace Tabletop.Exercises.Views;

/// <summary>The credentials that the attacker's plan rests on: those that a step or a foothold names.</summary>
static class KeyCredentials
{
    static readonly ConditionalWeakTable<Scenario, StrongBox<ImmutableArray<CredentialSpec>>> Known = [];

    internal static ImmutableArray<CredentialSpec> Of(Scenario scenario) =>
        Known.GetValue(scenario, static item => new(Find(item))).Value;

    static ImmutableArray<CredentialSpec> Find(Scenario scenario)
    {
        var conditions = scenario.Adversary.States.SelectMany(state => state.Steps).Select(step => step.Needs)
            .Concat(scenario.Footholds.Select(foothold => foothold.Holds))
            .OfType<Condition>()
            .SelectMany(Leaves)
            .ToList();
        var ids = conditions.OfType<Condition.CredentialIs>().Select(item => item.Credential).ToHashSet(StringComparer.Ordinal);
        var tags = conditions.OfType<Condition.TaggedAre>().Select(item => item.Tag).ToHashSet(StringComparer.Ordinal);
        return [.. scenario.Credentials.Where(item => item.Live && (ids.Contains(item.Id) || item.Tags.Any(tags.Contains)))];
    }

    internal static IEnumerable<Condition> Leaves(Condition condition) => condition switch
    {
        Condition.All all => all.Items.SelectMany(Leaves),
        Condition.Any any => any.Items.SelectMany(Leaves),
        Condition.Not not => Leaves(not.Item),
        _ => [condition],
    };
}
