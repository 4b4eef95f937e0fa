using Tabletop.Engine;

namespace Tabletop.Scenarios;

/// <summary>
/// The conditions that a scenario has given a name. A name stands for the condition itself: whoever plays, draws or
/// explains the scenario sees what it means and need not know that it had one.
/// </summary>
sealed class NamedConditions
{
    /// <summary>Of one condition, all the named ones in it written out. A few names that double each other would stand for millions.</summary>
    public const int MostParts = 500;

    public const int MostDepth = YamlTree.MostDepth;

    readonly Dictionary<string, Condition?> _read = new(StringComparer.Ordinal);
    readonly Stack<string> _open = new();

    // By reference: what has a name is one object wherever it is used.
    readonly Dictionary<Condition, (int Parts, int Depth)> _sizes = new(ReferenceEqualityComparer.Instance);
    MapReader? _section;

    /// <summary>Reads the section; to be called before anything that may use a name.</summary>
    public void Read(MapReader scenario)
    {
        if (scenario.OptionalMap("conditions", "the conditions") is not { } section)
        {
            if (scenario.Has("conditions"))
            {
                scenario.Reading.Names.Doubt(Kind.Condition);
            }

            return;
        }

        _section = section;
        foreach (var id in section.IdsOf(Kind.Condition, "condition"))
        {
            Resolve(id, section, section.At(id));
        }
    }

    /// <summary>What the name at the key <c>condition</c> stands for; null when that has been reported, or will be.</summary>
    public Condition? Of(MapReader map)
    {
        var id = map.Name(Kind.Condition, "condition");
        return _section is { Describes: false } section && section.Holds(id) ? Resolve(id, map, map.At("condition")) : null;
    }

    /// <summary>Whether the condition is small enough to be asked again and again. Its parts have been looked at before.</summary>
    public bool Bears(Condition condition)
    {
        if (_sizes.ContainsKey(condition))
        {
            return true;
        }

        var (parts, depth) = (1, 1);
        foreach (var part in condition.Parts())
        {
            var size = _sizes.GetValueOrDefault(part, (1, 1));
            (parts, depth) = (parts + size.Item1, Math.Max(depth, size.Item2 + 1));
        }

        _sizes[condition] = (parts, depth);
        return parts <= MostParts && depth <= MostDepth;
    }

    Condition? Resolve(string id, MapReader user, Place place)
    {
        if (_read.TryGetValue(id, out var known))
        {
            return known;
        }

        if (_open.Contains(id))
        {
            user.Report(DiagnosticCodes.ConditionInItself, place, $"the condition '{id}' depends on itself",
                "Write what it needs without the name of one that needs it.");
            return null;
        }

        if (_open.Count >= MostDepth)
        {
            user.Report(DiagnosticCodes.ConditionTooLarge, place, $"more than {MostDepth} named conditions stand within each other", "Name what is needed itself.");
            return null;
        }

        _open.Push(id);
        var condition = _section!.Named(id);
        _open.Pop();
        return _read[id] = condition;
    }
}

static class ConditionParts
{
    /// <summary>The conditions that one joins or turns round; none for the others.</summary>
    public static IEnumerable<Condition> Parts(this Condition condition) => condition switch
    {
        Condition.All all => all.Items,
        Condition.Any any => any.Items,
        Condition.Not not => [not.Item],
        _ => [],
    };
}
