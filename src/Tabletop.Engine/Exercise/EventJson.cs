using System.Text.Json;
using System.Text.Json.Serialization;

namespace Tabletop.Engine;

/// <summary>The one JSON form of an event, for the store, the wire and the export.</summary>
public static class EventJson
{
    public static string Serialize(Event e) => JsonSerializer.Serialize(e, EventJsonContext.Default.Event);

    /// <exception cref="JsonException">The text is not an event of this version.</exception>
    public static Event Deserialize(string json) =>
        JsonSerializer.Deserialize(json, EventJsonContext.Default.Event) ?? throw new JsonException("The event is null.");
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    AllowOutOfOrderMetadataProperties = true)]
[JsonSerializable(typeof(Event))]
[JsonSerializable(typeof(Command.ForGood))]
public sealed partial class EventJsonContext : JsonSerializerContext;
