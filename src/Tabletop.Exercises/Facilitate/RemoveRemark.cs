using MediatR;
using Tabletop.Engine;

namespace Tabletop.Exercises;

/// <summary>Removes a facilitator's remark.</summary>
public sealed record RemoveRemark(Caller Caller, string Exercise, string Remark) : ExerciseRequest(Caller, Exercise)
{
    internal override Access Access => new Access.Facilitator();

    internal override Phrase? Fault => base.Fault ?? Limits.Id(Remark, "note id");
}

sealed class RemoveRemarkHandler(ExerciseGrains grains) : IRequestHandler<RemoveRemark, Result<Accepted>>
{
    public Task<Result<Accepted>> Handle(RemoveRemark request, CancellationToken cancellationToken) =>
        grains.Submit(request, new Command.RemoveRemark(request.Remark) { Id = request.CommandId });
}
