using MediatR;
using Tabletop.Engine;

namespace Tabletop.Exercises;

/// <summary>Says what the caller's team makes of a leaked credential.</summary>
/// <param name="As">Null takes it back.</param>
/// <param name="Reason">An accepted risk needs one.</param>
public sealed record JudgeCredential(Caller Caller, string Exercise, string Credential, Judgement? As, string Reason) : ExerciseRequest(Caller, Exercise)
{
    public string Reason { get; } = Limits.Lines(Reason);

    internal override Access Access => new Access.ParticipantOf(Exercise);

    internal override Phrase? Fault => base.Fault
        ?? Limits.Id(Credential, "credential's id")
        ?? (As is { } judgement && !Enum.IsDefined(judgement) ? (Phrase)"There is no such judgement." : null)
        ?? Limits.Between(Reason, 0, Limits.Reason, "a reason");
}

sealed class JudgeCredentialHandler(ExerciseGrains grains, Tickets tickets) : IRequestHandler<JudgeCredential, Result<Accepted>>
{
    public Task<Result<Accepted>> Handle(JudgeCredential request, CancellationToken cancellationToken)
    {
        var person = tickets.Of(request.Caller, request.Exercise).Person;
        return grains.Submit(request.Exercise, new Command.JudgeCredential(person, request.Credential, request.As, request.Reason) { Id = request.IdOf(person) });
    }
}
