using MediatR;
using Tabletop.Engine;

namespace Tabletop.Exercises;

/// <summary>Moves the clock forward to a scenario time; everything due on the way comes.</summary>
public sealed record Jump(Caller Caller, string Exercise, DateTimeOffset To) : ExerciseRequest(Caller, Exercise)
{
    internal override Access Access => new Access.ClockHolderOf(Exercise);
}

sealed class JumpHandler(ExerciseGrains grains) : IRequestHandler<Jump, Result<Accepted>>
{
    public Task<Result<Accepted>> Handle(Jump request, CancellationToken cancellationToken) =>
        grains.Submit(request, new Command.Jump(request.To) { Id = request.CommandId });
}
