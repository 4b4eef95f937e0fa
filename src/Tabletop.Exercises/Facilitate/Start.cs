using MediatR;
using Tabletop.Engine;

namespace Tabletop.Exercises;

/// <summary>Lets the clock run, out of the lobby.</summary>
public sealed record Start(Caller Caller, string Exercise) : ExerciseRequest(Caller, Exercise)
{
    internal override Access Access => new Access.ClockHolderOf(Exercise);
}

sealed class StartHandler(ExerciseGrains grains) : IRequestHandler<Start, Result<Accepted>>
{
    public Task<Result<Accepted>> Handle(Start request, CancellationToken cancellationToken) =>
        grains.Submit(request, new Command.Start { Id = request.CommandId });
}
