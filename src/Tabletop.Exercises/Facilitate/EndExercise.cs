using MediatR;
using Tabletop.Engine;

namespace Tabletop.Exercises;

/// <summary>Ends the play; the debrief begins.</summary>
public sealed record EndExercise(Caller Caller, string Exercise) : ExerciseRequest(Caller, Exercise)
{
    internal override Access Access => new Access.ClockHolderOf(Exercise);
}

sealed class EndExerciseHandler(ExerciseGrains grains) : IRequestHandler<EndExercise, Result<Accepted>>
{
    public Task<Result<Accepted>> Handle(EndExercise request, CancellationToken cancellationToken) =>
        grains.Submit(request, new Command.End { Id = request.CommandId });
}
