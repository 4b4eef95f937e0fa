using MediatR;
using Tabletop.Engine;

namespace Tabletop.Exercises;

/// <summary>Rates a team on one point of the evaluation guide.</summary>
/// <param name="Rating">Null takes the caller's rating back.</param>
public sealed record Rate(Caller Caller, string Exercise, string Team, string Objective, Rating? Rating, string Comment) : ExerciseRequest(Caller, Exercise)
{
    public string Comment { get; } = Limits.Lines(Comment);

    internal override Access Access => new Access.EvaluatorOf(Exercise);

    internal override Phrase? Fault => base.Fault
        ?? (Rating is { } rating && !Enum.IsDefined(rating) ? (Phrase)"There is no such rating." : null)
        ?? Limits.Between(Comment, 0, Limits.Reason, "a comment")
        ?? Limits.Id(Team, "team id")
        ?? Limits.Id(Objective, "objective id");
}

sealed class RateHandler(ExerciseGrains grains, Passes passes) : IRequestHandler<Rate, Result<Accepted>>
{
    public Task<Result<Accepted>> Handle(Rate request, CancellationToken cancellationToken)
    {
        var by = passes.IdOf(request.Caller, request.Exercise);
        return grains.Submit(request, new Command.Rate(by, request.Team, request.Objective, request.Rating, request.Comment) { Id = Evaluators.CommandOf(by, request) });
    }
}
