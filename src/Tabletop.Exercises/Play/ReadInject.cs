using MediatR;
using Tabletop.Engine;

namespace Tabletop.Exercises;

/// <summary>Marks an inject of the caller's inbox as read.</summary>
public sealed record ReadInject(Caller Caller, string Exercise, string Inject)
    : ExerciseRequest(Caller, Exercise)
{
    internal override Access Access => new Access.ParticipantOf(Exercise);

    internal override Phrase? Fault => base.Fault
        ?? Limits.Id(Inject, "inject id");
}

sealed class ReadInjectHandler(ExerciseGrains grains, Tickets tickets) : IRequestHandler<ReadInject, Result<Accepted>>
{
    public Task<Result<Accepted>> Handle(ReadInject request, CancellationToken cancellationToken)
    {
        var person = tickets.Of(request.Caller, request.Exercise).Person;
        return grains.Submit(request.Exercise, new Command.ReadInject(person, request.Inject) { Id = request.IdOf(person) });
    }
}
