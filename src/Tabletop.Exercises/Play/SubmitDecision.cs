using MediatR;
using Tabletop.Engine;

namespace Tabletop.Exercises;

/// <summary>Decides an action for the caller's team. The decision that follows carries the command's id.</summary>
public sealed record SubmitDecision(Caller Caller, string Exercise, string Action, string? Target, string Reason, int Confidence, string Alternatives = "")
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

sealed class SubmitDecisionHandler(ExerciseGrains grains, Tickets tickets) : IRequestHandler<SubmitDecision, Result<Accepted>>
{
    public Task<Result<Accepted>> Handle(SubmitDecision request, CancellationToken cancellationToken)
    {
        var person = tickets.Of(request.Caller, request.Exercise).Person;
        return grains.Submit(request.Exercise, new Command.SubmitDecision(
            person, request.Action, request.Target, request.Reason, request.Confidence, request.Alternatives)
        {
            Id = request.IdOf(person),
        });
    }
}
