using MediatR;
using Tabletop.Engine;

namespace Tabletop.Exercises;

/// <summary>Takes back a decision of the caller's team that is not finished; its effort is not given back.</summary>
public sealed record WithdrawDecision(Caller Caller, string Exercise, string Decision)
    : ExerciseRequest(Caller, Exercise)
{
    internal override Access Access => new Access.ParticipantOf(Exercise);

    internal override Phrase? Fault => base.Fault
        ?? Limits.Id(Decision, "decision id");
}

sealed class WithdrawDecisionHandler(ExerciseGrains grains, Tickets tickets) : IRequestHandler<WithdrawDecision, Result<Accepted>>
{
    public Task<Result<Accepted>> Handle(WithdrawDecision request, CancellationToken cancellationToken)
    {
        var person = tickets.Of(request.Caller, request.Exercise).Person;
        return grains.Submit(request.Exercise, new Command.WithdrawDecision(person, request.Decision) { Id = request.IdOf(person) });
    }
}
