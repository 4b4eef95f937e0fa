using System.Collections.Immutable;
using Tabletop.Engine;

namespace Tabletop.Exercises.Views;

/// <summary>What a facilitator sees of a live exercise: all of it, at a glance.</summary>
public sealed record ControlView
{
    public required string Exercise { get; init; }
    public required string Code { get; init; }
    public required string Title { get; init; }
    public required string Scenario { get; init; }
    public required string Pace { get; init; }
    public required ExerciseMode Mode { get; init; }
    public required long Version { get; init; }

    /// <summary>Id of the door that the one team of this exercise came through, or null.</summary>
    public string? Door { get; init; }

    /// <summary>That bots play, and which; null where people do.</summary>
    public RehearsalView? Rehearsal { get; init; }

    /// <summary>Whose it is; null: every facilitator's.</summary>
    public Facilitator? Owner { get; init; }

    /// <summary>Who may facilitate beside the owner; null: every facilitator of the server.</summary>
    public ImmutableArray<Facilitator>? Helpers { get; init; }
    public required ClockView Clock { get; init; }

    /// <summary>Injects can be sent now.</summary>
    public bool IsLive => Clock.Lifecycle is Lifecycle.Running or Lifecycle.Paused;

    /// <summary>Injects can be written, changed, moved and held: while it runs, and ahead in the lobby.</summary>
    public bool CanPlan { get; init; }
    public required string Briefing { get; init; }

    /// <summary>In order of time.</summary>
    public ImmutableArray<PhaseStop> Phases { get; init; } = [];
    /// <summary>More time that was given, oldest first; only the last can be taken back.</summary>
    public ImmutableArray<ExtensionRow> Extensions { get; init; } = [];
    public ImmutableArray<RoleChoice> Roles { get; init; } = [];
    public ImmutableArray<TeamGlance> Teams { get; init; } = [];

    /// <summary>Who is expected, in the order of the list.</summary>
    public ImmutableArray<RosterRow> Roster { get; init; } = [];

    /// <summary>In the scenario's order, then those that facilitators wrote.</summary>
    public ImmutableArray<InjectRow> Injects { get; init; } = [];

    /// <summary>Injects that were written ahead and deleted.</summary>
    public ImmutableArray<DroppedInject> Dropped { get; init; } = [];

    /// <summary>What was said to the room, newest first.</summary>
    public ImmutableArray<AnnouncementRow> Announcements { get; init; } = [];

    /// <summary>Who may watch, in order of being given; those that have ended are left out.</summary>
    public ImmutableArray<PassRow> Passes { get; init; } = [];

    /// <summary>What the wall shows of the teams' points.</summary>
    public Standing Standing { get; init; }

    /// <summary>What the real organisation reached by the end; only of a door whose scenario has history.</summary>
    public Benchmark? HistoryReached { get; init; }

    /// <summary>What cannot be taken back waits for a second facilitator.</summary>
    public bool Approval { get; init; }

    /// <summary>What waits for a second facilitator, and what waited, in order of being asked for.</summary>
    public ImmutableArray<DeedRow> Deeds { get; init; } = [];

    /// <summary>Decisions and answers of all teams, newest first.</summary>
    public ImmutableArray<StreamEntry> Stream { get; init; } = [];

    /// <summary>Hints, corrections and overrides, newest first.</summary>
    public ImmutableArray<InterventionRow> Interventions { get; init; } = [];

    /// <summary>What facilitators did, newest first.</summary>
    public ImmutableArray<ActRow> Acts { get; init; } = [];

    /// <summary>What facilitators wrote down for themselves, newest first.</summary>
    public ImmutableArray<RemarkRow> Remarks { get; init; } = [];

    /// <summary>What of a team's world can be set by hand, the attacker first.</summary>
    public ImmutableArray<SettableThing> Settable { get; init; } = [];

    /// <summary>What the scenario scores, in order.</summary>
    public ImmutableArray<Dimension> Dimensions { get; init; } = [];

    /// <summary>What the real organisation's world was like at the same scenario time, or null where the scenario has no history.</summary>
    public TeamGlance? History { get; init; }

    /// <summary>Players see what history had decided by now, and its points beside their own.</summary>
    public bool ShowsHistory { get; init; }

    /// <summary>The next inject of any team, if nobody did anything more; null when no further one comes by itself.</summary>
    public NextInject? Next { get; init; }
}

/// <param name="Team">Name; null: to all.</param>
/// <param name="Stands">Some still see it: it was neither taken down nor replaced for all of them.</param>
/// <param name="Read">How many of those whom it is for have put it away.</param>
public sealed record AnnouncementRow(string Id, string Text, string? Team, DateTimeOffset Time, bool Stands, int Read, int Of);

/// <param name="Team">Name of the one team that may be watched; null: all.</param>
public sealed record PassRow(string Id, PassKind Kind, string Name, string? Team);

/// <param name="To">Title of the phase that was given more time, or null: the rest of the exercise.</param>
/// <param name="By">Exercise time.</param>
/// <param name="Time">Scenario time.</param>
public sealed record ExtensionRow(string Id, string? To, TimeSpan By, DateTimeOffset Time);

/// <param name="Due">Scenario time at which it would have come.</param>
public sealed record DroppedInject(string Id, string Title, DateTimeOffset? Due);

public enum PhaseStanding
{
    Past,
    Present,
    ToCome,
}

public sealed record PhaseStop(string Id, string Title, DateTimeOffset Start, DateTimeOffset End, PhaseStanding Standing);

public sealed record RoleChoice(string Id, string Title, string Summary);

/// <summary>One team's world on one line.</summary>
public sealed record TeamGlance
{
    public required string Id { get; init; }
    public required string Name { get; init; }
    public ImmutableArray<Seat> Members { get; init; } = [];

    /// <summary>What the attacker is doing.</summary>
    public required string Attacker { get; init; }

    /// <summary>Scenario time since when.</summary>
    public required DateTimeOffset AttackerSince { get; init; }

    /// <summary>Steps of this visit that the team's world refused.</summary>
    public ImmutableArray<string> Refused { get; init; } = [];

    /// <summary>The credentials that the attacker's plan rests on.</summary>
    public ImmutableArray<KeyCredential> Keys { get; init; } = [];

    /// <summary>What the attacker has ever planted here.</summary>
    public ImmutableArray<FootholdGlance> Footholds { get; init; } = [];
    public required CapacityView Capacity { get; init; }
    public decimal OutageHours { get; init; }
    public int Unread { get; init; }
    /// <summary>The last thing that its people decided or answered, or null.</summary>
    public StreamEntry? Last { get; init; }

    /// <summary>Server time of the last thing that a member did, or null.</summary>
    public DateTimeOffset? ActedAt { get; init; }
    public ScoreGlance? Score { get; init; }

    /// <summary>The truth, for what a facilitator may set by hand.</summary>
    public required World World { get; init; }

    /// <summary>Id of the attacker's state.</summary>
    public required string AttackerId { get; init; }
}

/// <summary>A credential that the attacker's plan rests on, or a group of them of which any will do.</summary>
/// <param name="End">How the team ended it, or null while it works.</param>
/// <param name="Usable">How many of the group work.</param>
public sealed record KeyCredential(string Title, CredentialEnd? End, int Usable, int Of);

public enum FootholdStanding
{
    /// <summary>There, and the attacker can use it.</summary>
    Live,

    /// <summary>There, but the attacker can't reach it.</summary>
    CutOff,
    Removed,
}

public sealed record FootholdGlance(string Title, FootholdStanding Standing, bool Known);

/// <param name="Points">As if the exercise ended now.</param>
/// <param name="Judged">The most that what is judged for good could have given.</param>
/// <param name="Max">The most that the scenario gives.</param>
/// <param name="History">History's points at the same scenario time, or null.</param>
public sealed record ScoreGlance(decimal Points, int Judged, int Max, decimal? History)
{
    /// <summary>Of the points, what facilitators gave or took, hints included.</summary>
    public decimal Corrected { get; init; }
}
