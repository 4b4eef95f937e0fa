using MediatR;
using Tabletop.Engine;

namespace Tabletop.Exercises;

/// <summary>Gives the phase that runs, or the rest of the exercise, more time.</summary>
/// <param name="Phase">Id of the phase that runs; null: the rest of the exercise.</param>
/// <param name="Minutes">1 to <see cref="Engine.Exercise.MaxExtension"/> of exercise time.</param>
public sealed record Extend(Caller Caller, string Exercise, string? Phase, int Minutes) : ExerciseRequest(Caller, Exercise)
{
    internal override Access Access => new Access.Facilitator();

    internal override Phrase? Fault => base.Fault ?? Limits.OptionalId(Phase, "phase id");
}

sealed class ExtendHandler(ExerciseGrains grains) : IRequestHandler<Extend, Result<Accepted>>
{
    public Task<Result<Accepted>> Handle(Extend request, CancellationToken cancellationToken) =>
        grains.Submit(request, new Command.Extend($"extension-{request.CommandId}", request.Phase, request.Minutes) { Id = request.CommandId });
}
