using MediatR;
using Tabletop.Engine;

namespace Tabletop.Exercises;

/// <summary>Begins an entry of the team's notebook, or changes one; refused when somebody else changed it meanwhile.</summary>
/// <param name="Note">The entry's id; null: a new one.</param>
/// <param name="Seen">Version of the entry that the caller had before them; 0 with a new one.</param>
public sealed record WriteNote(Caller Caller, string Exercise, string? Note, string Text, long Seen) : ExerciseRequest(Caller, Exercise)
{
    public string Text { get; } = Limits.Lines(Text);

    internal override Access Access => new Access.ParticipantOf(Exercise);

    internal override Phrase? Fault => base.Fault
        ?? Limits.OptionalId(Note, "entry's id")
        ?? Limits.Between(Text, 1, Limits.Note, "an entry");
}

sealed class WriteNoteHandler(ExerciseGrains grains, Tickets tickets) : IRequestHandler<WriteNote, Result<Accepted>>
{
    public Task<Result<Accepted>> Handle(WriteNote request, CancellationToken cancellationToken)
    {
        var person = tickets.Of(request.Caller, request.Exercise).Person;
        var id = request.IdOf(person);
        return grains.Submit(request.Exercise, new Command.WriteNote(person, request.Note ?? id, request.Text, request.Seen) { Id = id });
    }
}
