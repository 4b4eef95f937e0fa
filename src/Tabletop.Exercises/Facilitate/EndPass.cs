using MediatR;
using Tabletop.Engine;

namespace Tabletop.Exercises;

/// <summary>Ends a pass at once, on pages that are open too.</summary>
public sealed record EndPass(Caller Caller, string Exercise, string Pass) : ExerciseRequest(Caller, Exercise)
{
    internal override Access Access => new Access.Facilitator();

    internal override Phrase? Fault => base.Fault ?? Limits.Id(Pass, "pass id");
}

sealed class EndPassHandler(ExerciseGrains grains) : IRequestHandler<EndPass, Result<Accepted>>
{
    public Task<Result<Accepted>> Handle(EndPass request, CancellationToken cancellationToken) =>
        grains.Submit(request, new Command.EndPass(request.Pass) { Id = request.CommandId });
}
