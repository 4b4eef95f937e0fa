using Tabletop.Engine;

namespace Tabletop.Exercises;

/// <summary>
/// What a program may ask of the hub at <c>/hubs/exercise</c> (SignalR, JSON). Every call is answered with a
/// <see cref="HubAnswer"/>: nothing that a caller does wrong ends the connection, except a message of more than 32 KB,
/// which SignalR itself cuts off; reconnect and join with the last version seen. A call with arguments of the wrong
/// type or number fails with SignalR's own error, and the connection stays.
/// </summary>
public interface IExerciseHub
{
    /// <summary>
    /// Begins to watch an exercise, and to act in it. The messages of <see cref="IExerciseClient"/> follow.
    /// Joining again changes exercise, ticket or version.
    /// </summary>
    /// <param name="exercise">The exercise's id.</param>
    /// <param name="ticket">
    /// Sealed ticket of a person in it; null: the one in the browser's cookie, or, for a facilitator who is signed in, everything.
    /// </param>
    /// <param name="after">The last version seen; 0: none. What came since is sent, in order.</param>
    Task<HubAnswer> Join(string exercise, string? ticket, long after);

    /// <summary>Sends everything after a version again, in order; it begins with <see cref="IExerciseClient.Resync"/>.</summary>
    Task<HubAnswer> Tail(long after);

    /// <param name="commandId">Chosen by the caller, unique, 1 to 64 characters. The same id again has no second effect and the same answer.</param>
    Task<HubAnswer> ReadInject(string commandId, string inject);

    /// <param name="target">Id of a credential, system or foothold, for an action that has a target.</param>
    /// <param name="reason">At most 2,000 characters; may be empty.</param>
    /// <param name="confidence">0 to 100 percent.</param>
    /// <param name="alternatives">What else was considered: at most 2,000 characters; may be empty.</param>
    Task<HubAnswer> SubmitDecision(string commandId, string action, string? target, string reason, int confidence, string alternatives);

    /// <param name="decision">The decision's id, as in the event that made it.</param>
    Task<HubAnswer> WithdrawDecision(string commandId, string decision);

    /// <param name="reply">
    /// By the question's kind: an option's id; ids joined by commas, of a ranking the best first; a number with a point;
    /// words, 2,000 characters at most; of a plan <c>treatment:credential</c> joined by commas, the first to be done first.
    /// </param>
    Task<HubAnswer> AnswerInject(string commandId, string inject, string reply, string reason, int confidence, string alternatives);

    /// <summary>Proposes an action to the team, whether the caller may decide it or not; else as <see cref="SubmitDecision"/>.</summary>
    Task<HubAnswer> ProposeAction(string commandId, string action, string? target, string reason, int confidence, string alternatives);

    /// <param name="proposal">The proposal's id, as in the event that made it.</param>
    /// <param name="isFor">False: an objection, with a reason of at most 2,000 characters; null: what was said is taken back.</param>
    Task<HubAnswer> VoiceOnAction(string commandId, string proposal, bool? isFor, string reason);

    /// <summary>Takes a proposal off the list: one's own, or one that one may decide.</summary>
    Task<HubAnswer> DropProposal(string commandId, string proposal);

    /// <summary>Says what the team makes of a leaked credential.</summary>
    /// <param name="judgement"><c>Suspected</c>, <c>AcceptedRisk</c> (with a reason), or null: taken back.</param>
    Task<HubAnswer> JudgeCredential(string commandId, string credential, Judgement? judgement, string reason);

    /// <summary>Marks something in the inbox, for the caller alone.</summary>
    /// <param name="item">An inject's id, or <c>done:</c> and the id of a decision that has a finding.</param>
    /// <param name="read">Null: as it was.</param>
    /// <param name="flagged">Null: as it was.</param>
    Task<HubAnswer> MarkInbox(string commandId, string item, bool? read, bool? flagged);

    /// <summary>Speaks in the team's chat. <c>@Name</c> or <c>@role</c> in the text is a mention.</summary>
    /// <param name="text">1 to 1,000 characters.</param>
    Task<HubAnswer> Say(string commandId, string text);

    /// <param name="upTo">Version of the last message of the team's chat that has been read.</param>
    Task<HubAnswer> ReadChat(string commandId, long upTo);

    /// <summary>Begins or changes an entry of the team's notebook. Code 1402: somebody else has changed it since <paramref name="seen"/>.</summary>
    /// <param name="note">The entry's id, as in the event that began it; null: a new one.</param>
    /// <param name="text">All of it, 1 to 4,000 characters.</param>
    /// <param name="seen">Version of the event that changed it last, as far as the caller knows; 0 for a new one.</param>
    Task<HubAnswer> WriteNote(string commandId, string? note, string text, long seen);

    /// <summary>Takes an entry out; writing it again puts it back.</summary>
    Task<HubAnswer> RemoveNote(string commandId, string note, long seen);
}

/// <summary>The answer to a call.</summary>
/// <param name="Code">0: done. Else a <see cref="Engine.RejectionCode"/> (1000 and up) or a <see cref="RefusalCode"/> (2000 and up).</param>
/// <param name="Version">The version that the command led to; 0 with a refusal.</param>
/// <param name="Message">Why not, and what to do; empty when done.</param>
public sealed record HubAnswer(int Code, long Version, string Message);
