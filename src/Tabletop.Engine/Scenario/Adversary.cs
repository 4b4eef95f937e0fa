using System.Collections.Immutable;

namespace Tabletop.Engine;

/// <summary>The attacker's plan as a state machine; the same for every team, played against each team's own world.</summary>
public sealed record AdversarySpec(string Initial, Catalog<AdversaryState> States);

public sealed record AdversaryState : ISpec
{
    public required string Id { get; init; }

    /// <summary>What the attacker is doing, in a few words, for the facilitator and the debrief.</summary>
    public required string Title { get; init; }
    public string Summary { get; init; } = "";

    /// <summary>In the file's order; of two steps due at once the first is tried first.</summary>
    public ImmutableArray<AdversaryStep> Steps { get; init; } = [];
    public SourceRef Source { get; init; }
}

/// <summary>One attempt of the attacker in a state.</summary>
public sealed record AdversaryStep : ISpec
{
    /// <summary>Unique in the whole adversary.</summary>
    public required string Id { get; init; }
    public required string Title { get; init; }

    /// <summary>Not before this scenario time; null: no bound.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>Not before this long after the state was entered; not negative.</summary>
    public TimeSpan After { get; init; }

    /// <summary>What the attacker needs from the team's world; null: nothing.</summary>
    public Condition? Needs { get; init; }

    /// <summary>Percent, 1 to 99: how often it succeeds when it has what it needs; null: always.</summary>
    public int? Chance { get; init; }

    /// <summary>The state when it succeeds.</summary>
    public required string To { get; init; }
    public ImmutableArray<Effect> Effects { get; init; } = [];
    public RefusedSpec Refused { get; init; } = RefusedSpec.GiveUp;

    /// <summary>MITRE ATT&amp;CK technique ids (inferred).</summary>
    public ImmutableArray<string> Techniques { get; init; } = [];
    public Provenance Provenance { get; init; } = Provenance.None;
    public SourceRef Source { get; init; }
}

/// <summary>What the attacker does when a step is refused.</summary>
/// <param name="To">The state it falls back to; null: it stays.</param>
/// <param name="Retry">Waits this long and tries again, longer than zero; null: this step is not tried again in this visit.</param>
/// <param name="Effects">What the refused attempt leaves behind, for instance a counter or a flag.</param>
public sealed record RefusedSpec(string? To, TimeSpan? Retry, ImmutableArray<Effect> Effects)
{
    public static readonly RefusedSpec GiveUp = new(null, null, []);
}
