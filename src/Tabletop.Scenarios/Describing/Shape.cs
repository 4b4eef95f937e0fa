using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;

namespace Tabletop.Scenarios;

/// <summary>
/// What may be written at one place of a file. Nobody lists it: the readers draw it up themselves when they are given an
/// <see cref="AnyNode"/>, so what is described and what is read cannot differ.
/// </summary>
sealed partial class Shape(Drawing drawing, string path)
{
    /// <summary>Stands for every key of a mapping whose keys are ids.</summary>
    public const string Each = "*";

    readonly List<JsonObject> _scalars = [];
    readonly List<string> _words = [];
    readonly Dictionary<string, Shape> _keys = new(StringComparer.Ordinal);
    readonly List<string> _order = [];
    readonly HashSet<string> _required = new(StringComparer.Ordinal);
    readonly List<(bool Exactly, ImmutableArray<string> Keys)> _choices = [];
    readonly Dictionary<string, JsonArray> _needs = new(StringComparer.Ordinal);
    readonly List<Shape> _forms = [];
    Shape? _items;
    string? _ids;
    string? _definition;
    bool _mayBeEmpty = true;

    /// <summary>Where in a file of its kind: <c>scenario.phases.*.effort</c>.</summary>
    public string Path => path;

    public void Text() => Scalar(new() { ["type"] = new JsonArray("string", "number", "boolean"), ["pattern"] = @"\S" });

    /// <summary>In place of one text, one for each language.</summary>
    public void TextInLanguages()
    {
        const string Name = "texts";
        if (!drawing.Definitions.ContainsKey(Name))
        {
            var texts = new Shape(drawing, Name);
            drawing.Definitions.Add(Name, texts);
            texts.Scalar(new()
            {
                ["type"] = "object",
                ["patternProperties"] = new JsonObject { ["^[a-z]{2,3}(-[A-Z]{2})?$"] = new JsonObject { ["type"] = "string" } },
                ["additionalProperties"] = false,
                ["minProperties"] = 1,
            });
        }

        Scalar(new() { ["$ref"] = $"#/$defs/{Name}" });
    }

    public void Truth() => Scalar(new() { ["type"] = "boolean" });

    public void Number(decimal least, decimal most) => Scalar(Bounded("number", least, most));

    public void Whole(decimal least, decimal most) => Scalar(Bounded("integer", least, most));

    public void Time() => Scalar(new() { ["type"] = "string", ["pattern"] = TimeText.TimePattern, ["examples"] = new JsonArray(TimeText.TimeForm) });

    public void Duration() => Scalar(new() { ["type"] = "string", ["pattern"] = TimeText.DurationPattern, ["examples"] = new JsonArray("15m", "1h30m") });

    public void OneOf(params ReadOnlySpan<int> numbers) => Scalar(new() { ["enum"] = new JsonArray([.. numbers]) });

    public void Id() => Scalar(new() { ["type"] = new JsonArray("string", "number", "boolean"), ["pattern"] = Ids.Pattern });

    public void Words(IEnumerable<string> words) => _words.AddRange(words.Except(_words));

    public Shape Items() => _items ??= new(drawing, path);

    /// <summary>The value of a key, which may be absent until it is required.</summary>
    public Shape Key(string key)
    {
        if (!_keys.TryGetValue(key, out var shape))
        {
            _keys[key] = shape = new(drawing, $"{path}.{key}");
            _order.Add(key);
        }

        return shape;
    }

    public void Require(string key) => _required.Add(key);

    public void KeysAreIds(bool mayBeEmpty, bool ofObjectives)
    {
        _ids = ofObjectives ? Ids.ObjectivePattern : Ids.Pattern;
        _mayBeEmpty &= mayBeEmpty;
    }

    public void OneOf(bool exactly, ImmutableArray<string> keys) => _choices.Add((exactly, keys));

    /// <summary>A key that means nothing without another one.</summary>
    public void Needs(string key, string other) => _needs[key] = new JsonArray(other);

    /// <summary>A mapping that begins with one key among several, described once and referred to by its name.</summary>
    public void Forms<T>(string definition, ImmutableArray<(string Key, T Read)> forms, Action<Shape, T> describe)
    {
        _definition = definition;
        if (drawing.Definitions.ContainsKey(definition))
        {
            return;
        }

        var shape = new Shape(drawing, definition);
        drawing.Definitions.Add(definition, shape);
        foreach (var (_, read) in forms)
        {
            var form = new Shape(drawing, definition);
            shape._forms.Add(form);
            describe(form, read);
        }
    }

    /// <param name="mayBeAbsent">Then a written null is absent too.</param>
    public JsonObject ToJson(bool mayBeAbsent = false)
    {
        var ways = _scalars.Select(scalar => (JsonObject)scalar.DeepClone()).ToList();
        ways.AddRange(_words.Count > 0 ? [new() { ["enum"] = new JsonArray([.. _words]) }] : []);
        ways.AddRange(_items is null ? [] : [new() { ["type"] = "array", ["items"] = _items.ToJson() }]);
        ways.AddRange(_definition is null ? [] : [new() { ["$ref"] = $"#/$defs/{_definition}" }]);
        ways.AddRange(_keys.Count > 0 ? [MapToJson()] : []);
        ways.AddRange(_forms.Count > 0 ? [new() { ["type"] = "object", ["oneOf"] = new JsonArray([.. _forms.Select(form => form.MapToJson())]) }] : []);
        if (mayBeAbsent)
        {
            OrNull(ways);
        }

        return ways.Count == 1 ? ways[0] : new() { ["anyOf"] = new JsonArray([.. ways]) };
    }

    static void OrNull(List<JsonObject> ways)
    {
        if (ways is not [var only] || only.ContainsKey("$ref"))
        {
            ways.Add(new() { ["type"] = "null" });
        }
        else if (only["enum"] is JsonArray words)
        {
            words.Add(null);
        }
        else
        {
            only["type"] = only["type"] is JsonArray types ? new JsonArray([.. types.Select(type => type!.DeepClone()), "null"]) : new JsonArray(only["type"]!.DeepClone(), "null");
        }
    }

    JsonObject MapToJson()
    {
        var map = new JsonObject { ["type"] = "object" };
        var properties = new JsonObject();
        foreach (var key in _order.Where(key => key != Each))
        {
            properties[key] = Described(_keys[key], !_required.Contains(key));
        }

        if (properties.Count > 0)
        {
            map["properties"] = properties;
        }

        if (_keys.TryGetValue(Each, out var each))
        {
            map["patternProperties"] = new JsonObject { [_ids ?? Ids.Pattern] = Described(each, mayBeAbsent: false) };
        }

        map["additionalProperties"] = false;
        if (!_mayBeEmpty)
        {
            map["minProperties"] = 1;
        }

        AddRules(map);
        return map;
    }

    void AddRules(JsonObject map)
    {
        var chosen = _choices.SelectMany(choice => choice.Keys).ToHashSet();
        var required = _order.Where(key => key != Each && _required.Contains(key) && !chosen.Contains(key)).ToList();
        if (required.Count > 0)
        {
            map["required"] = new JsonArray([.. required]);
        }

        if (_needs.Count > 0)
        {
            map["dependentRequired"] = new JsonObject(_needs.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value.DeepClone())));
        }

        if (_choices.Count > 0)
        {
            map["allOf"] = new JsonArray([.. _choices.Select(choice => new JsonObject
            {
                [choice.Exactly ? "oneOf" : "anyOf"] = new JsonArray([.. choice.Keys.Select(key => new JsonObject { ["required"] = new JsonArray(key) })]),
            })]);
        }
    }

    JsonObject Described(Shape shape, bool mayBeAbsent)
    {
        var json = shape.ToJson(mayBeAbsent);
        if (drawing.Explain(shape.Path) is { } help)
        {
            json["description"] = help;
        }

        return json;
    }

    void Scalar(JsonObject scalar)
    {
        // A condition of one file is read at many places; each draws the same thing once more.
        if (!_scalars.Exists(other => JsonNode.DeepEquals(other, scalar)))
        {
            _scalars.Add(scalar);
        }
    }

    static JsonObject Bounded(string type, decimal least, decimal most)
    {
        var scalar = new JsonObject { ["type"] = type };
        if (least > int.MinValue)
        {
            scalar["minimum"] = Number(least);
        }

        scalar["maximum"] = Number(most);
        return scalar;
    }

    static JsonNode Number(decimal number) => JsonNode.Parse(number.ToString("0.############", CultureInfo.InvariantCulture))!;
}

/// <summary>What all shapes of one schema share.</summary>
/// <param name="Explain">What the key at a path is for, or null.</param>
sealed record Drawing(Func<string, string?> Explain)
{
    public SortedDictionary<string, Shape> Definitions { get; } = new(StringComparer.Ordinal);
}
