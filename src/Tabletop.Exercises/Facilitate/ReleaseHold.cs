using MediatR;
using Tabletop.Engine;

namespace Tabletop.Exercises;

/// <summary>Lets a held inject go; if it was due meanwhile, it comes now.</summary>
public sealed record ReleaseHold(Caller Caller, string Exercise, string Inject) : ExerciseRequest(Caller, Exercise)
{
    internal override Access Access => new Access.Facilitator();

    internal override Phrase? Fault => base.Fault ?? Limits.Id(Inject, "inject id");
}

sealed class ReleaseHoldHandler(ExerciseGrains grains) : IRequestHandler<ReleaseHold, Result<Accepted>>
{
    public Task<Result<Accepted>> Handle(ReleaseHold request, CancellationToken cancellationToken) =>
        grains.Submit(request, new Command.ReleaseHold(request.Inject) { Id = request.CommandId });
}
