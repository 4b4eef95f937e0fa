using MediatR;
using Tabletop.Engine;

namespace Tabletop.Exercises;

/// <summary>Gives points to a team or takes them.</summary>
/// <param name="Dimension">Null: overall.</param>
/// <param name="Points">Not 0; -100 to 100.</param>
public sealed record CorrectScore(Caller Caller, string Exercise, string Team, Dimension? Dimension, decimal Points, string Reason) : ExerciseRequest(Caller, Exercise)
{
    public string Reason { get; } = Limits.OneLine(Reason);

    internal override Access Access => new Access.Facilitator();

    internal override Phrase? Fault => base.Fault
        ?? Limits.Id(Team, "team id")
        ?? (Dimension is not { } dimension || Enum.IsDefined(dimension) ? null : (Phrase)"There is no such dimension.")
        ?? Limits.Between(Reason, 1, Limits.Hint, "a reason");
}

sealed class CorrectScoreHandler(ExerciseGrains grains) : IRequestHandler<CorrectScore, Result<Accepted>>
{
    public Task<Result<Accepted>> Handle(CorrectScore request, CancellationToken cancellationToken) =>
        grains.Submit(request, new Command.CorrectScore("corrected-" + request.CommandId, request.Team, request.Dimension, request.Points, request.Reason)
        {
            Id = request.CommandId,
        });
}
