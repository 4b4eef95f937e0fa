using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Tabletop.Engine;

/// <summary>A facilitator, as the log remembers who did something.</summary>
/// <param name="Id">Of the account.</param>
/// <param name="Name">As it was then.</param>
public sealed record Facilitator(string Id, string Name);

/// <summary>Something that somebody asks of an exercise. <see cref="Id"/> makes it safe to send twice.</summary>
public abstract record Command
{
    private protected Command() { }

    /// <summary>Chosen by the sender, unique; empty for the clock's own commands, which are never repeated.</summary>
    public string Id { get; init; } = "";

    /// <summary>The facilitator who asks for it; null: a participant, a guest, the clock, or nobody who has a name.</summary>
    public Facilitator? Facilitator { get; init; }

    /// <summary>
    /// What cannot be taken back: participants get to see it, or it happens to them. Holding an inject or moving its time can
    /// be undone; words that the scenario does not have are for good whenever they come. It may have to wait for a second
    /// facilitator, and stands in the log until then.
    /// </summary>
    [JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
    [JsonDerivedType(typeof(SendInject), "send-inject")]
    [JsonDerivedType(typeof(WriteInject), "write-inject")]
    [JsonDerivedType(typeof(EditInject), "edit-inject")]
    [JsonDerivedType(typeof(Jump), "jump")]
    [JsonDerivedType(typeof(Step), "step")]
    [JsonDerivedType(typeof(End), "end")]
    [JsonDerivedType(typeof(Override), "override")]
    [JsonDerivedType(typeof(CorrectScore), "correct-score")]
    [JsonDerivedType(typeof(UndoCorrection), "undo-correction")]
    public abstract record ForGood : Command
    {
        private protected ForGood() { }
    }

    public sealed record AddTeam(string Team, string Name) : Command;

    /// <summary>A person takes a seat, or, when already in this team, changes name or role.</summary>
    public sealed record Join(string Person, string Name, string Team, string Role) : Command
    {
        /// <summary>Id of the line of the roster whose seat it is; null: the person came by the code.</summary>
        public string? Roster { get; init; }
    }

    /// <summary>Says who is expected, in place of what was said before.</summary>
    /// <param name="NewTeams">Ids of the teams that were added for it; they go when it is taken back.</param>
    public sealed record SetRoster(ImmutableArray<RosterEntry> Entries, ImmutableArray<string> NewTeams) : Command;

    /// <summary>Puts back the roster before the one that was set last.</summary>
    public sealed record UndoRoster : Command;

    /// <summary>Ends the link to a seat of the roster and makes another.</summary>
    public sealed record RenewSeatLink(string Entry) : Command;

    public sealed record Leave(string Person) : Command;

    /// <summary>Takes a person's seat along to another device.</summary>
    /// <param name="Device">The next: one more than that of the person's ticket now.</param>
    public sealed record MoveSeat(string Person, int Device) : Command;

    /// <summary>The person, who joined late, has read what happened before.</summary>
    public sealed record CatchUp(string Person) : Command;

    /// <summary>Says that the person is ready, where a team starts by itself, or takes it back. When everybody is, the clock starts.</summary>
    public sealed record SayReady(string Person, bool Ready) : Command;

    /// <summary>Says when the exercise is to start; null takes it away.</summary>
    /// <param name="ByItself">The clock starts then without anybody's doing.</param>
    /// <param name="Zone">IANA name of the time zone in which it is said.</param>
    public sealed record PlanStart(DateTimeOffset? Starts, bool ByItself, string Zone) : Command;

    public sealed record Start : Command;

    public sealed record Pause(string Reason) : Command;

    public sealed record Resume : Command;

    /// <summary><paramref name="Permille"/> of the pace: 1000 is the pace itself, 250 to 8000.</summary>
    public sealed record SetSpeed(int Permille) : Command;

    /// <summary>Gives the phase that runs, or what is left of the exercise, more exercise time; what is past never moves.</summary>
    /// <param name="Phase">Id of the phase that runs, or null: the rest of the exercise.</param>
    /// <param name="Minutes">1 to <see cref="Exercise.MaxExtension"/>.</param>
    public sealed record Extend(string Extension, string? Phase, int Minutes) : Command;

    /// <summary>Takes back the time that was given last: from now on the tempo is what it was before.</summary>
    public sealed record UndoExtension(string Extension) : Command;

    /// <summary>Moves the clock forward; everything due on the way comes.</summary>
    public sealed record Jump(DateTimeOffset To) : ForGood;

    /// <summary>Moves the clock forward to the next inject of any team.</summary>
    public sealed record Step : ForGood;

    /// <summary>Sends an inject of the scenario now, to one team or to all that don't have it yet.</summary>
    public sealed record SendInject(string Inject, string? Team) : ForGood;

    public sealed record HoldInject(string Inject) : Command;

    /// <summary>Takes back an inject that is in the inbox of one team, or of any; who has it sees <paramref name="Says"/> beside it.</summary>
    public sealed record RecallInject(string Inject, string? Team, string Says) : Command;

    /// <summary>Lets a held inject go; if it was due meanwhile, it comes now.</summary>
    public sealed record ReleaseHold(string Inject) : Command;

    /// <summary>Sends an inject that the facilitator writes, to one team or to all.</summary>
    public sealed record WriteInject(string Inject, Channel Channel, string From, string Title, string Body, ImmutableArray<string> To, string? Team) : ForGood
    {
        /// <summary>Scenario time at which it comes; null: now, which is not possible before the start.</summary>
        public DateTimeOffset? Due { get; init; }
    }

    /// <summary>Sets when an inject comes to those who don't have it; null: back to its own time.</summary>
    public sealed record RescheduleInject(string Inject, DateTimeOffset? To) : Command;

    /// <summary>Changes an inject that nobody has.</summary>
    public sealed record EditInject(string Inject, Channel Channel, string From, string Title, string Body, ImmutableArray<string> To) : ForGood;

    /// <summary>Takes an inject that was written ahead and that nobody has out of the plan, or puts it back.</summary>
    public sealed record DropInject(string Inject, bool Dropped) : Command;

    /// <summary>Says something to one team or to all, outside of the story.</summary>
    public sealed record Announce(string Announcement, string Text, string? Team) : Command;

    public sealed record ReadAnnouncement(string Person, string Announcement) : Command;

    /// <summary>Takes an announcement down.</summary>
    public sealed record EndAnnouncement(string Announcement) : Command;

    /// <summary>Helps one team, or all that are there; each pays <paramref name="Cost"/> points for it.</summary>
    public sealed record GiveHint(string Hint, string Text, decimal Cost, string? Team) : Command;

    /// <summary>Puts a hint away.</summary>
    public sealed record ReadHint(string Person, string Hint) : Command;

    /// <summary>Gives points to a team or takes them, in one dimension or overall.</summary>
    public sealed record CorrectScore(string Correction, string Team, Dimension? Dimension, decimal Points, string Reason) : ForGood;

    /// <summary>Takes a correction back by the opposite one.</summary>
    public sealed record UndoCorrection(string Correction, string Team, string Undoes) : ForGood;

    /// <summary>Sets something of a team's world, or its attacker, to another state.</summary>
    public sealed record Override(string Team, OverrideKind What, string Subject, string To, string Reason) : ForGood;

    /// <summary>Writes something down for facilitators only.</summary>
    public sealed record MakeRemark(string Remark, string Text, string? About) : Command;

    public sealed record RemoveRemark(string Remark) : Command;

    /// <summary>Gives the exercise to another facilitator, who owns it from then on.</summary>
    public sealed record HandOver(Facilitator To) : Command;

    /// <summary>Says who may facilitate beside the owner; null: every facilitator of the server.</summary>
    public sealed record AdmitFacilitators(ImmutableArray<Facilitator>? Who) : Command;

    /// <summary>Lets somebody watch.</summary>
    public sealed record GivePass(string Pass, PassKind Kind, string Name, string? Team) : Command;

    /// <summary>Ends a pass at once, wherever it is in use.</summary>
    public sealed record EndPass(string Pass) : Command;

    public sealed record ShowStanding(Standing Standing) : Command;

    /// <summary>Shows history to players while they play, or hides it again.</summary>
    public sealed record ShowHistory(bool Shown) : Command;

    /// <summary>Says whether what cannot be taken back waits for a second facilitator.</summary>
    public sealed record SetApproval(bool On) : Command;

    /// <summary>Approves or declines what another facilitator asked for, or withdraws what one asked for oneself.</summary>
    /// <param name="As">Anything but <see cref="DeedOutcome.Lapsed"/>.</param>
    /// <param name="Reason">Why it is declined; else of no effect.</param>
    public sealed record SettleDeed(string Deed, DeedOutcome As, string Reason) : Command;

    /// <summary>Writes down what an evaluator saw; <paramref name="By"/> is the id of a pass, empty for a facilitator.</summary>
    public sealed record Observe(string By, string Observation, string? Team, string? Inject, string? Objective, string Text) : Command
    {
        public ImmutableArray<ObservedFile> Files { get; init; } = [];
    }

    /// <summary>Takes back an observation of one's own.</summary>
    public sealed record RemoveObservation(string By, string Observation) : Command;

    /// <summary>Rates a team on a point of the guide; null takes one's rating back.</summary>
    public sealed record Rate(string By, string Team, string Objective, Rating? Rating, string Comment) : Command;

    public sealed record ReadInject(string Person, string Inject) : Command;

    /// <summary><paramref name="Confidence"/> in percent, 0 to 100.</summary>
    /// <param name="Alternatives">What else was considered, in one's own words; may be empty.</param>
    public sealed record SubmitDecision(string Person, string Action, string? Target, string Reason, int Confidence, string Alternatives = "") : Command;

    /// <summary>Proposes an action to the team, whether the person may decide it or not. The proposal has the command's id.</summary>
    public sealed record ProposeAction(string Person, string Action, string? Target, string Reason, int Confidence, string Alternatives = "") : Command;

    /// <summary>Says whether somebody is for a proposed action. An objection needs a reason; null takes back what was said.</summary>
    public sealed record VoiceOnAction(string Person, string Proposal, bool? For, string Reason) : Command;

    /// <summary>Takes a proposed action off the list: one's own, or one that one may decide.</summary>
    public sealed record DropProposal(string Person, string Proposal) : Command;

    /// <summary>Takes back a decision that is not finished; its effort is not given back.</summary>
    public sealed record WithdrawDecision(string Person, string Decision) : Command;

    /// <summary>Answers for the team, votes, or proposes, as the question has it.</summary>
    /// <param name="Reply">As <see cref="Engine.Reply"/> writes it.</param>
    public sealed record AnswerInject(string Person, string Inject, string Reply, string Reason, int Confidence, string Alternatives = "") : Command;

    /// <summary>Says what the person's team makes of a leaked credential; null takes it back.</summary>
    public sealed record JudgeCredential(string Person, string Credential, Judgement? As, string Reason) : Command;

    /// <summary>Marks something in the person's inbox, for that person alone.</summary>
    /// <param name="Item">As <see cref="InboxMark"/> names it.</param>
    /// <param name="Read">Null: as it was.</param>
    /// <param name="Flagged">Null: as it was.</param>
    public sealed record MarkInbox(string Person, string Item, bool? Read, bool? Flagged) : Command;

    /// <summary>Speaks in the chat of the person's team.</summary>
    public sealed record Say(string Person, string Message, string Text) : Command;

    /// <summary><paramref name="UpTo"/>: version of the last message that the person has read.</summary>
    public sealed record ReadChat(string Person, long UpTo) : Command;

    /// <summary>Begins an entry of the team's notebook, or changes it.</summary>
    /// <param name="Seen">Version of the entry that the writer had before them; 0: a new one. Another one is refused: somebody was faster.</param>
    public sealed record WriteNote(string Person, string Note, string Text, long Seen) : Command;

    /// <summary>Takes an entry out of the notebook; writing it again puts it back.</summary>
    public sealed record RemoveNote(string Person, string Note, long Seen) : Command;

    /// <summary>Brings the exercise up to the moment.</summary>
    public sealed record Advance : Command;

    /// <summary>The server was down (or asleep) since <paramref name="Since"/>.</summary>
    public sealed record ReportOutage(DateTimeOffset Since) : Command;

    public sealed record End : ForGood;

    public sealed record Close : Command;
}
