using MediatR;
using Tabletop.Engine;

namespace Tabletop.Exercises;

/// <summary>Says what the wall shows of the teams' points.</summary>
public sealed record ShowStanding(Caller Caller, string Exercise, Standing Standing) : ExerciseRequest(Caller, Exercise)
{
    internal override Access Access => new Access.Facilitator();

    internal override Phrase? Fault => base.Fault ?? (Enum.IsDefined(Standing) ? null : (Phrase)"There is no such standing.");
}

sealed class ShowStandingHandler(ExerciseGrains grains) : IRequestHandler<ShowStanding, Result<Accepted>>
{
    public Task<Result<Accepted>> Handle(ShowStanding request, CancellationToken cancellationToken) =>
        grains.Submit(request, new Command.ShowStanding(request.Standing) { Id = request.CommandId });
}
