using MediatR;
using Tabletop.Engine;

namespace Tabletop.Exercises;

/// <summary>Lets somebody watch: one team or all, or the wall.</summary>
public sealed record GivePass(Caller Caller, string Exercise, PassKind Kind, string Name, string? Team = null) : ExerciseRequest(Caller, Exercise)
{
    public string Name { get; } = Limits.OneLine(Name);

    internal override Access Access => new Access.Facilitator();

    internal override Phrase? Fault => base.Fault
        ?? (Enum.IsDefined(Kind) ? null : (Phrase)"There is no such pass.")
        ?? Limits.Between(Name, 1, Limits.Name, "a name")
        ?? Limits.OptionalId(Team, "team id");
}

sealed class GivePassHandler(ExerciseGrains grains) : IRequestHandler<GivePass, Result<Accepted>>
{
    public Task<Result<Accepted>> Handle(GivePass request, CancellationToken cancellationToken) =>
        grains.Submit(request, new Command.GivePass("pass-" + request.CommandId, request.Kind, request.Name, request.Team) { Id = request.CommandId });
}
