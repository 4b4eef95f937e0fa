using MediatR;
using Tabletop.Engine;

namespace Tabletop.Exercises;

/// <summary>Keeps an inject back until it is let go.</summary>
public sealed record HoldInject(Caller Caller, string Exercise, string Inject) : ExerciseRequest(Caller, Exercise)
{
    internal override Access Access => new Access.Facilitator();

    internal override Phrase? Fault => base.Fault ?? Limits.Id(Inject, "inject id");
}

sealed class HoldInjectHandler(ExerciseGrains grains) : IRequestHandler<HoldInject, Result<Accepted>>
{
    public Task<Result<Accepted>> Handle(HoldInject request, CancellationToken cancellationToken) =>
        grains.Submit(request, new Command.HoldInject(request.Inject) { Id = request.CommandId });
}
