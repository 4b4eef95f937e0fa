using System.Collections.Immutable;
using Tabletop.Engine;

namespace Tabletop.Scenarios;

/// <summary>Conditions: mappings with exactly one of the forms below.</summary>
static class ConditionReader
{
    /// <summary>Stands where a condition could not be read, so that its surroundings still can.</summary>
    static readonly Condition Unread = new Condition.All([]);

    static readonly ImmutableArray<(string Key, Func<MapReader, TargetKind, Condition> Read)> Forms =
    [
        ("all", (map, target) => new Condition.All(Several(map, "all", target))),
        ("any", (map, target) => new Condition.Any(Several(map, "any", target))),
        ("not", (map, target) => new Condition.Not(map.Condition("not", target))),
        ("credential", (map, target) => new Condition.CredentialIs(Subject(map, "credential", Kind.Credential, TargetKind.Credential, target), map.Word<CredentialTest>("is"))),
        ("any-credential", (map, _) => new Condition.TaggedAre(map.Name(Kind.Tag, "any-credential"), false, map.Word<CredentialTest>("is"))),
        ("all-credentials", (map, _) => new Condition.TaggedAre(map.Name(Kind.Tag, "all-credentials"), true, map.Word<CredentialTest>("is"))),
        ("system", (map, target) => new Condition.SystemIs(Subject(map, "system", Kind.System, TargetKind.System, target), map.Name(Kind.Mark, "is"))),
        ("foothold", (map, target) => new Condition.FootholdIs(Subject(map, "foothold", Kind.Foothold, TargetKind.Foothold, target), map.Word<FootholdTest>("is"))),
        ("flag", (map, _) => new Condition.Flag(map.Name(Kind.Flag, "flag"))),
        ("did", (map, target) => Did(map, "did", false, target)),
        ("started", (map, target) => Did(map, "started", true, target)),
        ("adversary", (map, _) => new Condition.Adversary(map.Name(Kind.State, "adversary"), false)),
        ("adversary-reached", (map, _) => new Condition.Adversary(map.Name(Kind.State, "adversary-reached"), true)),
        ("counter", (map, _) => new Condition.CounterAtLeast(map.Name(Kind.Counter, "counter"), map.Whole("at-least", 1) ?? 1)),
        ("released", (map, _) => new Condition.Released(map.Name(Kind.Inject, "released"))),
        ("answered", (map, _) => Answered(map)),
        ("before", (map, _) => new Condition.Before(map.Time("before") ?? default)),
        ("from", (map, _) => new Condition.From(map.Time("from") ?? default)),
    ];

    static readonly ImmutableArray<string> Keys = [.. Forms.Select(form => form.Key)];

    /// <summary>A condition that must be there.</summary>
    /// <param name="owner">The mapping that has it.</param>
    /// <param name="key">Its key.</param>
    /// <param name="target">What <c>target</c> stands for in it: nothing outside an action.</param>
    public static Condition Condition(this MapReader owner, string key, TargetKind target = TargetKind.None) =>
        owner.Need(key) is { } node ? Read(owner, node, $"'{key}' of {owner.What}", target) : Unread;

    /// <inheritdoc cref="Condition"/>
    public static Condition? OptionalCondition(this MapReader owner, string key, TargetKind target = TargetKind.None) =>
        owner.Find(key) is { } node ? Read(owner, node, $"'{key}' of {owner.What}", target) : null;

    static Condition Read(MapReader owner, Node node, string said, TargetKind target)
    {
        if (owner.ToMap(node, said, "this condition", node.Place) is not { } map)
        {
            return Unread;
        }

        var forms = Forms.Where(form => map.Holds(form.Key)).ToList();
        if (forms.Count != 1)
        {
            Refuse(map, said, [.. forms.Select(form => form.Key)]);
            return Unread;
        }

        var condition = forms[0].Read(map, target);
        map.End();
        return condition;
    }

    static void Refuse(MapReader map, string said, ImmutableArray<string> forms)
    {
        var keys = map.Keys.Take(10).ToList();
        if (forms.Length > 1)
        {
            map.Report(DiagnosticCodes.OneCondition, map.AtKey(forms[1]), $"{said} says {forms.Length} things: {string.Join(", ", forms)}",
                "Write each as a condition of its own and join them: all: [{ … }, { … }].");
            return;
        }

        var ask = keys.Select(key => map.Ask(key, Keys)).FirstOrDefault(asked => asked.Length > 0) ?? "";
        var place = keys.Count > 0 ? map.AtKey(keys[0]) : map.Place;
        map.Report(DiagnosticCodes.OneCondition, place, $"{said} is no condition that is known", $"{ask}It may begin with: {string.Join(", ", Keys)}.");
    }

    static ImmutableArray<Condition> Several(MapReader map, string key, TargetKind target)
    {
        var items = map.List(key);
        if (items.IsEmpty && map.Find(key) is ListNode empty)
        {
            map.Report(DiagnosticCodes.NothingInside, empty.Place, $"'{key}' holds no condition", "Write at least one, or take it out.");
        }

        return [.. items.Select(item => Read(map, item, $"an item of '{key}'", target))];
    }

    static string Subject(MapReader map, string key, Kind kind, TargetKind needed, TargetKind target) =>
        EffectReader.Subject(map, key, kind, needed, target) ?? Engine.Condition.TheTarget;

    static Condition Did(MapReader map, string key, bool started, TargetKind target)
    {
        var action = map.Name(Kind.Action, key);
        if (target != TargetKind.None && map.Find("on") is ScalarNode { Value: Ids.Target })
        {
            return new Condition.Did(action, Engine.Condition.TheTarget, started);
        }

        return new Condition.Did(action, map.OptionalName(Kind.Target, "on", action), started);
    }

    static Condition Answered(MapReader map)
    {
        var inject = map.Name(Kind.Inject, "answered");
        if (inject.Length > 0)
        {
            map.Reading.Names.Add(new Use(Kind.Question, inject, map.At("answered")));
        }

        return new Condition.Answered(inject, map.OptionalName(Kind.Option, "with", inject));
    }
}
