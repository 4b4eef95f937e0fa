namespace Tabletop.Scenarios;

/// <summary>How wide a text is drawn, without a font at hand: on the generous side for Helvetica and its like.</summary>
static class TextWidth
{
    /// <summary>Pixels at a font size.</summary>
    internal static double Of(string text, double size) => text.Sum(LetterWidth) * size;

    /// <summary>Lines no wider than <paramref name="width"/> pixels; a word that is wider itself is broken.</summary>
    internal static IEnumerable<string> Wrap(string text, double size, double width)
    {
        var line = "";
        foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            var rest = word;
            if (line.Length > 0 && Of($"{line} {rest}", size) > width)
            {
                yield return line;
                line = "";
            }

            while (line.Length == 0 && Of(rest, size) > width)
            {
                var fits = Math.Max(1, Enumerable.Range(1, rest.Length).TakeWhile(length => Of(rest[..length], size) <= width).LastOrDefault());
                yield return rest[..fits];
                rest = rest[fits..];
            }

            line = line.Length == 0 ? rest : $"{line} {rest}";
        }

        if (line.Length > 0)
        {
            yield return line;
        }
    }

    /// <summary>In units of the font size.</summary>
    static double LetterWidth(char letter) => letter switch
    {
        'i' or 'j' or 'l' or 'I' or '.' or ',' or ':' or ';' or '\'' or '|' or '!' => 0.28,
        'f' or 't' or 'r' or ' ' or '-' or '(' or ')' or '[' or ']' or '/' => 0.36,
        'm' or 'w' or 'M' or 'W' or '%' or '@' => 0.92,
        >= 'A' and <= 'Z' => 0.72,
        < '\u0250' => 0.58,

        // Scripts beyond Latin, with the widest in mind.
        _ => 1.0,
    };
}
