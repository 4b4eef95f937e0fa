using MediatR;
using Tabletop.Engine;

namespace Tabletop.Exercises;

/// <summary>Takes a correction of a team's score back by the opposite one.</summary>
/// <param name="Correction">Its id.</param>
public sealed record UndoCorrection(Caller Caller, string Exercise, string Team, string Correction) : ExerciseRequest(Caller, Exercise)
{
    internal override Access Access => new Access.Facilitator();

    internal override Phrase? Fault => base.Fault ?? Limits.Id(Team, "team id") ?? Limits.Id(Correction, "correction id");
}

sealed class UndoCorrectionHandler(ExerciseGrains grains) : IRequestHandler<UndoCorrection, Result<Accepted>>
{
    public Task<Result<Accepted>> Handle(UndoCorrection request, CancellationToken cancellationToken) =>
        grains.Submit(request, new Command.UndoCorrection("corrected-" + request.CommandId, request.Team, request.Correction) { Id = request.CommandId });
}
