using System.Collections.Immutable;
using Tabletop.Engine;

namespace Tabletop.Exercises;

/// <summary>Who signed-in facilitators are to others.</summary>
sealed class Facilitators(AuthoringStore names)
{
    public static Refusal Unknown { get; } = new(RefusalCode.BadValue, "There is no such facilitator. Whoever it is has to sign in and say a name on the host page first.");

    /// <summary>All who have said a name, in order of name.</summary>
    public ImmutableArray<Facilitator> All => [.. names.People().Select(person => new Facilitator(person.Id, person.Name)).OrderBy(actor => actor.Name, StringComparer.OrdinalIgnoreCase)];

    /// <summary>The caller as the log remembers facilitators; null when the caller is none.</summary>
    public Facilitator? Of(Caller caller) => caller is { IsFacilitator: true, Person.Length: > 0 } ? new(caller.Person, names.NameOf(caller.Person)) : null;

    /// <summary>Null when the account has no name.</summary>
    public Facilitator? Find(string account) => names.FindName(account) is { } name ? new(account, name) : null;
}
