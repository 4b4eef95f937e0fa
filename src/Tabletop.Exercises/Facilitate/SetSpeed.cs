using MediatR;
using Tabletop.Engine;

namespace Tabletop.Exercises;

/// <summary>Changes how fast the clock runs from now on: 1000 is the pace itself, 250 to 8000.</summary>
public sealed record SetSpeed(Caller Caller, string Exercise, int Permille) : ExerciseRequest(Caller, Exercise)
{
    internal override Access Access => new Access.ClockHolderOf(Exercise);
}

sealed class SetSpeedHandler(ExerciseGrains grains) : IRequestHandler<SetSpeed, Result<Accepted>>
{
    public Task<Result<Accepted>> Handle(SetSpeed request, CancellationToken cancellationToken) =>
        grains.Submit(request, new Command.SetSpeed(request.Permille) { Id = request.CommandId });
}
