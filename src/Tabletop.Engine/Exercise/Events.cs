using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Tabletop.Engine;

/// <summary>Something that happened in an exercise; the log of them is the only truth about it.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Opened), "opened")]
[JsonDerivedType(typeof(TeamAdded), "team-added")]
[JsonDerivedType(typeof(TeamRemoved), "team-removed")]
[JsonDerivedType(typeof(RosterSet), "roster-set")]
[JsonDerivedType(typeof(RosterUndone), "roster-undone")]
[JsonDerivedType(typeof(SeatLinkRenewed), "seat-link-renewed")]
[JsonDerivedType(typeof(Joined), "joined")]
[JsonDerivedType(typeof(Left), "left")]
[JsonDerivedType(typeof(SeatMoved), "seat-moved")]
[JsonDerivedType(typeof(CaughtUp), "caught-up")]
[JsonDerivedType(typeof(Readied), "readied")]
[JsonDerivedType(typeof(StartPlanned), "start-planned")]
[JsonDerivedType(typeof(Started), "started")]
[JsonDerivedType(typeof(Paused), "paused")]
[JsonDerivedType(typeof(Resumed), "resumed")]
[JsonDerivedType(typeof(SpeedChanged), "speed-changed")]
[JsonDerivedType(typeof(Extended), "extended")]
[JsonDerivedType(typeof(ExtensionUndone), "extension-undone")]
[JsonDerivedType(typeof(Jumped), "jumped")]
[JsonDerivedType(typeof(OutagePassed), "outage-passed")]
[JsonDerivedType(typeof(PhaseEntered), "phase-entered")]
[JsonDerivedType(typeof(InjectDue), "inject-due")]
[JsonDerivedType(typeof(InjectPassed), "inject-passed")]
[JsonDerivedType(typeof(InjectReleased), "inject-released")]
[JsonDerivedType(typeof(InjectWithdrawn), "inject-withdrawn")]
[JsonDerivedType(typeof(InjectWritten), "inject-written")]
[JsonDerivedType(typeof(InjectRescheduled), "inject-rescheduled")]
[JsonDerivedType(typeof(InjectEdited), "inject-edited")]
[JsonDerivedType(typeof(InjectDropped), "inject-dropped")]
[JsonDerivedType(typeof(Announced), "announced")]
[JsonDerivedType(typeof(AnnouncementRead), "announcement-read")]
[JsonDerivedType(typeof(AnnouncementEnded), "announcement-ended")]
[JsonDerivedType(typeof(HintGiven), "hint-given")]
[JsonDerivedType(typeof(HintRead), "hint-read")]
[JsonDerivedType(typeof(ScoreCorrected), "score-corrected")]
[JsonDerivedType(typeof(Overridden), "overridden")]
[JsonDerivedType(typeof(RemarkMade), "remark-made")]
[JsonDerivedType(typeof(RemarkRemoved), "remark-removed")]
[JsonDerivedType(typeof(HandedOver), "handed-over")]
[JsonDerivedType(typeof(FacilitatorsAdmitted), "facilitators-admitted")]
[JsonDerivedType(typeof(PassGiven), "pass-given")]
[JsonDerivedType(typeof(PassEnded), "pass-ended")]
[JsonDerivedType(typeof(StandingShown), "standing-shown")]
[JsonDerivedType(typeof(HistoryShown), "history-shown")]
[JsonDerivedType(typeof(ApprovalSet), "approval-set")]
[JsonDerivedType(typeof(DeedAsked), "deed-asked")]
[JsonDerivedType(typeof(DeedSettled), "deed-settled")]
[JsonDerivedType(typeof(Observed), "observed")]
[JsonDerivedType(typeof(ObservationRemoved), "observation-removed")]
[JsonDerivedType(typeof(Rated), "rated")]
[JsonDerivedType(typeof(InjectHeld), "inject-held")]
[JsonDerivedType(typeof(HoldReleased), "hold-released")]
[JsonDerivedType(typeof(InjectRead), "inject-read")]
[JsonDerivedType(typeof(InboxMarked), "inbox-marked")]
[JsonDerivedType(typeof(CredentialJudged), "credential-judged")]
[JsonDerivedType(typeof(Said), "said")]
[JsonDerivedType(typeof(ChatRead), "chat-read")]
[JsonDerivedType(typeof(NoteWritten), "note-written")]
[JsonDerivedType(typeof(NoteRemoved), "note-removed")]
[JsonDerivedType(typeof(InjectAnswered), "inject-answered")]
[JsonDerivedType(typeof(AnswerProposed), "answer-proposed")]
[JsonDerivedType(typeof(DeadlinePassed), "deadline-passed")]
[JsonDerivedType(typeof(ActionProposed), "action-proposed")]
[JsonDerivedType(typeof(ActionVoiced), "action-voiced")]
[JsonDerivedType(typeof(ProposalDropped), "proposal-dropped")]
[JsonDerivedType(typeof(DecisionMade), "decision-made")]
[JsonDerivedType(typeof(DecisionWithdrawn), "decision-withdrawn")]
[JsonDerivedType(typeof(DecisionFinished), "decision-finished")]
[JsonDerivedType(typeof(AdversaryMoved), "adversary-moved")]
[JsonDerivedType(typeof(AdversaryRefused), "adversary-refused")]
[JsonDerivedType(typeof(Ended), "ended")]
[JsonDerivedType(typeof(Closed), "closed")]
public abstract partial record Event
{
    private protected Event() { }

    /// <summary>1 for the first event of the exercise, then without gaps.</summary>
    public long Version { get; init; }

    /// <summary>When it was recorded, server time.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>When it happened, scenario time; before the start, the scenario's start.</summary>
    public DateTimeOffset Time { get; init; }

    /// <summary>The command that caused it, or null when the clock did.</summary>
    public string? Command { get; init; }

    /// <summary>The facilitator whose command caused it, or null. Logs have known it by this name from the beginning.</summary>
    [JsonPropertyName("actor")]
    public Facilitator? Facilitator { get; init; }

    /// <summary>The one team that it concerns, or null: the exercise.</summary>
    [JsonIgnore]
    public virtual string? TeamId => null;

    public sealed record Opened(string Exercise, string Code, string Title, ImmutableArray<SourceText> Sources, string Hash, string Pace, long Seed, ExerciseMode Mode) : Event
    {
        /// <summary>The customer's own names, by variable; null where the scenario's stand.</summary>
        public ImmutableSortedDictionary<string, string>? Names { get; init; }

        /// <summary>Id of the door that this exercise of one team was opened through, or null.</summary>
        public string? Door { get; init; }

        /// <summary>One of the scenario's languages, or null: its first.</summary>
        public string? Language { get; init; }

        /// <summary>What it rehearses and with whom; null where people play.</summary>
        public RehearsalOrigin? Rehearsal { get; init; }
    }

    public sealed record TeamAdded(string Team, string Name) : Event
    {
        public override string? TeamId => Team;
    }

    public sealed record Joined(string Person, string Name, string Team, string Role) : Event
    {
        /// <summary>Id of the line of the roster whose seat it is, or null.</summary>
        public string? Roster { get; init; }

        public override string? TeamId => Team;
    }

    public sealed record Left(string Person, string Team) : Event
    {
        public override string? TeamId => Team;
    }

    /// <summary>A person has taken the seat along to another device; tickets of the one before are worth nothing.</summary>
    /// <param name="Device">Counts the devices; the one of joining is 0.</param>
    public sealed record SeatMoved(string Team, string Person, int Device) : Event
    {
        public override string? TeamId => Team;
    }

    /// <summary>Somebody who joined after the start has read what happened before.</summary>
    public sealed record CaughtUp(string Team, string Person) : Event
    {
        public override string? TeamId => Team;
    }

    /// <summary>A person said to be ready to start, or took it back.</summary>
    public sealed record Readied(string Team, string Person, bool Ready) : Event
    {
        public override string? TeamId => Team;
    }

    /// <summary>A facilitator said when the exercise is to start.</summary>
    /// <param name="Starts">Server time; null: nobody says when.</param>
    /// <param name="ByItself">The clock starts then without anybody's doing.</param>
    /// <param name="Zone">IANA name of the time zone in which it was said.</param>
    public sealed record StartPlanned(DateTimeOffset? Starts, bool ByItself, string Zone) : Event;

    public sealed record Started : Event;

    public sealed record Paused(string Reason) : Event;

    public sealed record Resumed : Event;

    public sealed record SpeedChanged(int Permille) : Event;

    /// <summary>More exercise time was given.</summary>
    /// <param name="Phase">Id of the phase that ran, or null: the rest of the exercise.</param>
    /// <param name="By">Exercise time, at the speed of then.</param>
    public sealed record Extended(string Extension, string? Phase, TimeSpan By) : Event;

    public sealed record ExtensionUndone(string Extension) : Event;

    public sealed record Jumped(DateTimeOffset To) : Event;

    /// <summary>The clock stood still from <paramref name="Since"/> until the event was recorded.</summary>
    public sealed record OutagePassed(DateTimeOffset Since, OutageRule Rule) : Event;

    public sealed record PhaseEntered(string Phase) : Event;

    /// <param name="Decision">The id of the command that made it.</param>
    /// <param name="Finishes">Scenario time at which its effects take place.</param>
    /// <param name="Alternatives">What else was considered.</param>
    public sealed record DecisionMade(string Team, string Person, string Decision, string Action, string? Target, string Reason, int Confidence, decimal Effort, DateTimeOffset Finishes, string Alternatives = "") : Event
    {
        /// <summary>What was typed to find the target, or null.</summary>
        public string? Asked { get; init; }

        public override string? TeamId => Team;
    }

    public sealed record DecisionWithdrawn(string Team, string Person, string Decision) : Event
    {
        public override string? TeamId => Team;
    }

    /// <param name="Finding">What the team learns, Markdown, or null.</param>
    /// <param name="Outage">Hours of outage that it caused.</param>
    public sealed record DecisionFinished(string Team, string Decision, string? Finding, decimal Outage) : Event
    {
        public override string? TeamId => Team;
    }

    public sealed record AdversaryMoved(string Team, string Step, string From, string To) : Event
    {
        /// <summary>What chance drew, where it decided.</summary>
        public Draw? Draw { get; init; }

        public override string? TeamId => Team;
    }

    /// <param name="To">Where it falls back to, or null: it stays.</param>
    public sealed record AdversaryRefused(string Team, string Step, string? To) : Event
    {
        /// <summary>What chance drew, where it decided.</summary>
        public Draw? Draw { get; init; }

        public override string? TeamId => Team;
    }

    public sealed record Ended : Event;

    public sealed record Closed : Event;
}

/// <summary>One file of a scenario as it was when the exercise was opened.</summary>
public sealed record SourceText(string Path, string Text);

public enum ExerciseMode
{
    /// <summary>A facilitator runs it.</summary>
    Facilitated,

    /// <summary>One person plays alone and holds the clock.</summary>
    Solo,

    /// <summary>One team plays without a facilitator: it starts when its people are ready, and they hold the clock.</summary>
    Alone,

    /// <summary>Nothing is played in it: by its code each team comes to an exercise of its own, run by itself.</summary>
    Door,

    /// <summary>A facilitator runs it before the room comes; bots have all its seats.</summary>
    Rehearsal,
}
