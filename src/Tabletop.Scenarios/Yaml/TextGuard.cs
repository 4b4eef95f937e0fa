using System.Buffers;

namespace Tabletop.Scenarios;

/// <summary>Looks at a file's text before the parser does.</summary>
static class TextGuard
{
    /// <summary>Characters of one file.</summary>
    public const int MostCharacters = 1 << 20;

    static readonly SearchValues<char> Refused = SearchValues.Create(
        [.. Enumerable.Range(0, 0x10000).Select(number => (char)number).Where(letter => char.IsControl(letter) && letter is not ('\t' or '\n' or '\r' or '\u0085')), '\uFFFE', '\uFFFF']);

    public static bool Accepts(string file, string text, Report report)
    {
        if (text.Length > MostCharacters)
        {
            report.Add(DiagnosticCodes.TooLarge, Place.StartOf(file), $"the file has {text.Length} characters, {MostCharacters} are allowed",
                "A scenario is text of some hundred kilobytes at most: is this the right file?");
            return false;
        }

        // The parser takes a NUL for the end of the text, and would let the rest go by unread.
        var at = text.AsSpan().IndexOfAny(Refused);
        at = at < 0 ? LoneSurrogate(text) : at;
        if (at < 0)
        {
            return true;
        }

        report.Add(DiagnosticCodes.NotText, PlaceAt(file, text, at), $"the character U+{(int)text[at]:X4} cannot be part of a text file",
            "Take it out. If the whole file looks like this, it is not a text file.");
        return false;
    }

    /// <summary>The first tab in the indentation of a line or of the one before it, where the parser stumbles over it.</summary>
    public static Place? TabInIndentation(string file, string text, int line)
    {
        var number = 0;
        foreach (var content in text.AsSpan().EnumerateLines())
        {
            number++;
            if (number < line - 1)
            {
                continue;
            }

            if (number > line)
            {
                break;
            }

            var column = content.IndexOfAnyExcept(' ');
            if (column >= 0 && content[column] == '\t')
            {
                return new Place(file, number, column + 1, 1);
            }
        }

        return null;
    }

    /// <summary>Half a character: no encoding can store it, so the event log could not either.</summary>
    static int LoneSurrogate(string text)
    {
        for (var index = text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF'); index >= 0 && index < text.Length; index++)
        {
            if (!char.IsSurrogate(text[index]))
            {
                continue;
            }

            if (index + 1 == text.Length || !char.IsSurrogatePair(text[index], text[index + 1]))
            {
                return index;
            }

            index++;
        }

        return -1;
    }

    static Place PlaceAt(string file, string text, int index)
    {
        var before = text.AsSpan(0, index);
        return new Place(file, before.Count('\n') + 1, index - before.LastIndexOf('\n'), 1);
    }
}
