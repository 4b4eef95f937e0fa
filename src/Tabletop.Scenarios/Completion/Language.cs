using System.Collections.Immutable;

namespace Tabletop.Scenarios;

/// <summary>The language's own description, ready to be asked what may stand where.</summary>
static class Language
{
    static readonly Lazy<Shape> OfScenario = new(() => Draw("scenario", ScenarioReader.Read));
    static readonly Lazy<Shape> OfPlaythrough = new(() => Draw("playthrough", PlaythroughReader.Read));

    /// <summary>The shape of the file with this path; null where it is no YAML.</summary>
    public static Shape? Of(string path) =>
        !path.EndsWith(".yaml", StringComparison.Ordinal) ? null
        : SourcePaths.RoleOf(path) is SourceRole.History or SourceRole.Playthrough ? OfPlaythrough.Value
        : OfScenario.Value;

    /// <summary>What may stand below a limb; null where the language has no such place.</summary>
    public static Shape? Of(Shape root, Limb limb)
    {
        var way = new Stack<Limb>();
        for (var each = limb; each.Parent is not null; each = each.Parent)
        {
            way.Push(each);
        }

        Shape? shape = root;
        while (shape is not null && way.TryPop(out var next))
        {
            shape = Below(shape, next);
        }

        return shape;
    }

    /// <summary>From the shape of a limb's parent to its own.</summary>
    public static Shape? Below(Shape shape, Limb limb) => limb.Key is null ? shape.Item : Below(shape, shape.Meant(limb.Parent!.Keys), limb);

    /// <summary>The same, when it is known already what is meant by the keys beside it.</summary>
    public static Shape? Below(Shape shape, ImmutableArray<Shape> meant, Limb limb)
    {
        if (limb.Key is not { } key)
        {
            return shape.Item;
        }

        foreach (var map in meant)
        {
            if (map.Own(key) is { } own)
            {
                return own;
            }
        }

        return meant.FirstOrDefault(map => map.EachKey is not null)?.EachKey;
    }

    /// <summary>What a place takes, in a few words.</summary>
    public static string Describe(Shape shape)
    {
        var ways = new List<string>();
        Add(shape.Definition is not null, $"{(shape.Definition == "effect" ? "an" : "a")} {shape.Definition}");
        Add(shape.TakesTarget, $"'{Ids.Target}'");
        ways.AddRange(shape.Names.Order().Select(kind => $"{(Words<Kind>.Of(kind)[0] is 'a' or 'i' or 'o' ? "an" : "a")} {Words<Kind>.Of(kind)}"));
        Add(shape.AllWords is { IsEmpty: false }, string.Join(" or ", shape.AllWords));
        Add(shape.IsTruth, "true or false");
        Add(shape.IsTime, "a time");
        Add(shape.IsDuration, "a duration");
        Add(shape.IsScalar && ways.Count == 0, "text");
        if (shape.Item is { } item)
        {
            ways.Add(Describe(item) is { Length: > 0 } said ? $"a list: {said}" : "a list");
        }

        Add(shape is { IsMap: true, Definition: null } && shape.EachKey is not null, "parts with ids");
        Add(shape is { IsMap: true, Definition: null, EachKey: null } && ways.Count == 0, "keys with values");
        return string.Join(", or ", ways);

        void Add(bool applies, string said)
        {
            if (applies)
            {
                ways.Add(said);
            }
        }
    }

    static Shape Draw(string root, Func<Reading, Node, object?> read)
    {
        var shape = new Shape(new Drawing(KeyHelp.Of), root);
        read(new Reading("", new Report(), new Names()), new AnyNode(shape));
        return shape;
    }
}
