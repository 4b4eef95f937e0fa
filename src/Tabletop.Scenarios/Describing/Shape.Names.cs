using System.Collections.Immutable;

namespace Tabletop.Scenarios;

/// <summary>What editors ask of a shape beside its schema: which names stand there, and which keys.</summary>
sealed partial class Shape
{
    readonly HashSet<Kind> _refers = [];

    /// <summary>Of which kinds the names are that may stand here; <see cref="Kind.None"/> is left out.</summary>
    public IReadOnlySet<Kind> Names => _refers;

    /// <summary>The kind of which the text written here becomes a name.</summary>
    public Kind Brought { get; private set; } = Kind.None;

    /// <summary>The kind of which the key written here becomes a name; null for a key that is no id.</summary>
    public Kind? BroughtByKey { get; private set; }

    /// <summary>The kind of which the key written here is a name.</summary>
    public Kind NamedByKey { get; private set; } = Kind.None;

    public bool TakesTarget { get; private set; }

    public ImmutableArray<string> AllWords => [.. _words];

    public bool IsTruth => HasType("boolean");

    public bool IsTime => HasPattern(TimeText.TimePattern);

    public bool IsDuration => HasPattern(TimeText.DurationPattern);

    /// <summary>A text for people, which may be written in several languages.</summary>
    public bool IsProse => _scalars.Exists(scalar => scalar.ContainsKey("$ref"));

    public bool IsScalar => _scalars.Count > 0 || _words.Count > 0;

    public bool IsMap => _keys.Count > 0 || _definition is not null;

    /// <summary>What may stand in the list; null where there can be none.</summary>
    public Shape? Item => _items;

    /// <summary>The mapping's own keys, in the language's order.</summary>
    public IEnumerable<string> OwnKeys => _order.Where(key => key != Each);

    public Shape? EachKey => _keys.GetValueOrDefault(Each);

    /// <summary>How what is written here is called where it has a name of its own: condition, effect.</summary>
    public string? Definition => _definition;

    /// <summary>What the key with this path is for.</summary>
    public string? Help => drawing.Explain(path);

    public bool Requires(string key) => _required.Contains(key);

    public Shape? Own(string key) => key == Each ? null : _keys.GetValueOrDefault(key);

    public Shape? Of(string key) => Own(key) ?? EachKey;

    public void Refers(Kind kind)
    {
        if (kind != Kind.None)
        {
            _refers.Add(kind);
        }
    }

    public void Brings(Kind kind)
    {
        Brought = kind;
        Refers(kind);
    }

    public void BringsByKey(Kind kind) => BroughtByKey = kind;

    public void RefersByKey(Kind kind) => NamedByKey = kind;

    public void MayBeTarget() => TakesTarget = true;

    /// <summary>The mappings that may be meant here by one that has these keys already: all forms while it has none that decides.</summary>
    public ImmutableArray<Shape> Meant(IReadOnlyCollection<string> keys)
    {
        IReadOnlyCollection<Shape> forms = _definition is not null && drawing.Definitions.TryGetValue(_definition, out var defined) ? defined._forms : _forms;
        ImmutableArray<Shape> decided = [.. forms.Where(form => keys.Contains(form._order[0]))];
        ImmutableArray<Shape> own = _keys.Count > 0 ? [this] : [];
        return [.. own, .. decided.IsEmpty ? forms : decided];
    }

    bool HasType(string type) => _scalars.Exists(scalar => scalar["type"] is System.Text.Json.Nodes.JsonValue value && value.GetValue<string>() == type);

    bool HasPattern(string pattern) => _scalars.Exists(scalar => scalar["pattern"]?.GetValue<string>() == pattern);
}
