using System.Text;
using Tabletop.Engine;
using Tabletop.Scenarios;

namespace Tabletop.Exercises;

/// <summary>How long and how large what people send may be.</summary>
public static class Limits
{
    public const int Name = 40;
    public const int Title = 120;
    public const int Reason = 2_000;

    /// <summary>Of an answer as it is sent: a plan names a treatment and a credential on every line.</summary>
    public const int Reply = 8_000;
    public const int Body = 20_000;
    public const int Announcement = 300;
    public const int Message = 1_000;
    public const int Note = 4_000;

    /// <summary>Of a hint, and of the reason of a correction.</summary>
    public const int Hint = 500;
    public const int CommandId = 64;
    const int Names = 200;

    // A decision's id is made of its person's id and its command's.
    const int IdLength = 100;

    /// <summary>One line: no control characters, no blanks at the ends.</summary>
    internal static string OneLine(string? text) => Strip(text, keepLines: false).Trim();

    /// <summary>Any number of lines, ended by \n; no other control characters but tabs.</summary>
    internal static string Lines(string? text) => Strip(text, keepLines: true).Trim();

    /// <param name="what">With its article: <c>a name</c>.</param>
    internal static Phrase? Between(string text, int min, int max, Phrase what) =>
        text.Length < min ? (Phrase)$"Give {what}."
        : text.Length > max ? (Phrase)$"Too long for {what}: {text.Length} characters; {max} is the most."
        : null;

    /// <param name="what">As programs call it: nobody types one.</param>
    internal static Phrase? Id(string? id, string what, int max = IdLength) =>
        id?.Length > 0 && id.Length <= max && !id.Any(char.IsControl)
            ? null
            : (Phrase)$"The {what} must have 1 to {max} characters.";

    /// <summary>Of a scenario's file, which the compiler bounds for itself.</summary>
    internal static Phrase? Text(string text) =>
        text.Length > ScenarioFiles.MostBytesOfOne / 4 ? "The file has more than a million characters." : null;

    internal static Phrase? OptionalId(string? id, string what) => id is null ? null : Id(id, what);

    internal static Phrase? Confidence(int percent) =>
        percent is >= 0 and <= 100 ? null : (Phrase)$"The confidence is {percent}; it must be between 0 and 100 percent.";

    internal static Phrase? Settings(ScenarioSettings settings) => settings.Values.Count > Names ? "That are more names than a scenario has." : null;

    static string Strip(string? text, bool keepLines)
    {
        if (string.IsNullOrEmpty(text))
            return "";

        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (rune.Value is '\n' or '\t')
                clean.Append(keepLines ? (char)rune.Value : ' ');
            else if (Rune.GetUnicodeCategory(rune) is not (System.Globalization.UnicodeCategory.Control or System.Globalization.UnicodeCategory.Format)
                || rune.Value is ZeroWidthJoiner)
                clean.Append(rune.ToString());
        }

        return clean.ToString();
    }

    // Joins emoji; the other format characters can only reorder or hide text.
    const int ZeroWidthJoiner = 0x200D;
}
