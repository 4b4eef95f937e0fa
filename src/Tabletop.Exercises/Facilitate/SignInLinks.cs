using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace Tabletop.Exercises;

/// <summary>Tokens that make a facilitator of whoever shows one first. They end with the server.</summary>
public sealed class SignInLinks
{
    const int Bytes = 24;

    // Hashed, so that looking one up takes the same time however much of it is right.
    readonly ConcurrentDictionary<string, bool> open = new(StringComparer.Ordinal);

    public string New()
    {
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes));
        open[Hash(token)] = true;
        return token;
    }

    /// <summary>True once for each token.</summary>
    public bool Use(string? token) => !string.IsNullOrEmpty(token) && open.TryRemove(Hash(token), out _);

    static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
