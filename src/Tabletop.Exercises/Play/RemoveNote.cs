using MediatR;
using Tabletop.Engine;

namespace Tabletop.Exercises;

/// <summary>Takes an entry out of the team's notebook; writing it again puts it back.</summary>
/// <param name="Seen">Version of the entry that the caller had before them.</param>
public sealed record RemoveNote(Caller Caller, string Exercise, string Note, long Seen) : ExerciseRequest(Caller, Exercise)
{
    internal override Access Access => new Access.ParticipantOf(Exercise);

    internal override Phrase? Fault => base.Fault ?? Limits.Id(Note, "entry's id");
}

sealed class RemoveNoteHandler(ExerciseGrains grains, Tickets tickets) : IRequestHandler<RemoveNote, Result<Accepted>>
{
    public Task<Result<Accepted>> Handle(RemoveNote request, CancellationToken cancellationToken)
    {
        var person = tickets.Of(request.Caller, request.Exercise).Person;
        return grains.Submit(request.Exercise, new Command.RemoveNote(person, request.Note, request.Seen) { Id = request.IdOf(person) });
    }
}
