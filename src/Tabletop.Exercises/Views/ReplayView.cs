using System.Collections.Immutable;
using Tabletop.Engine;

namespace Tabletop.Exercises.Views;

/// <summary>Everything of one team, or of history, at one moment of a finished play. For whoever may see the debrief.</summary>
public sealed record ReplayMoment
{
    /// <summary>Scenario time.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>Of the last event: where two moments have the same, only time and points differ.</summary>
    public required long Version { get; init; }
    public required string Phase { get; init; }

    /// <summary>The attacker, its footholds, capacity and outage.</summary>
    public required TeamGlance World { get; init; }

    /// <summary>The scenario's summary of what the attacker is doing; may be empty.</summary>
    public string AttackerSummary { get; init; } = "";

    /// <summary>In the inventory's order.</summary>
    public ImmutableArray<ReplayCredential> Credentials { get; init; } = [];

    /// <summary>Systems that carry a mark or a foothold.</summary>
    public ImmutableArray<ReplaySystem> Systems { get; init; } = [];

    /// <summary>What the scenario counts, in words.</summary>
    public ImmutableArray<(string Title, int Count)> Counters { get; init; } = [];

    /// <summary>Newest first, for all roles.</summary>
    public ImmutableArray<ReplayMessage> Inbox { get; init; } = [];

    /// <summary>Newest first.</summary>
    public ImmutableArray<DecisionRow> Decisions { get; init; } = [];

    /// <summary>As if the play had ended here.</summary>
    public required ReplayPoints Total { get; init; }

    /// <summary>What facilitators had given and taken, hints included; part of the total.</summary>
    public decimal Corrected { get; init; }
    public ImmutableArray<(Dimension Dimension, ReplayPoints Points)> Dimensions { get; init; } = [];

    /// <summary>What history had at the same scenario time; null for history itself, and without one.</summary>
    public decimal? History { get; init; }
}

/// <param name="Max">The most that the scenario gives.</param>
public readonly record struct ReplayPoints(decimal Scored, int Max);

/// <summary>The truth about a credential, and what the team knew of it.</summary>
/// <param name="Leaked">False: the secret had died before the play began.</param>
/// <param name="End">How it was ended; null: it was not.</param>
public sealed record ReplayCredential(string Id, string Title, bool Leaked, CredentialEnd? End, DateTimeOffset? Since, KnownState Known)
{
    /// <summary>The attacker's plan rests on it.</summary>
    public bool IsKey { get; init; }
}

/// <param name="Marks">What was put on it: isolated, rebuilt…</param>
/// <param name="Footholds">Titles of those that were there.</param>
public sealed record ReplaySystem(string Title, ImmutableArray<string> Marks, ImmutableArray<string> Footholds);

/// <param name="To">Titles of the roles that it was for; empty: the whole team.</param>
/// <param name="Body">Markdown.</param>
/// <param name="Unread">Nobody had opened it.</param>
/// <param name="Withdrawn">Markdown: why it was taken back; null when it stood.</param>
/// <param name="Answer">What the team had answered, one line for each thing; empty: nothing.</param>
public sealed record ReplayMessage(
    string Id, Channel Channel, string Title, string From, ImmutableArray<string> To, string Body, DateTimeOffset At, bool Unread, string? Withdrawn, bool Asks, ImmutableArray<string> Answer);

public enum ReplayTurnKind
{
    Gained,
    Lost,
    LastChance,
    BiggestChange,
}

/// <summary>A moment that a replay can jump to.</summary>
/// <param name="Time">A whole second of scenario time at which it can be seen: for a last chance the last one before it passed, else the first one after.</param>
/// <param name="X">0 to 1 along the axis.</param>
public sealed record ReplayTurn(ReplayTurnKind Kind, DateTimeOffset Time, double X, Phrase Title, Phrase Detail);
