using MediatR;
using Tabletop.Engine;

namespace Tabletop.Exercises;

/// <summary>Takes an inject back from one team or from all; those who have it read why.</summary>
/// <param name="Says">Markdown.</param>
public sealed record RecallInject(Caller Caller, string Exercise, string Inject, string? Team, string Says) : ExerciseRequest(Caller, Exercise)
{
    public string Says { get; } = Limits.Lines(Says);

    internal override Access Access => new Access.Facilitator();

    internal override Phrase? Fault => base.Fault
        ?? Limits.Id(Inject, "inject id")
        ?? Limits.OptionalId(Team, "team id")
        ?? Limits.Between(Says, 1, Limits.Reason, "a correction");
}

sealed class RecallInjectHandler(ExerciseGrains grains) : IRequestHandler<RecallInject, Result<Accepted>>
{
    public Task<Result<Accepted>> Handle(RecallInject request, CancellationToken cancellationToken) =>
        grains.Submit(request, new Command.RecallInject(request.Inject, request.Team, request.Says) { Id = request.CommandId });
}
