using MediatR;
using Tabletop.Engine;

namespace Tabletop.Exercises;

/// <summary>Marks something in the caller's inbox, for the caller alone.</summary>
/// <param name="Item">An inject's id, or a decision's as <see cref="InboxMark.ItemOf"/> writes it.</param>
/// <param name="Read">Null: as it was.</param>
/// <param name="Flagged">Null: as it was.</param>
public sealed record MarkInbox(Caller Caller, string Exercise, string Item, bool? Read, bool? Flagged) : ExerciseRequest(Caller, Exercise)
{
    internal override Access Access => new Access.ParticipantOf(Exercise);

    internal override Phrase? Fault => base.Fault ?? Limits.Id(Item, "item's id");
}

sealed class MarkInboxHandler(ExerciseGrains grains, Tickets tickets) : IRequestHandler<MarkInbox, Result<Accepted>>
{
    public Task<Result<Accepted>> Handle(MarkInbox request, CancellationToken cancellationToken)
    {
        var person = tickets.Of(request.Caller, request.Exercise).Person;
        return grains.Submit(request.Exercise, new Command.MarkInbox(person, request.Item, request.Read, request.Flagged) { Id = request.IdOf(person) });
    }
}
