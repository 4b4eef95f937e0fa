using System.Collections.Immutable;

namespace Tabletop.Scenarios;

/// <summary>A piece of a YAML file that knows where it stands.</summary>
abstract record Node(Place Place);

/// <param name="Plain">Written without quotes and not as a block, so that it may stand for a number, a truth value or nothing.</param>
sealed record ScalarNode(string Value, bool Plain, Place Place) : Node(Place)
{
    public bool IsNull => Plain && Value is "" or "~" or "null" or "Null" or "NULL";
}

sealed record ListNode(ImmutableArray<Node> Items, Place Place) : Node(Place);

/// <summary>Keys are unique: those written twice have been reported and left out.</summary>
sealed record MapNode(ImmutableArray<MapEntry> Entries, Place Place) : Node(Place)
{
    readonly Dictionary<string, MapEntry> _entries = Entries.ToDictionary(entry => entry.Key.Value, StringComparer.Ordinal);

    public MapEntry? Find(string key) => _entries.GetValueOrDefault(key);
}

sealed record MapEntry(ScalarNode Key, Node Value);

/// <summary>Something that has been reported already; nobody needs to hear of it again.</summary>
sealed record BrokenNode(Place Place) : Node(Place);
