using MediatR;
using Tabletop.Engine;

namespace Tabletop.Exercises;

/// <summary>The caller has read the team's chat up to a message.</summary>
/// <param name="UpTo">Version of that message.</param>
public sealed record ReadChat(Caller Caller, string Exercise, long UpTo) : ExerciseRequest(Caller, Exercise)
{
    internal override Access Access => new Access.ParticipantOf(Exercise);
}

sealed class ReadChatHandler(ExerciseGrains grains, Tickets tickets) : IRequestHandler<ReadChat, Result<Accepted>>
{
    public Task<Result<Accepted>> Handle(ReadChat request, CancellationToken cancellationToken)
    {
        var person = tickets.Of(request.Caller, request.Exercise).Person;
        return grains.Submit(request.Exercise, new Command.ReadChat(person, request.UpTo) { Id = request.IdOf(person) });
    }
}
