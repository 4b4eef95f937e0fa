using System.Collections.Immutable;

namespace Tabletop.Engine;

public enum Channel
{
    Email,
    Alert,
    Chat,
    Ticket,
    Phone,
    Log,
    News,
}

/// <summary>A piece of information pushed to a team or to roles in it.</summary>
public sealed record InjectSpec : ISpec
{
    public required string Id { get; init; }
    public required Channel Channel { get; init; }
    public required string Title { get; init; }
    public required string From { get; init; }

    /// <summary>Role ids; empty: the whole team. A role that nobody in the team holds sends it to the whole team.</summary>
    public ImmutableArray<string> To { get; init; } = [];

    /// <summary>Id of the one team that gets it, of an inject that a facilitator wrote; null: all do.</summary>
    public string? OnlyFor { get; init; }

    /// <summary>Markdown.</summary>
    public required string Body { get; init; }
    public required Trigger Trigger { get; init; }

    /// <summary>What the facilitator may expect the players to do, plain text.</summary>
    public ImmutableArray<string> Expects { get; init; } = [];
    public ImmutableArray<string> Objectives { get; init; } = [];
    public Question? Question { get; init; }

    /// <summary>Files that come with it, each with a name of its own.</summary>
    public ImmutableArray<Attachment> Attachments { get; init; } = [];

    /// <summary>Percent, 1 to 99: how often it comes when its time or condition has come; null: always.</summary>
    public int? Chance { get; init; }

    /// <summary>How it comes again, or null: it comes once.</summary>
    public RepeatSpec? Repeat { get; init; }

    /// <summary>When it is taken back, or null: never by itself.</summary>
    public WithdrawalSpec? Withdrawal { get; init; }

    /// <summary>What its release changes in the team's world.</summary>
    public ImmutableArray<Effect> Effects { get; init; } = [];
    public Provenance Provenance { get; init; } = Provenance.None;
    public SourceRef Source { get; init; }
}

/// <summary>A text file that comes with an inject, as it stands beside the scenario.</summary>
/// <param name="Name">Without folders.</param>
public sealed record Attachment(string Name, string Text)
{
    public const int MostCharacters = 200_000;
    public const int MostOfOne = 8;

    /// <summary>Files that end so are text, and nothing that a browser or a desktop would run.</summary>
    public static readonly ImmutableArray<string> Endings = [".txt", ".log", ".csv", ".json", ".har", ".eml"];
}

/// <summary>When an inject comes to a team for the first time.</summary>
public abstract record Trigger
{
    private protected Trigger() { }

    /// <summary>At a scenario time; with a condition, only if it holds at that moment, else never.</summary>
    public sealed record AtTime(DateTimeOffset Time, Condition? If) : Trigger;

    /// <summary>As soon as a condition holds, after a delay (not negative).</summary>
    public sealed record When(Condition Condition, TimeSpan Delay) : Trigger
    {
        /// <summary>When this holds at the end of the delay, it does not come: what was asked for was done in time.</summary>
        public Condition? Unless { get; init; }
    }

    /// <summary>Only when a facilitator sends it.</summary>
    public sealed record Manual : Trigger;
}

/// <summary>Takes an inject back as soon as a condition holds: one that has not come never will.</summary>
/// <param name="Says">Markdown for those who have it already: what was wrong with it.</param>
public sealed record WithdrawalSpec(Condition When, string Says);
