using MediatR;
using Tabletop.Engine;

namespace Tabletop.Exercises;

/// <summary>Proposes an action to the caller's team, whether the caller may decide it or not. The proposal carries the command's id.</summary>
public sealed record ProposeAction(Caller Caller, string Exercise, string Action, string? Target, string Reason, int Confidence, string Alternatives = "")
    : ExerciseRequest(Caller, Exercise)
{
    public string Reason { get; } = Limits.Lines(Reason);

    /// <summary>What else was considered.</summary>
    public string Alternatives { get; } = Limits.Lines(Alternatives);

    internal override Access Access => new Access.ParticipantOf(Exercise);

    internal override Phrase? Fault => base.Fault
        ?? Limits.Id(Action, "action id")
        ?? Limits.OptionalId(Target, "target id")
        ?? Limits.Between(Reason, 0, Limits.Reason, "a reason")
        ?? Limits.Between(Alternatives, 0, Limits.Reason, "what else was considered")
        ?? Limits.Confidence(Confidence);
}

/// <summary>Says whether the caller is for a proposed action.</summary>
/// <param name="For">False: an objection, which needs a reason; null takes back what was said.</param>
public sealed record VoiceOnAction(Caller Caller, string Exercise, string Proposal, bool? For, string Reason) : ExerciseRequest(Caller, Exercise)
{
    public string Reason { get; } = Limits.Lines(Reason);

    internal override Access Access => new Access.ParticipantOf(Exercise);

    internal override Phrase? Fault => base.Fault ?? Limits.Id(Proposal, "proposal's id") ?? Limits.Between(Reason, 0, Limits.Reason, "a reason");
}

/// <summary>Takes a proposed action off the list: the caller's own, or one that the caller may decide.</summary>
public sealed record DropProposal(Caller Caller, string Exercise, string Proposal) : ExerciseRequest(Caller, Exercise)
{
    internal override Access Access => new Access.ParticipantOf(Exercise);

    internal override Phrase? Fault => base.Fault ?? Limits.Id(Proposal, "proposal's id");
}

sealed class ActionProposalsHandler(ExerciseGrains grains, Tickets tickets)
    : IRequestHandler<ProposeAction, Result<Accepted>>, IRequestHandler<VoiceOnAction, Result<Accepted>>, IRequestHandler<DropProposal, Result<Accepted>>
{
    public Task<Result<Accepted>> Handle(ProposeAction request, CancellationToken cancellationToken) =>
        Submit(request, person => new Command.ProposeAction(person, request.Action, request.Target, request.Reason, request.Confidence, request.Alternatives));

    public Task<Result<Accepted>> Handle(VoiceOnAction request, CancellationToken cancellationToken) =>
        Submit(request, person => new Command.VoiceOnAction(person, request.Proposal, request.For, request.Reason));

    public Task<Result<Accepted>> Handle(DropProposal request, CancellationToken cancellationToken) =>
        Submit(request, person => new Command.DropProposal(person, request.Proposal));

    Task<Result<Accepted>> Submit(ExerciseRequest request, Func<string, Command> command)
    {
        var person = tickets.Of(request.Caller, request.Exercise).Person;
        return grains.Submit(request.Exercise, command(person) with { Id = request.IdOf(person) });
    }
}
