using System.Collections.Immutable;
using MediatR;
using Tabletop.Engine;

namespace Tabletop.Exercises;

/// <summary>Writes down what an evaluator saw, with the moment at which it was sent.</summary>
/// <param name="Team">What it is about; null: the exercise.</param>
public sealed record Observe(Caller Caller, string Exercise, string? Team, string? Inject, string? Objective, string Text) : ExerciseRequest(Caller, Exercise)
{
    public string Text { get; } = Limits.Lines(Text);

    /// <summary>From <see cref="KeepObservedFile"/>.</summary>
    public ImmutableArray<ObservedFile> Files { get; init; } = [];

    internal override Access Access => new Access.EvaluatorOf(Exercise);

    internal override Phrase? Fault => base.Fault
        ?? Limits.Between(Text, 1, Limits.Reason, "an observation")
        ?? Limits.OptionalId(Team, "team id")
        ?? Limits.OptionalId(Inject, "inject id")
        ?? Limits.OptionalId(Objective, "objective id");
}

sealed class ObserveHandler(ExerciseGrains grains, EventStore store, Passes passes) : IRequestHandler<Observe, Result<Accepted>>
{
    public Task<Result<Accepted>> Handle(Observe request, CancellationToken cancellationToken)
    {
        if (request.Files.Any(file => !store.HasFile(request.Exercise, file.Id)))
            return Task.FromResult<Result<Accepted>>(new Refusal(RefusalCode.BadValue, "One of the files has not arrived. Choose it again."));

        var by = passes.IdOf(request.Caller, request.Exercise);
        var id = Evaluators.CommandOf(by, request);
        return grains.Submit(request, new Command.Observe(by, "seen-" + id, request.Team, request.Inject, request.Objective, request.Text) { Id = id, Files = request.Files });
    }
}
