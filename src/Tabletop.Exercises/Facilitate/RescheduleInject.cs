using MediatR;
using Tabletop.Engine;

namespace Tabletop.Exercises;

/// <summary>Sets when an inject comes to those who don't have it.</summary>
/// <param name="To">Scenario time; null: back to its own.</param>
public sealed record RescheduleInject(Caller Caller, string Exercise, string Inject, DateTimeOffset? To) : ExerciseRequest(Caller, Exercise)
{
    internal override Access Access => new Access.Facilitator();

    internal override Phrase? Fault => base.Fault ?? Limits.Id(Inject, "inject id");
}

sealed class RescheduleInjectHandler(ExerciseGrains grains) : IRequestHandler<RescheduleInject, Result<Accepted>>
{
    public Task<Result<Accepted>> Handle(RescheduleInject request, CancellationToken cancellationToken) =>
        grains.Submit(request, new Command.RescheduleInject(request.Inject, request.To) { Id = request.CommandId });
}
