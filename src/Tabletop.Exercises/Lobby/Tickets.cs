using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Tabletop.Exercises;

/// <summary>A person's seat in an exercise; sealed, it is what the person's browser or program shows.</summary>
public sealed record Ticket(string Exercise, string Team, string Person);

/// <summary>Seals tickets and opens them again. Only this server's keys can do either.</summary>
public sealed class Tickets(IDataProtectionProvider protection)
{
    readonly IDataProtector protector = protection.CreateProtector("Tabletop.Ticket.v1");

    public string Seal(Ticket ticket) => protector.Protect(string.Join('\n', ticket.Exercise, ticket.Team, ticket.Person));

    /// <summary>Null when it is none of ours, or for another exercise.</summary>
    public Ticket? Open(string? ticket, string exercise)
    {
        if (string.IsNullOrEmpty(ticket))
            return null;

        try
        {
            var parts = protector.Unprotect(ticket).Split('\n');
            return parts.Length == 3 && parts[0] == exercise ? new(parts[0], parts[1], parts[2]) : null;
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
