using MediatR;
using Tabletop.Engine;

namespace Tabletop.Exercises;

/// <summary>Stops the clock for everybody; the reason is shown to all.</summary>
public sealed record Pause(Caller Caller, string Exercise, string Reason = "") : ExerciseRequest(Caller, Exercise)
{
    public string Reason { get; } = Limits.OneLine(Reason);

    internal override Access Access => new Access.ClockHolderOf(Exercise);

    internal override Phrase? Fault => base.Fault ?? Limits.Between(Reason, 0, Limits.Reason, "a reason");
}

sealed class PauseHandler(ExerciseGrains grains) : IRequestHandler<Pause, Result<Accepted>>
{
    public Task<Result<Accepted>> Handle(Pause request, CancellationToken cancellationToken) =>
        grains.Submit(request, new Command.Pause(request.Reason) { Id = request.CommandId });
}
