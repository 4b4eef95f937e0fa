using MediatR;
using Tabletop.Engine;

namespace Tabletop.Exercises;

/// <summary>The caller gives up its seat; its ticket ends.</summary>
public sealed record Leave(Caller Caller, string Exercise) : ExerciseRequest(Caller, Exercise)
{
    internal override Access Access => new Access.ParticipantOf(Exercise);
}

sealed class LeaveHandler(ExerciseGrains grains, Tickets tickets) : IRequestHandler<Leave, Result<Accepted>>
{
    public Task<Result<Accepted>> Handle(Leave request, CancellationToken cancellationToken)
    {
        var person = tickets.Of(request.Caller, request.Exercise).Person;
        return grains.Submit(request.Exercise, new Command.Leave(person) { Id = request.IdOf(person) });
    }
}
