using MediatR;
using Tabletop.Engine;

namespace Tabletop.Exercises;

/// <summary>Lets a paused clock run on.</summary>
public sealed record Resume(Caller Caller, string Exercise) : ExerciseRequest(Caller, Exercise)
{
    internal override Access Access => new Access.ClockHolderOf(Exercise);
}

sealed class ResumeHandler(ExerciseGrains grains) : IRequestHandler<Resume, Result<Accepted>>
{
    public Task<Result<Accepted>> Handle(Resume request, CancellationToken cancellationToken) =>
        grains.Submit(request, new Command.Resume { Id = request.CommandId });
}
