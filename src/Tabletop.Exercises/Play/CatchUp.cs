using MediatR;
using Tabletop.Engine;

namespace Tabletop.Exercises;

/// <summary>The caller, who joined late, has read what happened before.</summary>
public sealed record CatchUp(Caller Caller, string Exercise) : ExerciseRequest(Caller, Exercise)
{
    internal override Access Access => new Access.ParticipantOf(Exercise);
}

sealed class CatchUpHandler(ExerciseGrains grains, Tickets tickets) : IRequestHandler<CatchUp, Result<Accepted>>
{
    public Task<Result<Accepted>> Handle(CatchUp request, CancellationToken cancellationToken)
    {
        var person = tickets.Of(request.Caller, request.Exercise).Person;
        return grains.Submit(request.Exercise, new Command.CatchUp(person) { Id = request.IdOf(person) });
    }
}
