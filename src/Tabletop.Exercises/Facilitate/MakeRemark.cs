using MediatR;
using Tabletop.Engine;

namespace Tabletop.Exercises;

/// <summary>Writes something down for facilitators only.</summary>
/// <param name="About">Id of the team that it is about, or null.</param>
public sealed record MakeRemark(Caller Caller, string Exercise, string Text, string? About = null) : ExerciseRequest(Caller, Exercise)
{
    public string Text { get; } = Limits.Lines(Text);

    internal override Access Access => new Access.Facilitator();

    internal override Phrase? Fault => base.Fault
        ?? Limits.Between(Text, 1, Limits.Reason, "a note")
        ?? Limits.OptionalId(About, "team id");
}

sealed class MakeRemarkHandler(ExerciseGrains grains) : IRequestHandler<MakeRemark, Result<Accepted>>
{
    public Task<Result<Accepted>> Handle(MakeRemark request, CancellationToken cancellationToken) =>
        grains.Submit(request, new Command.MakeRemark("remark-" + request.CommandId, request.Text, request.About) { Id = request.CommandId });
}
