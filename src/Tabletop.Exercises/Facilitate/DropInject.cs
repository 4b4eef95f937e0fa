using MediatR;
using Tabletop.Engine;

namespace Tabletop.Exercises;

/// <summary>Takes an inject that was written ahead out of the plan, or puts it back.</summary>
public sealed record DropInject(Caller Caller, string Exercise, string Inject, bool Dropped) : ExerciseRequest(Caller, Exercise)
{
    internal override Access Access => new Access.Facilitator();

    internal override Phrase? Fault => base.Fault ?? Limits.Id(Inject, "inject id");
}

sealed class DropInjectHandler(ExerciseGrains grains) : IRequestHandler<DropInject, Result<Accepted>>
{
    public Task<Result<Accepted>> Handle(DropInject request, CancellationToken cancellationToken) =>
        grains.Submit(request, new Command.DropInject(request.Inject, request.Dropped) { Id = request.CommandId });
}
