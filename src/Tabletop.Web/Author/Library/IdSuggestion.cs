using System.Globalization;
using System.Text;

namespace Tabletop.Web.Author.Library;

/// <summary>Makes an id of a title.</summary>
public static class IdSuggestion
{
    const int Longest = 40;

    /// <summary><c>Der Schlüssel, gestohlen</c> becomes <c>der-schlussel-gestohlen</c>; empty when there is no letter in it.</summary>
    public static string Of(string title)
    {
        var id = new StringBuilder();
        foreach (var letter in title.Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterOrDigit(letter))
                id.Append(char.ToLowerInvariant(letter));
            else if (id.Length > 0 && id[^1] != '-' && CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark && letter is not ('\'' or '’'))
                id.Append('-');
            if (id.Length == Longest)
                break;
        }

        return id.ToString().Trim('-');
    }
}
