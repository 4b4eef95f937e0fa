using System.Collections.Immutable;
using Tabletop.Engine;

namespace Tabletop.Exercises.Views;

/// <summary>
/// All that one participant may see: what the team has been told, has done and has found out.
/// Nothing of the truth behind it, of other teams, of what is still to come, of the adversary or of the score.
/// </summary>
public sealed record TeamView
{
    public required string Exercise { get; init; }
    public required string Title { get; init; }
    public required ExerciseMode Mode { get; init; }
    public required long Version { get; init; }
    public required ClockView Clock { get; init; }
    public required PhaseView Phase { get; init; }

    /// <summary>Markdown.</summary>
    public required string Briefing { get; init; }
    public required Seat You { get; init; }

    /// <summary>What the facilitator said and this person has not put away; null: nothing.</summary>
    public AnnouncementView? Announcement { get; init; }

    /// <summary>What the facilitator helped the team with, in order of being given.</summary>
    public ImmutableArray<HintView> Hints { get; init; } = [];

    /// <summary>This person joined after the start and has not read what happened before.</summary>
    public bool CatchUp { get; init; }
    public required CapacityView Capacity { get; init; }

    /// <summary>What the facilitator shows of history; null: nothing.</summary>
    public HistoryView? History { get; init; }

    /// <summary>Addressed to this person, newest first.</summary>
    public ImmutableArray<InboxEntry> Inbox { get; init; } = [];

    /// <summary>In the inventory's order.</summary>
    public ImmutableArray<CredentialRow> Credentials { get; init; } = [];
    public ImmutableArray<SystemRow> Systems { get; init; } = [];

    /// <summary>What the team has found of the attacker.</summary>
    public ImmutableArray<FootholdRow> Footholds { get; init; } = [];
    public ImmutableArray<ActionGroup> Actions { get; init; } = [];

    public bool HasTools => Actions.Any(group => group.Actions.Any(card => card.IsTool));

    /// <summary>Newest first.</summary>
    public ImmutableArray<DecisionRow> Decisions { get; init; } = [];

    /// <summary>Actions that somebody would have the team decide and that are open, newest first.</summary>
    public ImmutableArray<ActionProposalView> Proposed { get; init; } = [];

    /// <summary>In order of name.</summary>
    public ImmutableArray<Seat> Members { get; init; } = [];

    /// <summary>Nothing where the viewer watches and may not read it.</summary>
    public TalkView Talk { get; init; } = TalkView.None;

    /// <summary>What happened, in order.</summary>
    public ImmutableArray<TimelineEntry> Timeline { get; init; } = [];
}

/// <summary>A person in a team.</summary>
/// <param name="Here">Connected at the moment.</param>
public sealed record Seat(string Person, string Name, string TeamId, string Team, string RoleId, string Role, bool Here)
{
    /// <summary>Has said to be ready to start.</summary>
    public bool Ready { get; init; }
}

/// <param name="At">Scenario time.</param>
public sealed record AnnouncementView(string Id, string Text, DateTimeOffset At);

/// <param name="Cost">Points that the team paid for it.</param>
/// <param name="At">Scenario time.</param>
/// <param name="Unread">The viewer has not put it away.</param>
public sealed record HintView(string Id, string Text, decimal Cost, DateTimeOffset At, bool Unread);

/// <param name="Summary">One or two sentences for participants.</param>
public sealed record PhaseView(string Title, string Summary, DateTimeOffset Start, DateTimeOffset End);

/// <summary>Analyst hours of the present phase.</summary>
public readonly record struct CapacityView(decimal Used, decimal Total)
{
    public decimal Left => Total > Used ? Total - Used : 0;
}

/// <param name="To">Titles of the roles that it is for; empty: the whole team.</param>
/// <param name="Body">Markdown.</param>
/// <param name="At">Scenario time of its release.</param>
public sealed record InboxEntry(
    string Id,
    Channel Channel,
    string Title,
    string From,
    ImmutableArray<string> To,
    string Body,
    DateTimeOffset At,
    long Version,
    bool Unread,
    QuestionView? Question)
{
    /// <summary>Files that came with it; <see cref="DownloadAttachment"/> gives what is in them.</summary>
    public ImmutableArray<AttachmentRow> Attachments { get; init; } = [];

    /// <summary>Markdown: why it was taken back; null when it stands.</summary>
    public string? Withdrawn { get; init; }

    /// <summary>By the viewer.</summary>
    public bool Flagged { get; init; }

    /// <summary>Server time at which a call that the viewer has not answered stops ringing; null when there is nothing to answer.</summary>
    public DateTimeOffset? RingsUntil { get; init; }
}

/// <param name="Bytes">Size in UTF-8.</param>
public sealed record AttachmentRow(string Name, int Bytes);

/// <param name="Answer">The team's, or null.</param>
public sealed record QuestionView(QuestionContent Asks, AnswerView? Answer)
{
    /// <summary>Null: it can be answered as long as the exercise runs.</summary>
    public DeadlineView? Deadline { get; init; }

    /// <summary>The viewer's reply becomes the team's answer at once; else it is a vote, or a proposal to the role that decides.</summary>
    public bool Decides { get; init; } = true;

    /// <summary>Votes and proposals, those with the most votes first.</summary>
    public ImmutableArray<ProposalView> Proposals { get; init; } = [];

    /// <summary>How many may vote; 0 where no vote counts.</summary>
    public int Voters { get; init; }
}

/// <summary>One reply that some of the team are for.</summary>
/// <param name="Reply">As <see cref="Engine.Reply"/> writes it.</param>
/// <param name="Lines">What is said, one line for each thing chosen.</param>
/// <param name="By">Who is for it, the first one first.</param>
/// <param name="Mine">The viewer is one of them.</param>
public sealed record ProposalView(string Reply, ImmutableArray<string> Lines, ImmutableArray<ProposerView> By, bool Mine);

/// <param name="Confidence">Percent, 0 to 100.</param>
public sealed record ProposerView(Phrase Name, string Reason, int Confidence, DateTimeOffset At, string Alternatives);

/// <param name="Says">What follows if nobody answers.</param>
/// <param name="Passed">Nobody has answered in time.</param>
public sealed record DeadlineView(DateTimeOffset At, string Says, bool Passed);

/// <param name="Reply">As <see cref="Engine.Reply"/> writes it.</param>
/// <param name="Lines">What was said, one line for each thing chosen.</param>
/// <param name="Says">Markdown that the answer brought to light; may be empty.</param>
public sealed record AnswerView(Phrase By, string Reply, ImmutableArray<string> Lines, string Reason, int Confidence, DateTimeOffset At, string Says, string Alternatives = "");

/// <summary>What a team knows of a leaked credential, which may be less than what is true.</summary>
public enum KnownState
{
    /// <summary>Nobody in the team has checked.</summary>
    Unknown,

    /// <summary>Checked: the secret works for whoever holds it.</summary>
    Live,

    /// <summary>Checked: it had stopped working, and not through this team.</summary>
    Dead,
    Rotated,
    Disabled,
    Revoked,
}

/// <summary>A decision that is on its way to its effect.</summary>
/// <param name="Ends">True when it will end a credential.</param>
public sealed record Doing(string Decision, string Action, DateTimeOffset Made, DateTimeOffset Finishes, bool Ends);

public sealed record CredentialRow
{
    public required string Id { get; init; }
    public required string Title { get; init; }
    public required string Kind { get; init; }

    /// <summary>Null when no list names anybody.</summary>
    public string? Owner { get; init; }

    /// <summary>Null: never seen in use.</summary>
    public string? LastUse { get; init; }
    public string Note { get; init; } = "";
    public string Breaks { get; init; } = "";

    /// <summary>Systems.</summary>
    public ImmutableArray<Named> Opens { get; init; } = [];
    public KnownState State { get; init; }

    /// <summary>When this team ended it, scenario time.</summary>
    public DateTimeOffset? Since { get; init; }
    public Doing? Doing { get; init; }

    /// <summary>What the team makes of it, or null.</summary>
    public CredentialJudgement? Judged { get; init; }
}

/// <summary>A thing of the scenario that stands in another's row.</summary>
public readonly record struct Named(string Id, string Title);

/// <param name="Reaches">Systems that can be reached from it, as far as nobody has cut the way.</param>
/// <param name="OpenedBy">Leaked credentials that open it.</param>
/// <param name="Marks">What the team has put on it: isolated, rebuilt…</param>
/// <param name="Footholds">What the team has found on it, removed or not.</param>
public sealed record SystemRow(
    string Id,
    string Title,
    string Summary,
    bool Targetable,
    ImmutableArray<Named> Reaches,
    ImmutableArray<Named> OpenedBy,
    ImmutableArray<MarkView> Marks,
    ImmutableArray<FootholdRow> Footholds,
    Doing? Doing);

public sealed record MarkView(string Mark, DateTimeOffset Since);

public sealed record FootholdRow(string Id, string Title, string Summary, string System, DateTimeOffset? Removed, Doing? Doing);

public sealed record ActionGroup(string Title, ImmutableArray<ActionCard> Actions);

/// <param name="Roles">Titles of the roles that may decide it; empty: every role.</param>
public sealed record ActionCard(
    string Id,
    string Title,
    string Summary,
    string Warning,
    TargetKind Target,
    ImmutableArray<string> Roles,
    ImmutableArray<OfferRow> Offers)
{
    /// <summary>It asks something and stands among the tools.</summary>
    public bool IsTool { get; init; }

    /// <summary>What it is aimed at is typed, not chosen.</summary>
    public bool Search { get; init; }
}

/// <summary>An action on one target, with its price before it is decided.</summary>
/// <param name="Takes">Scenario time until its effect.</param>
/// <param name="Effort">Analyst hours.</param>
/// <param name="Outage">Hours of outage.</param>
/// <param name="Refusal">Why it can't be decided now, or null when it can.</param>
public sealed record OfferRow(string? Target, string TargetTitle, TimeSpan Takes, decimal Effort, decimal Outage, Phrase? Refusal)
{
    /// <summary>It can be proposed to the team, whoever may decide it.</summary>
    public bool MayPropose { get; init; }
}

public sealed record DecisionRow
{
    public required string Id { get; init; }
    public required string ActionId { get; init; }

    /// <summary>It was a question to a tool.</summary>
    public bool IsTool { get; init; }
    public required string Action { get; init; }
    public string? Target { get; init; }

    /// <summary>What was typed, where a tool was searched.</summary>
    public string? Asked { get; init; }
    public required Phrase By { get; init; }
    public string Reason { get; init; } = "";
    public int Confidence { get; init; }

    /// <summary>What else was considered.</summary>
    public string Alternatives { get; init; } = "";
    public required DateTimeOffset Made { get; init; }
    public required DateTimeOffset Finishes { get; init; }
    public DecisionStatus Status { get; init; }

    /// <summary>Markdown, or null.</summary>
    public string? Finding { get; init; }
    /// <summary>The viewer has not opened what came of it.</summary>
    public bool Unread { get; init; }

    /// <summary>By the viewer.</summary>
    public bool Flagged { get; init; }
    public decimal Effort { get; init; }
    public decimal Outage { get; init; }
}
