using System.Text.Json;
using System.Text.Json.Serialization;

namespace Tabletop.Engine;

/// <summary>
/// A phrase on its way between processes: <c>{"says":"{0} is done at {1}.","of":["Hunt",{"at":"2023-10-18T09:05:00+00:00"}]}</c>.
/// Whoever writes for programs or for the command line gives them its English instead.
/// </summary>
public sealed class PhraseJson : JsonConverter<Phrase>
{
    public override Phrase Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Read(JsonElement.ParseValue(ref reader));

    public override void Write(Utf8JsonWriter writer, Phrase value, JsonSerializerOptions options) => Write(writer, value);

    static Phrase Read(JsonElement phrase) => new(phrase.GetProperty("says").GetString()!, [.. phrase.GetProperty("of").EnumerateArray().Select(ReadValue)]);

    static object ReadValue(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? value.GetString()!
        : value.TryGetProperty("at", out var time) ? time.GetDateTimeOffset()
        : Read(value);

    static void Write(Utf8JsonWriter writer, Phrase phrase)
    {
        writer.WriteStartObject();
        writer.WriteString("says", phrase.Format);
        writer.WriteStartArray("of");
        foreach (var value in phrase.Values)
        {
            switch (value)
            {
                case Phrase inner:
                    Write(writer, inner);
                    break;
                case DateTimeOffset time:
                    writer.WriteStartObject();
                    writer.WriteString("at", time);
                    writer.WriteEndObject();
                    break;
                default:
                    writer.WriteStringValue((string)value);
                    break;
            }
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
