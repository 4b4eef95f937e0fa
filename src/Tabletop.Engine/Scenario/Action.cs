using System.Collections.Immutable;
using System.ComponentModel;

namespace Tabletop.Engine;

/// <summary>What an action is aimed at.</summary>
public enum TargetKind
{
    None,
    Credential,
    System,

    /// <summary>An account or implant of the attacker that the team has found.</summary>
    Foothold,

    /// <summary>Something that a tool can be asked about; no word for actions.</summary>
    [Browsable(false)]
    Topic,
}

/// <summary>Something a team can do to its world.</summary>
public sealed record ActionSpec : ISpec
{
    public required string Id { get; init; }

    /// <summary>An imperative of one to four words.</summary>
    public required string Title { get; init; }

    /// <summary>What it does, for the participant, plain text.</summary>
    public string Summary { get; init; } = "";

    /// <summary>Heading under which actions stand together: credentials, hunt, contain, evidence, coordinate…</summary>
    public string Group { get; init; } = "";
    public TargetKind Target { get; init; }

    /// <summary>Ids that may be targets; empty: all of the kind (all targetable systems, all footholds found).</summary>
    public ImmutableArray<string> Targets { get; init; } = [];

    /// <summary>Scenario time from the decision until its effects.</summary>
    public Price<TimeSpan> Takes { get; init; }

    /// <summary>Analyst hours, taken from the phase's budget at once.</summary>
    public Price<decimal> Effort { get; init; }

    /// <summary>Hours of outage that it causes; added to the counter <c>outage-hours</c> when it finishes.</summary>
    public Price<decimal> Outage { get; init; }

    /// <summary>What it cannot undo or what else it costs, plain text, shown before the commitment.</summary>
    public string Warning { get; init; } = "";

    /// <summary>Roles that may decide it; empty: every role. Roles that nobody in the team holds don't restrict.</summary>
    public ImmutableArray<string> Roles { get; init; } = [];

    /// <summary>Must hold when it is decided; <see cref="NeedsSays"/> tells the team what is missing.</summary>
    public Condition? Needs { get; init; }
    public string NeedsSays { get; init; } = "";
    public ActionRepeat Repeat { get; init; } = ActionRepeat.OncePerTarget;
    public ImmutableArray<Effect> Effects { get; init; } = [];

    /// <summary>What the team learns when it finishes: the first whose condition holds, Markdown.</summary>
    public ImmutableArray<FindingSpec> Findings { get; init; } = [];

    /// <summary>It asks something and may be used again and again; it stands among the tools.</summary>
    public bool IsTool { get; init; }

    /// <summary>What can be asked, of a tool with topics; empty for all else.</summary>
    public Catalog<TopicSpec> Topics { get; init; } = Catalog<TopicSpec>.Empty;

    /// <summary>Topics are not shown: a team types a word, and <see cref="Tools.Match"/> finds the topic that it means.</summary>
    public bool Search { get; init; }
    public Provenance Provenance { get; init; } = Provenance.None;
    public SourceRef Source { get; init; }
}

/// <summary>How often one action may be decided.</summary>
public enum ActionRepeat
{
    OncePerTarget,
    Always,
}

/// <summary>Which of a credential's own prices an action takes over.</summary>
public enum CredentialPrice
{
    None,

    /// <summary>The clean rotation's.</summary>
    Rotation,

    /// <summary>That of switching it off without a replacement (outage only).</summary>
    Cut,
}

/// <summary>A fixed price, or a share of the target credential's own.</summary>
/// <param name="Fixed">Used when <paramref name="Per"/> is none.</param>
/// <param name="Per">Which price of the credential.</param>
/// <param name="Share">0 to 1.</param>
public readonly record struct Price<T>(T Fixed, CredentialPrice Per = CredentialPrice.None, decimal Share = 1m) where T : struct;

/// <param name="If">Null: always.</param>
/// <param name="Target">Only when the action was aimed at this id; null: at any.</param>
/// <param name="Text">Markdown. <c>{target}</c> is the target's title, <c>{finding}</c> the target credential's finding.</param>
public sealed record FindingSpec(Condition? If, string? Target, string Text);
