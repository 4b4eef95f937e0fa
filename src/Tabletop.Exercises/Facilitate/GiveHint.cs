using MediatR;
using Tabletop.Engine;

namespace Tabletop.Exercises;

/// <summary>Helps one team, or all that are there, at once.</summary>
/// <param name="Cost">Points that each pays for it, 0 to 100.</param>
public sealed record GiveHint(Caller Caller, string Exercise, string Text, decimal Cost = 0, string? Team = null) : ExerciseRequest(Caller, Exercise)
{
    public string Text { get; } = Limits.OneLine(Text);

    internal override Access Access => new Access.Facilitator();

    internal override Phrase? Fault => base.Fault
        ?? Limits.Between(Text, 1, Limits.Hint, "a hint")
        ?? Limits.OptionalId(Team, "team id");
}

sealed class GiveHintHandler(ExerciseGrains grains) : IRequestHandler<GiveHint, Result<Accepted>>
{
    public Task<Result<Accepted>> Handle(GiveHint request, CancellationToken cancellationToken) =>
        grains.Submit(request, new Command.GiveHint("hint-" + request.CommandId, request.Text, request.Cost, request.Team) { Id = request.CommandId });
}
