using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json.Serialization;
using Tabletop.Engine;

namespace Tabletop.Exercises;

/// <summary>An event as the store keeps it and as the feed is told of it.</summary>
/// <param name="Type">The event's name in its JSON, for people who look into the database.</param>
readonly record struct StoredEvent(long Version, DateTimeOffset At, string Type, string? Command, string Json)
{
    static readonly FrozenDictionary<Type, string> Names = typeof(Event).GetCustomAttributes<JsonDerivedTypeAttribute>()
        .ToFrozenDictionary(attribute => attribute.DerivedType, attribute => (string)attribute.TypeDiscriminator!);

    public static StoredEvent Of(Event e) => new(e.Version, e.At, Names[e.GetType()], e.Command, EventJson.Serialize(e));
}
