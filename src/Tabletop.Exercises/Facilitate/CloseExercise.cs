using MediatR;
using Tabletop.Engine;

namespace Tabletop.Exercises;

/// <summary>Ends the debrief: the exercise can only be read from now on.</summary>
public sealed record CloseExercise(Caller Caller, string Exercise) : ExerciseRequest(Caller, Exercise)
{
    internal override Access Access => new Access.Facilitator();
}

sealed class CloseExerciseHandler(ExerciseGrains grains) : IRequestHandler<CloseExercise, Result<Accepted>>
{
    public Task<Result<Accepted>> Handle(CloseExercise request, CancellationToken cancellationToken) =>
        grains.Submit(request, new Command.Close { Id = request.CommandId });
}
