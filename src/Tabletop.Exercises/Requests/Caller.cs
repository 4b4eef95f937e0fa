using System.Collections.Immutable;

namespace Tabletop.Exercises;

/// <summary>Who sends a request, as far as the edge can tell. Tickets are claims: they are verified at every use.</summary>
/// <param name="IsFacilitator">Signed in by a facilitator's link.</param>
/// <param name="Address">Where the request came from, for limits on wrong tries; empty inside the server.</param>
/// <param name="Tickets">Sealed tickets by exercise id.</param>
public sealed record Caller(bool IsFacilitator, string Address, ImmutableDictionary<string, string> Tickets)
{
    public static readonly Caller Nobody = new(false, "", ImmutableDictionary<string, string>.Empty);

    public static readonly Caller Facilitator = Nobody with { IsFacilitator = true };

    /// <summary>Tells one signed-in facilitator from another; empty for others.</summary>
    public string Person { get; init; } = "";

    /// <summary>Sealed passes by exercise id.</summary>
    public ImmutableDictionary<string, string> Passes { get; init; } = ImmutableDictionary<string, string>.Empty;

    public string? TicketFor(string exercise) => Tickets.GetValueOrDefault(exercise);

    public Caller With(string exercise, string ticket) => this with { Tickets = Tickets.SetItem(exercise, ticket) };

    public Caller WithPass(string exercise, string pass) => this with { Passes = Passes.SetItem(exercise, pass) };

    /// <summary>Leaves the tickets out: who has one can play with it.</summary>
    public override string ToString() => $"{(IsFacilitator ? "facilitator" : "visitor")} at {Address}, {Tickets.Count} tickets";
}
