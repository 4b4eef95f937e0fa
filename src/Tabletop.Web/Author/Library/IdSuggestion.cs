using System.Text;

namespace Tabletop.Web.Author.Library;

/// <summary>Makes an id of a title.</summary>
public static class IdSuggestion
{
    const int Longest = 40;

    // Written out: the program runs without the tables of languages that would take letters apart.
    static readonly Dictionary<char, string> Plain = new[]
    {
        ("ä æ", "ae"), ("ö œ", "oe"), ("ü", "ue"), ("ß", "ss"), ("á à â ã å", "a"), ("ç č", "c"), ("é è ê ë", "e"), ("í ì î ï", "i"),
        ("ñ", "n"), ("ó ò ô õ ø", "o"), ("š", "s"), ("ú ù û", "u"), ("ý ÿ", "y"), ("ž", "z"), ("' ’", ""),
    }.SelectMany(row => row.Item1.Split(' ').Select(letter => (letter[0], row.Item2))).ToDictionary();

    /// <summary><c>Der Schlüssel, gestohlen</c> becomes <c>der-schluessel-gestohlen</c>; empty when there is no letter in it.</summary>
    public static string Of(string title)
    {
        var id = new StringBuilder();
        foreach (var letter in title.ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(letter))
                id.Append(letter);
            else if (Plain.TryGetValue(letter, out var plain))
                id.Append(plain);
            else if (id.Length > 0 && id[^1] != '-')
                id.Append('-');
        }

        return id.ToString(0, Math.Min(id.Length, Longest)).Trim('-');
    }
}
