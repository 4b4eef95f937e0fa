using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Tabletop.Scenarios;

/// <summary>JSON Schemas (2020-12) of the files of a scenario, for editors that complete and check while somebody types.</summary>
public static class ScenarioSchema
{
    static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The schema of scenario.yaml.</summary>
    public static string OfScenario() => Draw("scenario", "A scenario", ScenarioReader.Read);

    /// <summary>The schema of history.yaml and of the files under playthroughs/.</summary>
    public static string OfPlaythrough() => Draw("playthrough", "A playthrough", PlaythroughReader.Read);

    static string Draw(string root, string title, Func<Reading, Node, object?> read)
    {
        var drawing = new Drawing(KeyHelp.Of);
        var shape = new Shape(drawing, root);
        read(new Reading("", new Report(), new Names()), new AnyNode(shape));

        var schema = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = title,
        };
        foreach (var (key, value) in shape.ToJson())
        {
            schema[key] = value?.DeepClone();
        }

        schema["$defs"] = new JsonObject(drawing.Definitions.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value.ToJson())));
        return schema.ToJsonString(Readable) + "\n";
    }
}
