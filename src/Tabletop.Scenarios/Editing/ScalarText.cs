using System.Globalization;
using System.Text;
using YamlDotNet.Core;

namespace Tabletop.Scenarios;

/// <summary>Writes a text as a YAML value, as much like the one that it replaces as it can be.</summary>
static class ScalarText
{
    /// <param name="value">Without blanks at its end.</param>
    /// <param name="style">How the value was written that it replaces; <c>Any</c> for a new one.</param>
    /// <param name="flow">Inside brackets or braces.</param>
    /// <param name="indent">Blanks before each line, should it take several.</param>
    /// <param name="header">The rest of the line behind a block's first character: a mark for its end, a comment.</param>
    public static string Write(string value, ScalarStyle style, bool flow, int indent, string newline, string header = "")
    {
        var ways = Ways(value, style, flow).Select(way => (Way: way, Text: Write(value, way, 2, "\n", header)));
        var (best, _) = ways.First(way => way.Way == ScalarStyle.DoubleQuoted || ReadsBack(way.Text, value, flow));
        return Write(value, best, indent, newline, header);
    }

    static IEnumerable<ScalarStyle> Ways(string value, ScalarStyle style, bool flow)
    {
        var block = style is ScalarStyle.Literal or ScalarStyle.Folded;
        var lines = value.Contains('\n', StringComparison.Ordinal);
        if (!flow && (block || lines))
        {
            yield return ScalarStyle.Literal;
        }

        if (!lines)
        {
            yield return block || style == ScalarStyle.Any ? ScalarStyle.Plain : style;
            yield return value.Contains('"', StringComparison.Ordinal) || value.Contains('\\', StringComparison.Ordinal) ? ScalarStyle.SingleQuoted : ScalarStyle.DoubleQuoted;
        }

        yield return ScalarStyle.DoubleQuoted;
    }

    static string Write(string value, ScalarStyle way, int indent, string newline, string header) => way switch
    {
        ScalarStyle.Literal => $"|{header}{newline}{string.Join(newline, value.Split('\n').Select(line => line.Length == 0 ? "" : new string(' ', indent) + line))}",
        ScalarStyle.SingleQuoted => "'" + value.Replace("'", "''", StringComparison.Ordinal) + "'",
        ScalarStyle.DoubleQuoted => Quoted(value),
        _ => value,
    };

    /// <summary>Whether the parser makes the same text of it: it knows better than any list of what needs quotes.</summary>
    static bool ReadsBack(string written, string value, bool flow)
    {
        try
        {
            return YamlSpan.Read(flow ? $"{{ k: {written}, z: z }}" : $"k: {written}\nz: z\n") is MapSpan { Entries: [(_, ScalarSpan scalar), (_, ScalarSpan { Value: "z" })] }
                && scalar.Value.TrimEnd() == value
                && !new ScalarNode(scalar.Value, scalar.Style == ScalarStyle.Plain, Place.StartOf("")).IsNull;
        }
        catch (Exception)
        {
            // Not only YamlException: inside brackets the scanner gives up with others as well.
            return false;
        }
    }

    static string Quoted(string value)
    {
        var text = new StringBuilder("\"");
        foreach (var letter in value)
        {
            text.Append(letter switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                '\u2028' or '\u2029' or '\uFEFF' => Code(letter),
                _ when char.IsControl(letter) => Code(letter),
                _ => letter.ToString(),
            });
        }

        return text.Append('"').ToString();
    }

    static string Code(char letter) => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)letter:X4}");
}
