using System.Collections.Immutable;

namespace Tabletop.Scenarios;

/// <summary>Sections of scenario.yaml that stand in files beside it.</summary>
static class Includes
{
    public const string Key = "include";

    /// <summary>What only scenario.yaml itself says.</summary>
    static readonly ImmutableArray<string> Own = ["format", "id", Key];

    /// <summary>The scenario with everything that it includes, each part with the place in its own file.</summary>
    public static MapNode Follow(MapNode root, Attached files, Report report)
    {
        var whole = root;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in Named(root))
        {
            if (!seen.Add(item.Value))
            {
                report.Add(DiagnosticCodes.Repeated, item.Place, $"'{MapReader.Short(item.Value)}' stands twice in '{Key}'", "Take one of the two out.");
            }
            else if (files.Open(item.Value, ".yaml", item.Place, report) is { } text && YamlTree.Read(item.Value, text, report) is { } node)
            {
                whole = node is MapNode sections ? Join(whole, sections, report) : Refuse(whole, node, report);
            }
        }

        return whole;
    }

    /// <summary>The paths as they are written; what is wrong with the list itself, the reader of the scenario says.</summary>
    public static IEnumerable<ScalarNode> Named(MapNode root) => root.Find(Key)?.Value is ListNode list ? list.Items.OfType<ScalarNode>() : [];

    static MapNode Refuse(MapNode whole, Node node, Report report)
    {
        if (node is not BrokenNode)
        {
            report.Add(DiagnosticCodes.NotAMap, node.Place, $"an included file must be a mapping, not {MapReader.Describe(node)}", "Write sections in it, such as 'injects:', as in scenario.yaml.");
        }

        return whole;
    }

    static MapNode Join(MapNode whole, MapNode more, Report report)
    {
        var entries = whole.Entries.ToBuilder();
        foreach (var entry in more.Entries)
        {
            var key = entry.Key.Value;
            if (Own.Contains(key))
            {
                report.Add(DiagnosticCodes.UnknownKey, entry.Key.Place, $"an included file has no key '{key}'", $"'{key}' stands in {SourcePaths.Scenario}: take it out here.");
            }
            else if (whole.Find(key) is not { } there)
            {
                entries.Add(entry);
            }
            else if (there.Value is MapNode first && entry.Value is MapNode second)
            {
                entries[entries.IndexOf(there)] = there with { Value = JoinParts(first, second, report) };
            }
            else
            {
                Twice(entry.Key, there.Key, report);
            }
        }

        return new MapNode(entries.ToImmutable(), whole.Place);
    }

    static MapNode JoinParts(MapNode first, MapNode second, Report report)
    {
        var entries = first.Entries.ToBuilder();
        foreach (var entry in second.Entries)
        {
            if (first.Find(entry.Key.Value) is { } there)
            {
                Twice(entry.Key, there.Key, report);
            }
            else
            {
                entries.Add(entry);
            }
        }

        return new MapNode(entries.ToImmutable(), first.Place);
    }

    static void Twice(ScalarNode key, ScalarNode other, Report report) =>
        report.Add(DiagnosticCodes.InTwoFiles, key.Place, $"'{MapReader.Short(key.Value)}' stands in {other.Place.File}, line {other.Place.Line}, too",
            "Rename one of the two, or take it out.");
}
