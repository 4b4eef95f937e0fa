using System.Security.Cryptography;

namespace Tabletop.Exercises;

/// <summary>Identifiers that nobody can guess.</summary>
static class Ids
{
    const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

    /// <summary>16 characters, 80 bits.</summary>
    public static string New() => RandomNumberGenerator.GetString(Alphabet, 16);

    /// <summary>A short one for what is only told to people who may know it anyway.</summary>
    public static string Short(string prefix) => prefix + RandomNumberGenerator.GetString(Alphabet, 8);
}
