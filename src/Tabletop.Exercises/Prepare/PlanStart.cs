using MediatR;
using Tabletop.Engine;

namespace Tabletop.Exercises;

/// <summary>Says when the exercise is to start; null takes it away.</summary>
/// <param name="ByItself">The clock starts then without anybody's doing.</param>
/// <param name="Zone">Name of the time zone in which it is said.</param>
public sealed record PlanStart(Caller Caller, string Exercise, DateTimeOffset? Starts, bool ByItself, string Zone) : ExerciseRequest(Caller, Exercise)
{
    internal override Access Access => new Access.Facilitator();

    internal override Phrase? Fault => base.Fault ?? Limits.Id(Zone, "time zone’s name");
}

sealed class PlanStartHandler(ExerciseGrains grains) : IRequestHandler<PlanStart, Result<Accepted>>
{
    public Task<Result<Accepted>> Handle(PlanStart request, CancellationToken cancellationToken) =>
        grains.Submit(request, new Command.PlanStart(request.Starts, request.ByItself, request.Zone) { Id = request.CommandId });
}
