using System.Collections.Concurrent;

namespace Tabletop.Exercises;

/// <summary>
/// Codes by which a person takes the own seat along to another device. They work for one browser, for a while, and end
/// with the server. That browser may use its code again: the answer to its first use may have been lost on the way.
/// </summary>
public sealed class SeatOffers(TimeProvider time)
{
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(10);

    readonly ConcurrentDictionary<string, Offer> open = new(StringComparer.Ordinal);

    sealed record Offer(Ticket Ticket, DateTimeOffset Until, string? UsedBy = null);

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
        open[code] = new(ticket, now + Lasts);
        return code;
    }

    /// <summary>The seat that a code stands for; null when there is none, or none any more.</summary>
    public Ticket? Find(string? typed) =>
        Codes.TryRead(typed, out var code) && open.TryGetValue(code, out var offer) && offer.Until > time.GetUtcNow() ? offer.Ticket : null;

    /// <summary>True for one browser only, and for that one again.</summary>
    /// <param name="by">What tells the browser from every other; empty: nothing does, and the code works once.</param>
    public bool Use(string? typed, string by)
    {
        if (!Codes.TryRead(typed, out var code) || !open.TryGetValue(code, out var offer))
            return false;
        if (offer.UsedBy is not null)
            return by.Length > 0 && offer.UsedBy == by;

        return open.TryUpdate(code, offer with { UsedBy = by }, offer) || Use(typed, by);
    }
}
