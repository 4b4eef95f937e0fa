using System.Collections.Immutable;
using System.Globalization;
using Tabletop.Engine;

namespace Tabletop.Web.Review;

/// <summary>Changes as they stand in a link: <c>add~revoke~c1~2023-10-20T09:00:00Z</c>, several joined by a comma.</summary>
public static class ChangeText
{
    const string Time = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    /// <summary>More than this in one link is nobody's question.</summary>
    const int Most = 8;

    public static string Write(ImmutableArray<Change> changes) => string.Join(',', changes.Select(Write));

    /// <summary>Null when the text is none of ours; the empty text is no change.</summary>
    public static ImmutableArray<Change>? Read(string? text)
    {
        var changes = ImmutableArray.CreateBuilder<Change>();
        foreach (var part in (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            if (changes.Count == Most || One(part.Split('~')) is not { } change)
                return null;
            changes.Add(change);
        }

        return changes.ToImmutable();
    }

    static string Write(Change change) => change switch
    {
        Change.Remove(var id) => $"remove~{id}",
        Change.Move(var id, var to) => $"move~{id}~{Stamp(to)}",
        Change.Add(var action, var target, var at) => $"add~{action}~{target}~{Stamp(at)}",
        Change.Answer(var inject, var reply, var at) => $"answer~{inject}~{Uri.EscapeDataString(reply ?? "")}~{Stamp(at)}",
        _ => throw new ArgumentException(change.GetType().Name, nameof(change)),
    };

    static Change? One(string[] parts) => parts switch
    {
        ["remove", { Length: > 0 } id] => new Change.Remove(id),
        ["move", { Length: > 0 } id, var to] when TimeOf(to) is { } time => new Change.Move(id, time),
        ["add", { Length: > 0 } action, var target, var at] when TimeOf(at) is { } time => new Change.Add(action, target.Length > 0 ? target : null, time),
        ["answer", { Length: > 0 } inject, var reply, var at] when TimeOf(at) is { } time => new Change.Answer(inject, reply.Length > 0 ? Uri.UnescapeDataString(reply) : null, time),
        _ => null,
    };

    static string Stamp(DateTimeOffset time) => time.UtcDateTime.ToString(Time, CultureInfo.InvariantCulture);

    static DateTimeOffset? TimeOf(string text) =>
        DateTimeOffset.TryParseExact(text, Time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
}
