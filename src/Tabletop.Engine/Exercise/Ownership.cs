using System.Collections.Immutable;

namespace Tabletop.Engine;

public sealed partial record Exercise
{
    /// <summary>Facilitators who may be named beside the owner.</summary>
    public const int MaxHelpers = 50;

    /// <summary>Who opened it, or was given it; null: nobody of whom the log has a name, and it is every facilitator's.</summary>
    public Facilitator? Owner { get; init; }

    /// <summary>Who may facilitate beside the owner; null: every facilitator of the server.</summary>
    public ImmutableArray<Facilitator>? Helpers { get; init; }

    /// <summary>Whether an account may see and run the exercise.</summary>
    public bool MayFacilitate(string account) => Owner is null || Owner.Id == account || Helpers is not { } helpers || helpers.Any(helper => helper.Id == account);

    Rejection? NotOwner(Command command) => Owner is null || command.Facilitator?.Id == Owner.Id
        ? null
        : new(RejectionCode.NotYourRole, $"Only {Owner.Name}, whose exercise it is, can do this.");

    Rejection? HandOver(Command.HandOver hand, Action<Event> emit) =>
        NotOwner(hand) ?? (Owner?.Id == hand.To.Id ? null : Do(emit, new Event.HandedOver(hand.To)));

    Rejection? Admit(Command.AdmitFacilitators admit, Action<Event> emit) =>
        NotOwner(admit)
        ?? (Owner is null ? new(RejectionCode.NotNow, "Nobody owns this exercise yet. Hand it over to somebody first, yourself included.")
        : admit.Who is { Length: > MaxHelpers } ? new(RejectionCode.BadValue, $"At most {MaxHelpers} facilitators can be named.")
        : Do(emit, new Event.FacilitatorsAdmitted(admit.Who is { } who ? [.. who.Where(helper => helper.Id != Owner.Id).DistinctBy(helper => helper.Id)] : null)));

    // Whoever gave it away goes on helping.
    Exercise Owned(Event.HandedOver handed)
    {
        ImmutableArray<Facilitator> before = Owner is null ? [] : [Owner];
        return this with
        {
            Owner = handed.To,
            Helpers = Helpers is { } helpers ? [.. helpers.Where(helper => helper.Id != handed.To.Id), .. before] : null,
        };
    }
}
