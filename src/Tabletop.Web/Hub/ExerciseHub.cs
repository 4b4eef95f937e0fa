using MediatR;
using Microsoft.AspNetCore.SignalR;
using Tabletop.Exercises;

namespace Tabletop.Web;

/// <summary>Exercises for everything that is not a page: displays, bots, bridges. Documented at <see cref="IExerciseHub"/>.</summary>
public sealed class ExerciseHub(ExerciseFeed feed, IMediator mediator, HubPumps pumps) : Hub<IExerciseClient>, IExerciseHub
{
    static readonly Refusal NotJoined = new(RefusalCode.NotJoined, "Call Join first, with the exercise's id and your ticket.");

    public async Task<HubAnswer> Join(string exercise, string? ticket, long after)
    {
        if (string.IsNullOrEmpty(exercise))
            return Answer(new(RefusalCode.BadValue, "Give the id of an exercise."));

        var caller = Callers.From(Context.User!);
        if (!string.IsNullOrEmpty(ticket))
            caller = caller.With(exercise, ticket);

        var watched = caller.IsFacilitator && string.IsNullOrEmpty(ticket)
            ? await feed.WatchAsFacilitator(caller, exercise, after)
            : await feed.WatchAsParticipant(caller, exercise, after);
        if (!watched.Ok)
            return Answer(watched.Refusal);

        await pumps.Begin(Context.ConnectionId, new(caller, exercise, watched.Value));
        if (Context.ConnectionAborted.IsCancellationRequested)
            await pumps.End(Context.ConnectionId);
        return new(0, 0, "");
    }

    public Task<HubAnswer> Tail(long after)
    {
        if (pumps.Of(Context.ConnectionId) is not { } seat)
            return Task.FromResult(Answer(NotJoined));

        seat.Subscription.Rewind(after);
        return Task.FromResult(new HubAnswer(0, 0, ""));
    }

    public Task<HubAnswer> ReadInject(string commandId, string inject) =>
        Send(seat => new ReadInject(seat.Caller, seat.Exercise, inject) { CommandId = commandId });

    public Task<HubAnswer> SubmitDecision(string commandId, string action, string? target, string reason, int confidence, string alternatives) =>
        Send(seat => new SubmitDecision(seat.Caller, seat.Exercise, action, target, reason, confidence, alternatives) { CommandId = commandId });

    public Task<HubAnswer> WithdrawDecision(string commandId, string decision) =>
        Send(seat => new WithdrawDecision(seat.Caller, seat.Exercise, decision) { CommandId = commandId });

    public Task<HubAnswer> AnswerInject(string commandId, string inject, string reply, string reason, int confidence, string alternatives) =>
        Send(seat => new AnswerInject(seat.Caller, seat.Exercise, inject, reply, reason, confidence, alternatives) { CommandId = commandId });

    public Task<HubAnswer> ProposeAction(string commandId, string action, string? target, string reason, int confidence, string alternatives) =>
        Send(seat => new ProposeAction(seat.Caller, seat.Exercise, action, target, reason, confidence, alternatives) { CommandId = commandId });

    public Task<HubAnswer> VoiceOnAction(string commandId, string proposal, bool? isFor, string reason) =>
        Send(seat => new VoiceOnAction(seat.Caller, seat.Exercise, proposal, isFor, reason) { CommandId = commandId });

    public Task<HubAnswer> DropProposal(string commandId, string proposal) =>
        Send(seat => new DropProposal(seat.Caller, seat.Exercise, proposal) { CommandId = commandId });

    public Task<HubAnswer> JudgeCredential(string commandId, string credential, Engine.Judgement? judgement, string reason) =>
        Send(seat => new JudgeCredential(seat.Caller, seat.Exercise, credential, judgement, reason) { CommandId = commandId });

    public Task<HubAnswer> MarkInbox(string commandId, string item, bool? read, bool? flagged) =>
        Send(seat => new MarkInbox(seat.Caller, seat.Exercise, item, read, flagged) { CommandId = commandId });

    public Task<HubAnswer> Say(string commandId, string text) =>
        Send(seat => new Say(seat.Caller, seat.Exercise, text) { CommandId = commandId });

    public Task<HubAnswer> ReadChat(string commandId, long upTo) =>
        Send(seat => new ReadChat(seat.Caller, seat.Exercise, upTo) { CommandId = commandId });

    public Task<HubAnswer> WriteNote(string commandId, string? note, string text, long seen) =>
        Send(seat => new WriteNote(seat.Caller, seat.Exercise, note, text, seen) { CommandId = commandId });

    public Task<HubAnswer> RemoveNote(string commandId, string note, long seen) =>
        Send(seat => new RemoveNote(seat.Caller, seat.Exercise, note, seen) { CommandId = commandId });

    public override async Task OnDisconnectedAsync(Exception? exception)
    {
        await pumps.End(Context.ConnectionId);
        await base.OnDisconnectedAsync(exception);
    }

    async Task<HubAnswer> Send(Func<HubSeat, ExerciseRequest> request)
    {
        if (pumps.Of(Context.ConnectionId) is not { } seat)
            return Answer(NotJoined);

        var result = await mediator.Send(request(seat));
        return result.Ok ? new(0, result.Value.Version, "") : Answer(result.Refusal);
    }

    static HubAnswer Answer(Refusal refusal) => new(refusal.Code, 0, refusal.Message);
}
