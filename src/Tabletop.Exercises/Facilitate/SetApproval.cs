using MediatR;
using Tabletop.Engine;

namespace Tabletop.Exercises;

/// <summary>Says whether what cannot be taken back waits for a second facilitator.</summary>
public sealed record SetApproval(Caller Caller, string Exercise, bool On) : ExerciseRequest(Caller, Exercise)
{
    internal override Access Access => new Access.Facilitator();
}

sealed class SetApprovalHandler(ExerciseGrains grains) : IRequestHandler<SetApproval, Result<Accepted>>
{
    public Task<Result<Accepted>> Handle(SetApproval request, CancellationToken cancellationToken) =>
        grains.Submit(request, new Command.SetApproval(request.On) { Id = request.CommandId });
}
