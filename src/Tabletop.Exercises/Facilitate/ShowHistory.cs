using MediatR;
using Tabletop.Engine;

namespace Tabletop.Exercises;

/// <summary>Shows history to players while they play, or hides it again.</summary>
public sealed record ShowHistory(Caller Caller, string Exercise, bool Shown) : ExerciseRequest(Caller, Exercise)
{
    internal override Access Access => new Access.Facilitator();
}

sealed class ShowHistoryHandler(ExerciseGrains grains) : IRequestHandler<ShowHistory, Result<Accepted>>
{
    public Task<Result<Accepted>> Handle(ShowHistory request, CancellationToken cancellationToken) =>
        grains.Submit(request, new Command.ShowHistory(request.Shown) { Id = request.CommandId });
}
