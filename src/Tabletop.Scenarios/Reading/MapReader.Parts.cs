using System.Collections.Immutable;

namespace Tabletop.Scenarios;

/// <summary>Values that hold others: names, lists, mappings, parts with ids.</summary>
sealed partial class MapReader
{
    /// <summary>A name that must be there and refers to something; empty when it has been reported.</summary>
    public string Name(Kind kind, string key, string? of = null) => Need(key) is { } node ? ToName(node, key, kind, of) ?? "" : "";

    public string? OptionalName(Kind kind, string key, string? of = null) => Find(key) is { } node ? ToName(node, key, kind, of) : null;

    public ImmutableArray<string> OptionalNames(Kind kind, string key, string? of = null)
    {
        var names = ImmutableArray.CreateBuilder<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in OptionalList(key))
        {
            if (ToName(node, key, kind, of) is not { } name)
            {
                continue;
            }

            if (seen.Add(name))
            {
                names.Add(name);
            }
            else
            {
                Report(DiagnosticCodes.Repeated, node.Place, $"'{Short(name)}' stands twice in '{key}' of {What}", "Take one of the two out.");
            }
        }

        return names.ToImmutable();
    }

    public ImmutableArray<string> OptionalTexts(string key) => [.. OptionalList(key).Select(node => ToProse(node, key)).OfType<string>()];

    /// <summary>The items of a list that may be absent.</summary>
    public ImmutableArray<Node> OptionalList(string key) => Find(key) is { } node ? ToList(node, key) : [];

    public ImmutableArray<Node> List(string key) => Need(key) is { } node ? ToList(node, key) : [];

    /// <summary>A mapping that must be there; null when it has been reported.</summary>
    public MapReader? Map(string key, string what) => Need(key) is { } node ? ToMap(node, $"'{key}' of {What}", what, AtKey(key)) : null;

    public MapReader? OptionalMap(string key, string what) => Find(key) is { } node ? ToMap(node, $"'{key}' of {What}", what, AtKey(key)) : null;

    public MapReader? ToMap(Node node, string said, string what, Place place)
    {
        switch (node)
        {
            case MapNode map:
                return new MapReader(Reading, map, what, place) { Target = Target };
            case AnyNode any:
                return new MapReader(Reading, any.Shape, what) { Target = Target };
            case BrokenNode:
                return null;
            default:
                Report(DiagnosticCodes.NotAMap, node.Place, $"{said} must be a mapping, not {Describe(node)}",
                    "Write keys with values: 'key: value', one on each line and indented.");
                return null;
        }
    }

    /// <summary>A section of parts, each with its id as key, that must be there and hold at least one.</summary>
    public ImmutableArray<Part<T>> Parts<T>(string key, Kind kind, string word, Func<MapReader, T> read) =>
        Need(key) is { } node ? ReadParts(node, key, kind, word, read, mayBeEmpty: false) : NoParts<T>(kind);

    public ImmutableArray<Part<T>> OptionalParts<T>(string key, Kind kind, string word, Func<MapReader, T> read) =>
        Find(key) is { } node ? ReadParts(node, key, kind, word, read, mayBeEmpty: true) : [];

    ImmutableArray<Part<T>> ReadParts<T>(Node node, string key, Kind kind, string word, Func<MapReader, T> read, bool mayBeEmpty)
    {
        if (node is not MapNode map)
        {
            if (ToMap(node, $"'{key}' of {What}", word, node.Place) is { } any)
            {
                read(any.DescribeParts(kind, word, mayBeEmpty));
            }

            return NoParts<T>(kind);
        }

        if (map.Entries.IsEmpty && !mayBeEmpty)
        {
            Report(DiagnosticCodes.NothingInside, node.Place, $"'{key}' of {What} holds nothing", $"Write at least one {word}.");
            return NoParts<T>(kind);
        }

        var parts = ImmutableArray.CreateBuilder<Part<T>>();
        foreach (var entry in map.Entries)
        {
            var id = entry.Key.Value;
            CheckId(entry.Key, kind, word);
            Reading.Names.Define(kind, id);
            var what = $"{word} '{Short(id)}'";
            if (ToMap(entry.Value, what, what, entry.Key.Place) is not MapReader reader)
            {
                Reading.Names.Doubt(Kind.Mark, Kind.Flag, Kind.Counter, Kind.Tag);
                continue;
            }

            var part = new MapReader(Reading, reader._map, what, entry.Key.Place, id);
            parts.Add(new Part<T>(read(part), part));
            part.End();
        }

        return parts.ToImmutable();
    }

    /// <summary>A section of ids with a text each.</summary>
    public ImmutableArray<T> Titles<T>(Kind kind, string word, Func<string, string, T> make)
    {
        var titles = ImmutableArray.CreateBuilder<T>();
        foreach (var id in IdsOf(kind, word))
        {
            titles.Add(make(id, Text(id)));
        }

        return titles.ToImmutable();
    }

    /// <summary>The keys of a mapping whose keys are ids; all of them are known from now on.</summary>
    public ImmutableArray<string> IdsOf(Kind kind, string word)
    {
        if (Describes)
        {
            DescribeParts(kind, word, mayBeEmpty: true);
            return [Shape.Each];
        }

        foreach (var entry in _map.Entries)
        {
            CheckId(entry.Key, kind, word);
            Reading.Names.Define(kind, entry.Key.Value, entry.Key.Place);
        }

        return [.. Keys];
    }

    ImmutableArray<Part<T>> NoParts<T>(Kind kind)
    {
        Reading.Names.Doubt(kind, Kind.Mark, Kind.Flag, Kind.Counter, Kind.Tag);
        return [];
    }

    string? ToName(Node node, string key, Kind kind, string? of)
    {
        (node as AnyNode)?.Shape.Refers(kind);
        if (ToText(node, key) is not { } name)
        {
            return null;
        }

        if (kind != Kind.None)
        {
            Reading.Names.Add(new Use(kind, name, node.Place, of));
        }

        return name;
    }

    ImmutableArray<Node> ToList(Node node, string key)
    {
        switch (node)
        {
            case ListNode list:
                return list.Items;
            case AnyNode any:
                return [new AnyNode(any.Shape.Items())];
            case BrokenNode:
                return [];
            default:
                Report(DiagnosticCodes.NotAList, node.Place, $"'{key}' of {What} must be a list, not {Describe(node)}",
                    node is ScalarNode scalar ? $"Put it in brackets: [{Short(scalar.Value)}]." : "Begin each item with '- ' on a line of its own.");
                return [];
        }
    }

    void CheckId(ScalarNode key, Kind kind, string word)
    {
        if (kind == Kind.Objective ? Ids.IsObjective(key.Value) : Ids.IsId(key.Value))
        {
            return;
        }

        var mend = kind == Kind.Objective
            ? "Ids of objectives are an upper-case letter and a number: L1."
            : Ids.Mend;
        Report(DiagnosticCodes.BadId, key.Place, $"'{Short(key.Value)}' cannot be the id of a {word}", mend);
    }
}

/// <summary>A part that has been read, with the place of each of its keys for those who check it.</summary>
sealed record Part<T>(T Spec, MapReader Text)
{
    public Place At(string key) => Text.At(key);
}
