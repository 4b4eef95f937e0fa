using System.Collections.Immutable;
using Tabletop.Engine;

namespace Tabletop.Scenarios;

/// <summary>Effects: mappings with exactly one of the forms below, and an optional <c>if</c>.</summary>
static class EffectReader
{
    static readonly ImmutableArray<(string Key, Func<MapReader, Effect> Read)> Forms =
    [
        ("end-credential", map => new Effect.EndCredential(
            Subject(map, "end-credential", TargetKind.Credential), null, map.Word<CredentialEnd>("as"))),
        ("end-credentials", map => new Effect.EndCredential(null, map.Name(Kind.Tag, "end-credentials"), map.Word<CredentialEnd>("as"))),
        ("mark", map => new Effect.MarkSystem(Subject(map, "mark", TargetKind.System), Define(map, Kind.Mark, "as"), true)),
        ("unmark", map => new Effect.MarkSystem(Subject(map, "unmark", TargetKind.System), map.Name(Kind.Mark, "as"), false)),
        ("plant", map => new Effect.PlantFoothold(map.Name(Kind.Foothold, "plant"))),
        ("remove", map => new Effect.RemoveFoothold(Subject(map, "remove", TargetKind.Foothold))),
        ("set", map => new Effect.SetFlag(Define(map, Kind.Flag, "set"), true)),
        ("clear", map => new Effect.SetFlag(map.Name(Kind.Flag, "clear"), false)),
        ("count", map => new Effect.Count(Define(map, Kind.Counter, "count"), map.OptionalWhole("by", 1, 1))),
        ("reveal-credential", map => new Effect.RevealCredential(
            Subject(map, "reveal-credential", TargetKind.Credential), null)),
        ("reveal-credentials", map => new Effect.RevealCredential(null, map.Name(Kind.Tag, "reveal-credentials"))),
        ("reveal-foothold", map => new Effect.RevealFoothold(map.Name(Kind.Foothold, "reveal-foothold"))),
    ];

    public static readonly ImmutableArray<string> Keys = [.. Forms.Select(form => form.Key)];

    /// <summary>The effects of a part, in order.</summary>
    public static ImmutableArray<Effect> Effects(this MapReader owner)
    {
        var effects = ImmutableArray.CreateBuilder<Effect>();
        foreach (var node in owner.OptionalList("effects"))
        {
            if (Read(owner, node) is { } effect)
            {
                effects.Add(effect);
            }
            else
            {
                owner.Reading.Names.Doubt(Kind.Mark, Kind.Flag, Kind.Counter);
            }
        }

        return effects.ToImmutable();
    }

    static Effect? Read(MapReader owner, Node node)
    {
        if (node is AnyNode any)
        {
            any.Shape.Forms("effect", Forms, (shape, read) => Read(new MapReader(owner.Reading, shape, "this effect"), read));
            return null;
        }

        var said = $"an effect of {owner.What}";
        if (owner.ToMap(node, said, "this effect", node.Place) is not { } map)
        {
            return null;
        }

        var forms = Forms.Where(form => map.Holds(form.Key)).ToList();
        if (forms.Count != 1)
        {
            Refuse(map, said, [.. map.Keys.Where(Keys.Contains)]);
            return null;
        }

        var effect = Read(map, forms[0].Read);
        map.End();
        return effect;
    }

    static Effect Read(MapReader map, Func<MapReader, Effect> form) => form(map) with { If = map.OptionalCondition("if") };

    static void Refuse(MapReader map, string said, ImmutableArray<string> forms)
    {
        if (forms.Length > 1)
        {
            map.Report(DiagnosticCodes.OneEffect, map.AtKey(forms[1]), $"{said} does {forms.Length} things: {string.Join(", ", forms)}",
                "Write each as an item of its own.");
            return;
        }

        var keys = map.Keys.Where(key => key != "if").Take(10).ToList();
        var ask = keys.Select(key => map.Ask(key, Keys)).FirstOrDefault(asked => asked.Length > 0) ?? "";
        var place = keys.Count > 0 ? map.AtKey(keys[0]) : map.Place;
        map.Report(DiagnosticCodes.OneEffect, place, $"{said} is none that is known", $"{ask}It may begin with: {string.Join(", ", Keys)}.");
    }

    /// <summary>An id, or null for the action's target.</summary>
    static string? Subject(MapReader map, string key, TargetKind needed)
    {
        var name = map.NameOrTarget(key, needed);
        return name == Ids.Target ? null : name;
    }

    /// <summary>A name that this effect brings into being.</summary>
    static string Define(MapReader map, Kind kind, string key)
    {
        map.DescribeNames(key, kind);
        if (map.Need(key) is not { } node || map.ToText(node, key) is not { } name)
        {
            map.Reading.Names.Doubt(kind);
            return "";
        }

        if (!Ids.IsId(name))
        {
            map.Report(DiagnosticCodes.BadId, node.Place, $"'{MapReader.Short(name)}' cannot be the name of a {Words<Kind>.Of(kind)}", Ids.Mend);
        }

        map.Reading.Names.Define(kind, name, node.Place);
        return name;
    }
}
