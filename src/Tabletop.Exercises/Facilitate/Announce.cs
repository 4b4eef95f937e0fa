using MediatR;
using Tabletop.Engine;

namespace Tabletop.Exercises;

/// <summary>Says something to one team or to all, outside of the story. It replaces what was said before.</summary>
public sealed record Announce(Caller Caller, string Exercise, string Text, string? Team = null) : ExerciseRequest(Caller, Exercise)
{
    public string Text { get; } = Limits.OneLine(Text);

    internal override Access Access => new Access.Facilitator();

    internal override Phrase? Fault => base.Fault
        ?? Limits.Between(Text, 1, Limits.Announcement, "an announcement")
        ?? Limits.OptionalId(Team, "team id");
}

sealed class AnnounceHandler(ExerciseGrains grains) : IRequestHandler<Announce, Result<Accepted>>
{
    public Task<Result<Accepted>> Handle(Announce request, CancellationToken cancellationToken) =>
        grains.Submit(request, new Command.Announce("said-" + request.CommandId, request.Text, request.Team) { Id = request.CommandId });
}
