using System.Collections.Concurrent;

namespace Tabletop.Exercises;

/// <summary>Codes by which a person takes the own seat along to another device. They work once, for a while, and end with the server.</summary>
public sealed class SeatOffers(TimeProvider time)
{
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(10);

    readonly ConcurrentDictionary<string, (Ticket Ticket, DateTimeOffset Until)> open = new(StringComparer.Ordinal);

    /// <summary>A code of the form of <see cref="Codes"/>; an earlier one of the same person ends.</summary>
    public string New(Ticket ticket)
    {
        var now = time.GetUtcNow();
        foreach (var (old, offer) in open)
        {
            if (offer.Until <= now || (offer.Ticket.Exercise == ticket.Exercise && offer.Ticket.Person == ticket.Person))
                open.TryRemove(old, out _);
        }

        var code = Codes.New();
        open[code] = (ticket, now + Lasts);
        return code;
    }

    /// <summary>The seat that a code stands for; null when there is none, or none any more.</summary>
    public Ticket? Find(string? typed) =>
        Codes.TryRead(typed, out var code) && open.TryGetValue(code, out var offer) && offer.Until > time.GetUtcNow() ? offer.Ticket : null;

    /// <summary>True for one caller only.</summary>
    public bool Use(string? typed) => Codes.TryRead(typed, out var code) && open.TryRemove(code, out _);
}
