using MediatR;
using Tabletop.Engine;

namespace Tabletop.Exercises;

/// <summary>Takes back the time that was given last.</summary>
public sealed record UndoExtension(Caller Caller, string Exercise, string Extension) : ExerciseRequest(Caller, Exercise)
{
    internal override Access Access => new Access.Facilitator();

    internal override Phrase? Fault => base.Fault ?? Limits.Id(Extension, "extension id");
}

sealed class UndoExtensionHandler(ExerciseGrains grains) : IRequestHandler<UndoExtension, Result<Accepted>>
{
    public Task<Result<Accepted>> Handle(UndoExtension request, CancellationToken cancellationToken) =>
        grains.Submit(request, new Command.UndoExtension(request.Extension) { Id = request.CommandId });
}
