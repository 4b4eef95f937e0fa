using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Tabletop.Exercises;

/// <summary>Seals passes for the links that carry them, and opens them again. Whether one still holds is in the exercise's log.</summary>
public sealed class Passes(IDataProtectionProvider protection)
{
    readonly IDataProtector protector = protection.CreateProtector("Tabletop.Pass.v1");

    public string Seal(string exercise, string pass) => protector.Protect($"{exercise}\n{pass}");

    /// <summary>Id of the caller's pass for an exercise; null when there is none.</summary>
    public string? OfCaller(Caller caller, string exercise) =>
        Open(caller.Passes.GetValueOrDefault(exercise)) is { } open && open.Exercise == exercise ? open.Pass : null;

    /// <summary>Exercise and pass; null when it is none of ours.</summary>
    public (string Exercise, string Pass)? Open(string? sealedPass)
    {
        if (string.IsNullOrEmpty(sealedPass))
            return null;

        try
        {
            return protector.Unprotect(sealedPass).Split('\n') is [var exercise, var pass] ? (exercise, pass) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
