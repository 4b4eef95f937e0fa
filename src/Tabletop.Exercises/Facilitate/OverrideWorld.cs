using MediatR;
using Tabletop.Engine;

namespace Tabletop.Exercises;

/// <summary>Sets something of a team's world, or its attacker, to another state.</summary>
/// <param name="Subject">Id of what is set, as <see cref="OverrideKind"/> says; empty for the attacker.</param>
/// <param name="To">One of <see cref="Overrides.ChoicesOf"/>.</param>
public sealed record OverrideWorld(Caller Caller, string Exercise, string Team, OverrideKind What, string Subject, string To, string Reason)
    : ExerciseRequest(Caller, Exercise)
{
    public string Reason { get; } = Limits.OneLine(Reason);

    internal override Access Access => new Access.Facilitator();

    internal override Phrase? Fault => base.Fault
        ?? Limits.Id(Team, "team id")
        ?? (Enum.IsDefined(What) ? null : (Phrase)"Nothing of that kind can be set.")
        ?? (Subject.Length == 0 ? null : Limits.Id(Subject, "id of what is set"))
        ?? Limits.Id(To, "state")
        ?? Limits.Between(Reason, 1, Limits.Hint, "a reason");
}

sealed class OverrideWorldHandler(ExerciseGrains grains) : IRequestHandler<OverrideWorld, Result<Accepted>>
{
    public Task<Result<Accepted>> Handle(OverrideWorld request, CancellationToken cancellationToken) =>
        grains.Submit(request, new Command.Override(request.Team, request.What, request.Subject, request.To, request.Reason) { Id = request.CommandId });
}
