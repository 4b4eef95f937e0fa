using MediatR;
using Tabletop.Engine;

namespace Tabletop.Exercises;

/// <summary>Takes back an observation of one's own.</summary>
public sealed record RemoveObservation(Caller Caller, string Exercise, string Observation) : ExerciseRequest(Caller, Exercise)
{
    internal override Access Access => new Access.EvaluatorOf(Exercise);

    internal override Phrase? Fault => base.Fault ?? Limits.Id(Observation, "observation id", 2 * Limits.CommandId + 20);
}

sealed class RemoveObservationHandler(ExerciseGrains grains, Passes passes) : IRequestHandler<RemoveObservation, Result<Accepted>>
{
    public Task<Result<Accepted>> Handle(RemoveObservation request, CancellationToken cancellationToken)
    {
        var by = passes.IdOf(request.Caller, request.Exercise);
        return grains.Submit(request, new Command.RemoveObservation(by, request.Observation) { Id = Evaluators.CommandOf(by, request) });
    }
}
