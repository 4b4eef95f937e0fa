using MediatR;
using Tabletop.Engine;

namespace Tabletop.Exercises;

/// <summary>Says that the caller is ready, where a team starts by itself, or takes it back.</summary>
public sealed record SayReady(Caller Caller, string Exercise, bool Ready) : ExerciseRequest(Caller, Exercise)
{
    internal override Access Access => new Access.ParticipantOf(Exercise);
}

sealed class SayReadyHandler(ExerciseGrains grains, Tickets tickets) : IRequestHandler<SayReady, Result<Accepted>>
{
    public Task<Result<Accepted>> Handle(SayReady request, CancellationToken cancellationToken)
    {
        var person = tickets.Of(request.Caller, request.Exercise).Person;
        return grains.Submit(request.Exercise, new Command.SayReady(person, request.Ready) { Id = request.IdOf(person) });
    }
}
