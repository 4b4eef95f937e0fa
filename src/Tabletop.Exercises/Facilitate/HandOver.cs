using MediatR;
using Tabletop.Engine;

namespace Tabletop.Exercises;

/// <summary>Gives the exercise to another facilitator, who owns it from then on.</summary>
/// <param name="To">Id of an account that has a name.</param>
public sealed record HandOver(Caller Caller, string Exercise, string To) : ExerciseRequest(Caller, Exercise)
{
    internal override Access Access => new Access.Facilitator();

    internal override Phrase? Fault => base.Fault ?? Limits.Id(To, "account");
}

sealed class HandOverHandler(ExerciseGrains grains, Facilitators facilitators) : IRequestHandler<HandOver, Result<Accepted>>
{
    public async Task<Result<Accepted>> Handle(HandOver request, CancellationToken cancellationToken) =>
        facilitators.Find(request.To) is { } to
            ? await grains.Submit(request, new Command.HandOver(to) { Id = request.CommandId })
            : Facilitators.Unknown;
}
