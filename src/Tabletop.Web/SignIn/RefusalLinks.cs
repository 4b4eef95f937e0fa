using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Tabletop.Exercises;

namespace Tabletop.Web;

/// <summary>
/// Brings a refusal from a form's endpoint back to the page in its address, sealed: nobody can make a page show
/// words of their own by a link.
/// </summary>
public sealed class RefusalLinks(IDataProtectionProvider protection)
{
    /// <summary>The query parameter's name.</summary>
    public const string Parameter = "refused";

    static readonly TimeSpan Lasts = TimeSpan.FromMinutes(10);
    readonly ITimeLimitedDataProtector protector = protection.CreateProtector("Tabletop.Refusal.v1").ToTimeLimitedDataProtector();

    /// <summary>A path of this site, with the refusal in its query.</summary>
    public string To(string path, Refusal refusal) => string.Concat(
        path,
        path.Contains('?', StringComparison.Ordinal) ? "&" : "?",
        Parameter,
        "=",
        protector.Protect(JsonSerializer.Serialize(refusal), Lasts));

    /// <summary>The refusal in the value of the query parameter; null when there is none, or it is old or not ours.</summary>
    public Refusal? Read(string? value)
    {
        try
        {
            return string.IsNullOrEmpty(value) ? null : JsonSerializer.Deserialize<Refusal>(protector.Unprotect(value));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
