using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Tabletop.Exercises;

/// <summary>The code that people type to find an exercise: six characters of thirty, 729 million codes.</summary>
public static class Codes
{
    public const int Length = 6;

    // Without 0 and O, 1, I and L, U and V's mix-ups: nothing that is misread on a projector.
    const string Alphabet = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    internal static string New() => RandomNumberGenerator.GetString(Alphabet, Length);

    /// <summary>As people read it: <c>7KQ 4PM</c>.</summary>
    public static string Show(string code) => code.Length == Length ? $"{code[..3]} {code[3..]}" : code;

    /// <summary>Accepts small letters, blanks and hyphens; false when it can't be a code.</summary>
    public static bool TryRead(string? typed, [NotNullWhen(true)] out string? code)
    {
        code = string.Concat((typed ?? "").Where(letter => !char.IsWhiteSpace(letter) && letter != '-')).ToUpperInvariant();
        if (code.Length == Length && code.All(letter => Alphabet.Contains(letter, StringComparison.Ordinal)))
            return true;

        code = null;
        return false;
    }
}
