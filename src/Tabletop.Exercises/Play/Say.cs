using MediatR;
using Tabletop.Engine;

namespace Tabletop.Exercises;

/// <summary>Speaks in the chat of the caller's team.</summary>
public sealed record Say(Caller Caller, string Exercise, string Text) : ExerciseRequest(Caller, Exercise)
{
    public string Text { get; } = Limits.Lines(Text);

    internal override Access Access => new Access.ParticipantOf(Exercise);

    internal override Phrase? Fault => base.Fault ?? Limits.Between(Text, 1, Limits.Message, "a message");
}

sealed class SayHandler(ExerciseGrains grains, Tickets tickets) : IRequestHandler<Say, Result<Accepted>>
{
    public Task<Result<Accepted>> Handle(Say request, CancellationToken cancellationToken)
    {
        var person = tickets.Of(request.Caller, request.Exercise).Person;
        var id = request.IdOf(person);
        return grains.Submit(request.Exercise, new Command.Say(person, id, request.Text) { Id = id });
    }
}
