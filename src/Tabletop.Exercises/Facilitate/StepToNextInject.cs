using MediatR;
using Tabletop.Engine;

namespace Tabletop.Exercises;

/// <summary>Moves the clock forward to the next inject of any team.</summary>
public sealed record StepToNextInject(Caller Caller, string Exercise) : ExerciseRequest(Caller, Exercise)
{
    internal override Access Access => new Access.ClockHolderOf(Exercise);
}

sealed class StepToNextInjectHandler(ExerciseGrains grains) : IRequestHandler<StepToNextInject, Result<Accepted>>
{
    public Task<Result<Accepted>> Handle(StepToNextInject request, CancellationToken cancellationToken) =>
        grains.Submit(request, new Command.Step { Id = request.CommandId });
}
