using System.Collections.Immutable;

namespace Tabletop.Engine;

/// <summary>A statement about one team's world at one moment. Declarative, so that tools can analyse it.</summary>
public abstract partial record Condition
{
    /// <summary>As a subject inside an action: whatever the action is aimed at.</summary>
    public const string TheTarget = "target";

    private protected Condition() { }

    /// <summary>Scenario times at which it can change though nothing happens.</summary>
    internal IEnumerable<DateTimeOffset> Times(Scenario scenario) => this switch
    {
        All all => all.Items.SelectMany(item => item.Times(scenario)),
        Any any => any.Items.SelectMany(item => item.Times(scenario)),
        Not not => not.Item.Times(scenario),
        Phase phase when scenario.Phases.TryGet(phase.Id, out var spec) => [spec.Start, spec.End],
        Before before => [before.Time],
        From from => [from.Time],
        _ => [],
    };

    public sealed record All(ImmutableArray<Condition> Items) : Condition;

    public sealed record Any(ImmutableArray<Condition> Items) : Condition;

    public sealed record Not(Condition Item) : Condition;

    /// <summary>One credential is in a state.</summary>
    public sealed record CredentialIs(string Credential, CredentialTest Is) : Condition;

    /// <summary>Any (or, with <paramref name="Every"/>, all) of the credentials with a tag are in a state.</summary>
    public sealed record TaggedAre(string Tag, bool Every, CredentialTest Is) : Condition;

    /// <summary>A system carries a mark that an action or the attacker put on it: isolated, rebuilt, egress-denied…</summary>
    public sealed record SystemIs(string System, string Mark) : Condition;

    public sealed record FootholdIs(string Foothold, FootholdTest Is) : Condition;

    public sealed record Flag(string Id) : Condition;

    /// <summary>An action has been decided (and, unless <paramref name="Started"/>, finished), on one target or any.</summary>
    public sealed record Did(string Action, string? Target, bool Started) : Condition;

    /// <summary>The adversary is in a state now, or, with <paramref name="Ever"/>, has been in it.</summary>
    public sealed record Adversary(string State, bool Ever) : Condition;

    public sealed record CounterAtLeast(string Counter, int Amount) : Condition;

    public sealed record Released(string Inject) : Condition;

    /// <summary>An inject has been taken back, whether it was out or not.</summary>
    public sealed record Withdrawn(string Inject) : Condition;

    /// <summary>Scenario time is in a phase.</summary>
    public sealed record Phase(string Id) : Condition;

    public sealed record Before(DateTimeOffset Time) : Condition;

    /// <summary>True from <paramref name="Time"/> on.</summary>
    public sealed record From(DateTimeOffset Time) : Condition;
}

public enum CredentialTest
{
    /// <summary>The leaked secret still works for whoever holds it.</summary>
    Usable,

    /// <summary>It no longer works, whatever ended it.</summary>
    Dead,
    Rotated,
    Disabled,
    Revoked,

    /// <summary>The team knows whether the leaked secret works.</summary>
    Known,
}

public enum FootholdTest
{
    /// <summary>Planted and not removed.</summary>
    Planted,

    /// <summary>Planted, not removed, and usable by the attacker.</summary>
    Live,

    /// <summary>Was planted once and has been removed.</summary>
    Removed,

    /// <summary>The team has found it.</summary>
    Known,
}
