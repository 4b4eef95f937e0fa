using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Tabletop.Exercises;

/// <summary>A person's seat in an exercise; sealed, it is what the person's browser or program shows.</summary>
/// <param name="Device">Which of the person's devices shows it, one after the other.</param>
public sealed record Ticket(string Exercise, string Team, string Person, int Device = 0);

/// <summary>Seals tickets and opens them again. Only this server's keys can do either.</summary>
public sealed class Tickets(IDataProtectionProvider protection)
{
    readonly IDataProtector protector = protection.CreateProtector("Tabletop.Ticket.v1");

    public string Seal(Ticket ticket) => protector.Protect(string.Join('\n', ticket.Exercise, ticket.Team, ticket.Person, ticket.Device.ToString(CultureInfo.InvariantCulture)));

    /// <summary>Null when it is none of ours, or for another exercise.</summary>
    public Ticket? Open(string? ticket, string exercise)
    {
        if (string.IsNullOrEmpty(ticket))
            return null;

        try
        {
            // Tickets of earlier versions name no device.
            return protector.Unprotect(ticket).Split('\n') is [var of, var team, var person, .. var rest] && of == exercise
                ? new(of, team, person, rest is [var device] ? int.Parse(device, CultureInfo.InvariantCulture) : 0)
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>The seat of a caller that authorisation has let through.</summary>
    internal Ticket Of(Caller caller, string exercise) =>
        Open(caller.TicketFor(exercise), exercise)
        ?? throw new InvalidOperationException($"A request of a participant of {exercise} reached its handler without a valid ticket.");
}
