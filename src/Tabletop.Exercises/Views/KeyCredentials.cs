using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Tabletop.Engine;

namespace Tabletop.Exercises.Views;

/// <summary>The credentials that the attacker's plan rests on: each that a step or a foothold names, then each tag they name.</summary>
static class KeyCredentials
{
    static readonly ConditionalWeakTable<Scenario, StrongBox<ImmutableArray<KeySpec>>> Known = [];

    internal static ImmutableArray<KeySpec> Of(Scenario scenario) =>
        Known.GetValue(scenario, static item => new(Find(item))).Value;

    static ImmutableArray<KeySpec> Find(Scenario scenario)
    {
        var conditions = scenario.Adversary.States.SelectMany(state => state.Steps).Select(step => step.Needs)
            .Concat(scenario.Footholds.Select(foothold => foothold.Holds))
            .OfType<Condition>()
            .SelectMany(Leaves)
            .ToList();
        var ids = conditions.OfType<Condition.CredentialIs>().Select(item => item.Credential).ToHashSet(StringComparer.Ordinal);
        var tags = conditions.OfType<Condition.TaggedAre>().Select(item => item.Tag).Distinct(StringComparer.Ordinal);
        return
        [
            .. scenario.Credentials.Where(item => item.Live && ids.Contains(item.Id)).Select(item => new KeySpec(item.Title, [item.Id])),
            .. tags
                .Select(tag => new KeySpec($"“{tag}” credentials", [.. scenario.Credentials.Where(item => item.Live && item.Tags.Contains(tag)).Select(item => item.Id)]))
                .Where(key => !key.Ids.IsEmpty),
        ];
    }

    internal static IEnumerable<Condition> Leaves(Condition condition) => condition switch
    {
        Condition.All all => all.Items.SelectMany(Leaves),
        Condition.Any any => any.Items.SelectMany(Leaves),
        Condition.Not not => Leaves(not.Item),
        _ => [condition],
    };
}

/// <param name="Ids">One credential, or all that carry a tag.</param>
sealed record KeySpec(string Title, ImmutableArray<string> Ids)
{
    internal KeyCredential In(World world)
    {
        var ended = Ids.Where(world.Ended.ContainsKey).ToList();
        return new(Title, ended.Count < Ids.Length ? null : world.Ended[ended[^1]].As, Ids.Length - ended.Count, Ids.Length);
    }
}
