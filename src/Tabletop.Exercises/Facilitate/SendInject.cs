using MediatR;
using Tabletop.Engine;

namespace Tabletop.Exercises;

/// <summary>Sends an inject of the scenario now, to one team or to all that don't have it yet.</summary>
public sealed record SendInject(Caller Caller, string Exercise, string Inject, string? Team = null) : ExerciseRequest(Caller, Exercise)
{
    internal override Access Access => new Access.Facilitator();

    internal override Phrase? Fault => base.Fault ?? Limits.Id(Inject, "inject id") ?? Limits.OptionalId(Team, "team id");
}

sealed class SendInjectHandler(ExerciseGrains grains) : IRequestHandler<SendInject, Result<Accepted>>
{
    public Task<Result<Accepted>> Handle(SendInject request, CancellationToken cancellationToken) =>
        grains.Submit(request, new Command.SendInject(request.Inject, request.Team) { Id = request.CommandId });
}
