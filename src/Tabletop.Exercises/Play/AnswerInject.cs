using MediatR;
using Tabletop.Engine;

namespace Tabletop.Exercises;

/// <summary>Answers the question of an inject for the caller's team; the first answer counts.</summary>
public sealed record AnswerInject(Caller Caller, string Exercise, string Inject, string Reply, string Reason, int Confidence, string Alternatives = "")
    : ExerciseRequest(Caller, Exercise)
{
    /// <summary>As <see cref="Engine.Reply"/> writes it.</summary>
    public string Reply { get; } = Limits.Lines(Reply);

    public string Reason { get; } = Limits.Lines(Reason);

    /// <summary>What else was considered.</summary>
    public string Alternatives { get; } = Limits.Lines(Alternatives);

    internal override Access Access => new Access.ParticipantOf(Exercise);

    internal override Phrase? Fault => base.Fault
        ?? Limits.Id(Inject, "inject id")
        ?? Limits.Between(Reply, 1, Limits.Reply, "an answer")
        ?? Limits.Between(Reason, 0, Limits.Reason, "a reason")
        ?? Limits.Between(Alternatives, 0, Limits.Reason, "what else was considered")
        ?? Limits.Confidence(Confidence);
}

sealed class AnswerInjectHandler(ExerciseGrains grains, Tickets tickets) : IRequestHandler<AnswerInject, Result<Accepted>>
{
    public Task<Result<Accepted>> Handle(AnswerInject request, CancellationToken cancellationToken)
    {
        var person = tickets.Of(request.Caller, request.Exercise).Person;
        return grains.Submit(request.Exercise, new Command.AnswerInject(
            person, request.Inject, request.Reply, request.Reason, request.Confidence, request.Alternatives)
        {
            Id = request.IdOf(person),
        });
    }
}
