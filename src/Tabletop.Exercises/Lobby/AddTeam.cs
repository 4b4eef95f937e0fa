using MediatR;
using Tabletop.Engine;

namespace Tabletop.Exercises;

/// <summary>Adds an empty team that people can join.</summary>
public sealed record AddTeam(Caller Caller, string Exercise, string Name) : ExerciseRequest(Caller, Exercise)
{
    public string Name { get; } = Limits.OneLine(Name);

    internal override Access Access => new Access.Facilitator();

    internal override Phrase? Fault => base.Fault ?? Limits.Between(Name, 1, Limits.Name, "a name");
}

sealed class AddTeamHandler(ExerciseGrains grains) : IRequestHandler<AddTeam, Result<Accepted>>
{
    public Task<Result<Accepted>> Handle(AddTeam request, CancellationToken cancellationToken) =>
        grains.Submit(request, new Command.AddTeam(Ids.Short("team-"), request.Name) { Id = request.CommandId });
}
