using System.Collections.Immutable;
using Tabletop.Engine;

namespace Tabletop.Scenarios;

/// <summary>Conditions: mappings with exactly one of the forms below.</summary>
static class ConditionReader
{
    /// <summary>Stands where a condition could not be read, so that its surroundings still can.</summary>
    static readonly Condition Unread = new Condition.All([]);

    static readonly ImmutableArray<(string Key, Func<MapReader, Condition> Read)> Forms =
    [
        ("all", map => new Condition.All(Several(map, "all"))),
        ("any", map => new Condition.Any(Several(map, "any"))),
        ("not", map => new Condition.Not(map.Condition("not"))),
        ("credential", map => new Condition.CredentialIs(map.NameOrTarget("credential", TargetKind.Credential), map.Word<CredentialTest>("is"))),
        ("any-credential", map => new Condition.TaggedAre(map.Name(Kind.Tag, "any-credential"), false, map.Word<CredentialTest>("is"))),
        ("all-credentials", map => new Condition.TaggedAre(map.Name(Kind.Tag, "all-credentials"), true, map.Word<CredentialTest>("is"))),
        ("system", map => new Condition.SystemIs(map.NameOrTarget("system", TargetKind.System), map.Name(Kind.Mark, "is"))),
        ("foothold", map => new Condition.FootholdIs(map.NameOrTarget("foothold", TargetKind.Foothold), map.Word<FootholdTest>("is"))),
        ("flag", map => new Condition.Flag(map.Name(Kind.Flag, "flag"))),
        ("did", map => Did(map, "did", false)),
        ("started", map => Did(map, "started", true)),
        ("adversary", map => new Condition.Adversary(map.Name(Kind.State, "adversary"), false)),
        ("adversary-reached", map => new Condition.Adversary(map.Name(Kind.State, "adversary-reached"), true)),
        ("counter", map => new Condition.CounterAtLeast(map.Name(Kind.Counter, "counter"), map.Whole("at-least", 1) ?? 1)),
        ("released", map => new Condition.Released(map.Name(Kind.Inject, "released"))),
        ("withdrawn", map => new Condition.Withdrawn(map.Name(Kind.Inject, "withdrawn"))),
        ("answered", AnswerReader.Condition),
        ("phase", map => new Condition.Phase(map.Name(Kind.Phase, "phase"))),
        ("before", map => new Condition.Before(map.Time("before") ?? default)),
        ("from", map => new Condition.From(map.Time("from") ?? default)),
        ("condition", map => map.Reading.Names.Named.Of(map) ?? Unread),
    ];

    public static readonly ImmutableArray<string> Keys = [.. Forms.Select(form => form.Key)];

    /// <summary>A condition that must be there.</summary>
    public static Condition Condition(this MapReader owner, string key) =>
        owner.Need(key) is { } node ? Read(owner, node, $"'{key}' of {owner.What}") : Unread;

    public static Condition? OptionalCondition(this MapReader owner, string key) =>
        owner.Find(key) is { } node ? Read(owner, node, $"'{key}' of {owner.What}") : null;

    /// <summary>The condition at a key whose owner has asked for it already.</summary>
    public static Condition Named(this MapReader owner, string id) =>
        owner.Need(id) is { } node ? Read(owner, node, $"the condition '{MapReader.Short(id)}'") : Unread;

    static Condition Read(MapReader owner, Node node, string said)
    {
        if (node is AnyNode any)
        {
            any.Shape.Forms("condition", Forms, (shape, read) => read(new MapReader(owner.Reading, shape, "this condition")));
            return Unread;
        }

        if (owner.ToMap(node, said, "this condition", node.Place) is not { } map)
        {
            return Unread;
        }

        var forms = Forms.Where(form => map.Holds(form.Key)).ToList();
        if (forms.Count != 1)
        {
            Refuse(map, said, [.. map.Keys.Where(Keys.Contains)]);
            return Unread;
        }

        var condition = forms[0].Read(map);
        map.End();
        if (!map.Reading.Names.Named.Bears(condition))
        {
            map.Report(DiagnosticCodes.ConditionTooLarge, node.Place, $"{said} has more than {NamedConditions.MostParts} parts, or more than {NamedConditions.MostDepth} within each other",
                "Conditions count with all the named ones in them. Let an effect set a flag, and ask for that.");
            return Unread;
        }

        map.Reading.Names.Add(condition, node.Place);
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

    static ImmutableArray<Condition> Several(MapReader map, string key)
    {
        var items = map.List(key);
        if (items.IsEmpty && map.Find(key) is ListNode empty)
        {
            map.Report(DiagnosticCodes.NothingInside, empty.Place, $"'{key}' holds no condition", "Write at least one, or take it out.");
        }

        return [.. items.Select(item => Read(map, item, $"an item of '{key}'"))];
    }

    static Condition Did(MapReader map, string key, bool started)
    {
        var action = map.Name(Kind.Action, key);
        return new Condition.Did(action, map.Find("on") is null ? null : map.AimOf("on", action), started);
    }
}
