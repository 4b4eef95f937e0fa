using System.Text;

namespace Tabletop.Scenarios;

/// <summary>Puts what somebody typed into a Markdown text, as the characters that they are.</summary>
static class MarkdownText
{
    const string Special = "\\`*_{}[]()<>#!|~&+-=:@";

    /// <param name="value">One line.</param>
    /// <param name="before">The text that stands before it; inside code nothing can be escaped, and little needs to be.</param>
    public static string Escape(string value, ReadOnlySpan<char> before)
    {
        if (IsInCode(before))
        {
            return value.Replace('`', '\'');
        }

        var escaped = new StringBuilder();
        for (var index = 0; index < value.Length; index++)
        {
            // A dot or bracket behind a number would begin a list, at the start of a line.
            var numbers = value[index] is '.' && index > 0 && value.AsSpan(0, index).IndexOfAnyExceptInRange('0', '9') < 0;
            if (numbers || Special.Contains(value[index], StringComparison.Ordinal))
            {
                escaped.Append('\\');
            }

            escaped.Append(value[index]);
        }

        // www. alone would become a link.
        return escaped.Replace("www.", "www\\.").ToString();
    }

    static bool IsInCode(ReadOnlySpan<char> before)
    {
        var fenced = false;
        var line = before;
        foreach (var range in before.Split('\n'))
        {
            line = before[range];
            fenced ^= line.TrimStart(' ').StartsWith("```", StringComparison.Ordinal);
        }

        return fenced || (line.Count('`') % 2 == 1);
    }
}
