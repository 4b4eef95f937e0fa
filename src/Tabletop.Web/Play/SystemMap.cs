using System.Collections.Immutable;
using Tabletop.Engine;
using Tabletop.Exercises.Views;
using Tabletop.Web.Glyphs;

namespace Tabletop.Web.Play;

/// <summary>A system's place: which column, counted from where ways begin, and which row in it.</summary>
public sealed record MapNode(SystemRow System, int Column, int Row);

/// <summary>A way between two systems, <paramref name="From"/> standing no further right than <paramref name="To"/>.</summary>
/// <param name="Onward">It leads to <paramref name="To"/>.</param>
/// <param name="Back">It leads to <paramref name="From"/>.</param>
/// <param name="Cut">The team has isolated one of the two.</param>
public sealed record MapWay(MapNode From, MapNode To, bool Onward, bool Back, bool Cut);

/// <summary>
/// What is connected to what, drawn from what the team sees and nothing else: ways from left to right, each system
/// one column after those that lead to it. What has no way at all stands apart.
/// </summary>
public sealed record SystemMap(ImmutableArray<MapNode> Nodes, ImmutableArray<MapWay> Ways, ImmutableArray<SystemRow> Apart)
{
    /// <summary>In the address: the list instead of the picture.</summary>
    public const string Listed = "list";

    /// <summary>The mark that cuts the ways of a system.</summary>
    public const string Isolated = "isolated";

    public static SystemMap Of(TeamView view)
    {
        var linked = view.Systems.Where(system => !system.Reaches.IsEmpty || !ReachedFrom(view, system).IsEmpty).ToList();
        var nodes = Placed(linked);
        var at = nodes.ToDictionary(node => node.System.Id, StringComparer.Ordinal);
        return new(nodes, WaysBetween(nodes, at), [.. view.Systems.Where(system => !at.ContainsKey(system.Id))]);
    }

    public static bool IsCut(SystemRow system) => system.Marks.Any(mark => mark.Mark == Isolated);

    public static ImmutableArray<Named> ReachedFrom(TeamView view, SystemRow system) =>
        [.. view.Systems.Where(other => other.Reaches.Any(thing => thing.Id == system.Id)).Select(other => new Named(other.Id, other.Title))];

    /// <summary>The system's ways in words; none: it has none.</summary>
    public static ImmutableArray<Phrase> LinksOf(TeamView view, SystemRow system)
    {
        var from = ReachedFrom(view, system);
        var links = ImmutableArray.CreateBuilder<Phrase>();
        if (!system.Reaches.IsEmpty)
            links.Add($"reaches {string.Join(", ", system.Reaches.Select(thing => thing.Title))}");
        if (!from.IsEmpty)
            links.Add($"reached from {string.Join(", ", from.Select(thing => thing.Title))}");
        return links.ToImmutable();
    }

    /// <summary>What the team knows of a system, the most urgent first.</summary>
    public static ImmutableArray<Sign> SignsOf(TeamView view, SystemRow system)
    {
        var signs = ImmutableArray.CreateBuilder<Sign>();
        var there = system.Footholds.Count(found => found.Removed is null);
        if (there > 0)
            signs.Add(new(there == 1 ? "attacker found" : (Phrase)$"{there} found here", "foothold", "alarm"));
        if (system.Doing is { } doing)
            signs.Add(new($"{doing.Action}…", "turning", "accent"));
        signs.AddRange(system.Marks.Select(mark => new Sign(mark.Mark.Replace('-', ' '), mark.Mark == Isolated ? "cut" : "shield", "good")));
        if (!system.OpenedBy.IsEmpty)
            signs.Add(WaysIn(view, system));
        if (there == 0 && !system.Footholds.IsEmpty)
            signs.Add(new("attacker removed", "foothold-gone", "good"));
        return signs.ToImmutable();
    }

    // A way in is a leaked credential that opens the system and that nobody is known to have ended.
    static Sign WaysIn(TeamView view, SystemRow system)
    {
        var states = view.Credentials.Where(row => system.OpenedBy.Any(thing => thing.Id == row.Id)).Select(row => row.State).ToList();
        var open = states.Count(state => state is KnownState.Unknown or KnownState.Live);
        return open == 0 ? new("ways in closed", "ended", "good")
            : new(open == 1 ? "1 way in" : (Phrase)$"{open} ways in", states.Contains(KnownState.Live) ? "live" : "unknown", states.Contains(KnownState.Live) ? "alarm" : "muted");
    }

    static ImmutableArray<MapNode> Placed(List<SystemRow> systems)
    {
        var ids = systems.Select(system => system.Id).ToHashSet(StringComparer.Ordinal);
        var before = systems.ToDictionary(
            system => system.Id,
            system => systems.Where(other => other.Id != system.Id && other.Reaches.Any(thing => thing.Id == system.Id)).Select(other => other.Id).ToList(),
            StringComparer.Ordinal);
        var column = new Dictionary<string, int>(StringComparer.Ordinal);
        while (column.Count < ids.Count)
        {
            // Where all go in a circle, one goes first: one that is reached already, else the inventory's first.
            var open = systems.Where(system => !column.ContainsKey(system.Id)).ToList();
            var next = open.Find(system => before[system.Id].TrueForAll(column.ContainsKey))
                ?? open.Find(system => before[system.Id].Exists(column.ContainsKey))
                ?? open[0];
            column[next.Id] = before[next.Id].Where(column.ContainsKey).Select(id => column[id] + 1).DefaultIfEmpty(0).Max();
        }

        return [.. systems.GroupBy(system => column[system.Id]).OrderBy(group => group.Key)
            .SelectMany(group => group.Select((system, row) => new MapNode(system, group.Key, row)))];
    }

    static ImmutableArray<MapWay> WaysBetween(ImmutableArray<MapNode> nodes, Dictionary<string, MapNode> at)
    {
        var ways = ImmutableArray.CreateBuilder<MapWay>();
        foreach (var (one, index) in nodes.Select((node, index) => (node, index)))
        {
            foreach (var other in nodes.Skip(index + 1))
            {
                var (onward, back) = (Leads(one, other), Leads(other, one));
                if (onward || back)
                    ways.Add(new(one, other, onward, back, IsCut(one.System) || IsCut(other.System)));
            }
        }

        return ways.ToImmutable();
    }

    static bool Leads(MapNode from, MapNode to) => from.System.Reaches.Any(thing => thing.Id == to.System.Id);
}
