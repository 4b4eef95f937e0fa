using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Tabletop.Engine;

namespace Tabletop.Exercises;

/// <param name="Entry">Id of the line of the roster.</param>
/// <param name="Link">Which of the links to this seat it is.</param>
public sealed record SeatLink(string Exercise, string Entry, int Link);

/// <summary>Seals what personal links carry, and opens it again. Whether one still leads to its seat is in the exercise's log.</summary>
public sealed class SeatLinks(IDataProtectionProvider protection)
{
    internal static readonly Refusal Ended = new(
        RefusalCode.EndedLink, "This link does not lead to a seat: a newer one took its place, the list of people was changed, or a part of it is missing. Ask the facilitator for yours, or join with the exercise’s code.");

    readonly IDataProtector protector = protection.CreateProtector("Tabletop.SeatLink.v1");

    public string Seal(string exercise, RosterEntry entry) => protector.Protect(string.Join('\n', exercise, entry.Id, entry.Link.ToString(CultureInfo.InvariantCulture)));

    /// <summary>Null when it is none of ours.</summary>
    public SeatLink? Open(string? key)
    {
        if (string.IsNullOrEmpty(key))
            return null;

        try
        {
            return protector.Unprotect(key).Split('\n') is [var exercise, var entry, var link] ? new(exercise, entry, int.Parse(link, CultureInfo.InvariantCulture)) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
