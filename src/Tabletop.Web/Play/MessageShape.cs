using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Tabletop.Engine;

namespace Tabletop.Web.Play;

/// <param name="Value">Markdown, or as it stands where <paramref name="Literal"/>.</param>
public sealed record MessageField(string Name, string Value, bool Literal);

/// <summary>What one person says in a call or a chat.</summary>
/// <param name="Who">Empty: nobody speaks; it says what happens.</param>
/// <param name="Says">Markdown.</param>
public sealed record Turn(string Who, string Says);

/// <summary>
/// What the text of a message is made of on its channel: an alert and a ticket begin with fields, a call and a chat are
/// turns of people who speak. Whatever is not written so stays the text that it is.
/// </summary>
/// <param name="Rest">Markdown: the text without the fields, or all of it.</param>
public sealed partial record MessageShape(ImmutableArray<MessageField> Fields, ImmutableArray<Turn> Turns, string Rest)
{
    public static MessageShape Of(Channel channel, string from, string body) => channel switch
    {
        Channel.Alert or Channel.Ticket => WithFields(body.ReplaceLineEndings("\n")),
        Channel.Chat or Channel.Phone => new([], TurnsOf(from, body.ReplaceLineEndings("\n")), ""),
        _ => new([], [], body),
    };

    /// <summary>The number that a ticket's title begins with, and the rest of it; null: it has none.</summary>
    public static (string Number, string Title)? Ticket(string title) =>
        TicketNumber().Match(title) is { Success: true } match ? (match.Groups[1].Value, title[match.Length..]) : null;

    public string? Field(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            foreach (var field in Fields)
            {
                if (string.Equals(field.Name, name, StringComparison.OrdinalIgnoreCase))
                    return field.Value;
            }
        }

        return null;
    }

    // A block of code whose lines are all "name  value", or a table of two columns; the first of either kind.
    static MessageShape WithFields(string body)
    {
        if (Fence().Match(body) is { Success: true } fence
            && fence.Groups[1].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => FieldLine().Match(line)).ToList() is { Count: > 1 } lines
            && lines.TrueForAll(line => line.Success))
        {
            return new([.. lines.Select(line => new MessageField(line.Groups[1].Value, line.Groups[2].Value, true))], [], Without(body, fence));
        }

        if (Table().Match(body) is { Success: true } table
            && table.Groups[1].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => TableLine().Match(line)).ToList() is { Count: > 0 } rows
            && rows.TrueForAll(row => row.Success))
        {
            return new([.. rows.Select(row => new MessageField(row.Groups[1].Value, row.Groups[2].Value, false))], [], Without(body, table));
        }

        return new([], [], body);
    }

    static string Without(string body, Match match) => (body[..match.Index] + "\n\n" + body[(match.Index + match.Length)..]).Trim();

    // A line that begins with a name in bold, in a quotation or followed by a colon, is where somebody begins to speak.
    static ImmutableArray<Turn> TurnsOf(string from, string body)
    {
        var turns = ImmutableArray.CreateBuilder<Turn>();
        var (inCode, inQuote) = (false, false);
        foreach (var line in body.Split('\n'))
        {
            var quoted = !inCode && line.StartsWith('>');
            var text = quoted ? line[1..].TrimStart() : line;
            if (text.StartsWith("```", StringComparison.Ordinal))
                inCode = !inCode;

            if (!inCode && (quoted ? Quoted() : Spoken()).Match(text) is { Success: true } match)
                turns.Add(new(match.Groups[1].Value, text[match.Length..]));
            else if (turns.Count == 0 || (inQuote && !quoted && text.Length > 0))
                turns.Add(new("", text));
            else
                turns[^1] = turns[^1] with { Says = $"{turns[^1].Says}\n{text}" };
            inQuote = quoted || (inQuote && text.Length == 0);
        }

        // Where nobody is named, all of it is said by the sender.
        return turns.Any(turn => turn.Who.Length > 0)
            ? [.. turns.Select(turn => turn with { Says = turn.Says.Trim() }).Where(turn => turn.Says.Length > 0)]
            : [new(from, body)];
    }

    [GeneratedRegex(@"^([A-Z][A-Z0-9]*-\d+)[:\s]+")]
    private static partial Regex TicketNumber();

    [GeneratedRegex(@"^```[^\n]*\n(.*?)^```[ \t]*$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"^[ \t]*([\p{L}\p{N}_.@-]+(?: [\p{L}\p{N}_.@-]+){0,3})(?:: +|[ \t]{2,})(\S.*?)[ \t]*$")]
    private static partial Regex FieldLine();

    [GeneratedRegex(@"^\|[^\n]*\|[ \t]*\n\|[ \t:|-]+\|[ \t]*\n((?:\|[^\n]*\|[ \t]*(?:\n|\z))+)", RegexOptions.Multiline)]
    private static partial Regex Table();

    [GeneratedRegex(@"^\|\s*([^|]+?)\s*\|\s*([^|]*?)\s*\|\s*$")]
    private static partial Regex TableLine();

    [GeneratedRegex(@"^\*\*([^*\n]{1,60}?):?\*\*:?\s+")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"^\*\*([^*\n]{1,60}?)(?::\*\*|\*\*:)\s+")]
    private static partial Regex Spoken();
}
