using MediatR;
using Tabletop.Engine;

namespace Tabletop.Exercises;

/// <summary>Puts a hint away for the caller; it stays among the team's hints.</summary>
public sealed record ReadHint(Caller Caller, string Exercise, string Hint) : ExerciseRequest(Caller, Exercise)
{
    internal override Access Access => new Access.ParticipantOf(Exercise);

    internal override Phrase? Fault => base.Fault ?? Limits.Id(Hint, "hint id");
}

sealed class ReadHintHandler(ExerciseGrains grains, Tickets tickets) : IRequestHandler<ReadHint, Result<Accepted>>
{
    public Task<Result<Accepted>> Handle(ReadHint request, CancellationToken cancellationToken)
    {
        var person = tickets.Of(request.Caller, request.Exercise).Person;
        return grains.Submit(request.Exercise, new Command.ReadHint(person, request.Hint) { Id = request.IdOf(person) });
    }
}
