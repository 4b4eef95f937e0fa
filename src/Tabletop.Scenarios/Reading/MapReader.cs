using Tabletop.Engine;

namespace Tabletop.Scenarios;

/// <summary>What every reader shares: the report, the names, the file.</summary>
sealed record Reading(string File, Report Report, Names Names)
{
    /// <summary>Files that a text can stand in.</summary>
    public Attached Files { get; init; } = new([]);

    public Texts Texts { get; init; } = new(ScenarioSettings.None);
}

/// <summary>
/// One mapping while it is read. It hands out values by key, remembers the keys that it was asked for, and reports the
/// others at <see cref="End"/>; so each reader of a part is also the list of the keys that the part may have.
/// A value that is missing or wrong is reported once and read as nothing.
/// </summary>
sealed partial class MapReader
{
    readonly MapNode _map;
    readonly List<string> _asked = [];
    readonly HashSet<string> _known = new(StringComparer.Ordinal);

    /// <param name="reading">Where faults and names go.</param>
    /// <param name="map">The mapping.</param>
    /// <param name="what">How messages call it: "action 'hunt'".</param>
    /// <param name="place">Where to report what is missing in it.</param>
    /// <param name="id">Its key, or nothing.</param>
    public MapReader(Reading reading, MapNode map, string what, Place place, string id = "")
    {
        Reading = reading;
        _map = map;
        What = what;
        Place = place;
        Id = id;
    }

    public Reading Reading { get; }

    public string What { get; }

    public string Id { get; }

    public Place Place { get; }

    /// <summary>What the word <c>target</c> stands for here and in everything below: nothing outside an action.</summary>
    public TargetKind Target { get; set; }

    public SourceRef Source => new(Place.File, Place.Line);

    public IEnumerable<string> Keys => Describes ? [Shape.Each] : _map.Entries.Select(entry => entry.Key.Value);

    public bool Has(string key) => Find(key) is not null;

    /// <summary>Whether a key is written at all, without asking for it.</summary>
    public bool Holds(string key) => _map.Find(key) is not null;

    /// <summary>Where the value of a key stands, or the part itself when it has none.</summary>
    public Place At(string key) => _map.Find(key)?.Value.Place ?? Place;

    public Place AtKey(string key) => _map.Find(key)?.Key.Place ?? Place;

    public void Report(DiagnosticCode code, Place place, string message, string mend) => Reading.Report.Add(code, place, message, mend);

    /// <summary>The value of a key that may be absent; a written null is absent too.</summary>
    public Node? Find(string key)
    {
        if (_known.Add(key))
        {
            _asked.Add(key);
        }

        return _shape is not null ? new AnyNode(_shape.Key(key)) : _map.Find(key)?.Value is { } node && node is not ScalarNode { IsNull: true } ? node : null;
    }

    /// <summary>The value of a key that must be there; null when it has been reported as missing.</summary>
    public Node? Need(string key)
    {
        if (Find(key) is { } node)
        {
            _shape?.Require(key);
            return node;
        }

        if (_map.Find(key) is { } empty)
        {
            Report(DiagnosticCodes.MissingKey, empty.Key.Place, $"'{key}' of {What} has no value", $"Write the value behind '{key}:'.");
        }
        else
        {
            Report(DiagnosticCodes.MissingKey, Place, $"{What} has no '{key}'", $"Add the key '{key}'.{LikelySlip(key)}");
        }

        return null;
    }

    /// <summary>To be called when all keys have been asked for: the others are unknown.</summary>
    public void End()
    {
        foreach (var entry in _map.Entries)
        {
            var key = entry.Key.Value;
            if (!_known.Contains(key))
            {
                if (entry.Value is ScalarNode { IsNull: true } && key.Contains(' ', StringComparison.Ordinal))
                {
                    // The rest of a text that ended at its comma.
                    Report(DiagnosticCodes.UnknownKey, entry.Key.Place, $"{What} has no key '{Short(key)}'",
                        "If it is the rest of the text before it: inside braces, a text with a comma needs quotes.");
                    continue;
                }

                var free = _asked.Where(known => _map.Find(known) is null).ToList();
                Report(DiagnosticCodes.UnknownKey, entry.Key.Place, $"{What} has no key '{Short(key)}'",
                    $"{Ask(key, free)}It may have: {string.Join(", ", _asked)}.");
            }
        }
    }

    /// <summary>Nearest-name searches stop when nobody will see their answer.</summary>
    public string Ask(string name, IReadOnlyCollection<string> known) => Reading.Report.IsFull ? "" : Nearest.Ask(name, known);

    public static string Short(string text) => text.Length <= 60 ? text : text[..57] + "...";

    string LikelySlip(string key)
    {
        var others = Keys.Where(other => !_known.Contains(other)).Take(50).ToList();
        return !Reading.Report.IsFull && Nearest.To(key, others) is { } slip ? $" Is it the one written '{slip}'?" : "";
    }
}
