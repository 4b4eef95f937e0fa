using MediatR;
using Tabletop.Engine;

namespace Tabletop.Exercises;

/// <summary>Takes an announcement down from every page that still shows it.</summary>
public sealed record EndAnnouncement(Caller Caller, string Exercise, string Announcement) : ExerciseRequest(Caller, Exercise)
{
    internal override Access Access => new Access.Facilitator();

    internal override Phrase? Fault => base.Fault ?? Limits.Id(Announcement, "announcement id");
}

sealed class EndAnnouncementHandler(ExerciseGrains grains) : IRequestHandler<EndAnnouncement, Result<Accepted>>
{
    public Task<Result<Accepted>> Handle(EndAnnouncement request, CancellationToken cancellationToken) =>
        grains.Submit(request, new Command.EndAnnouncement(request.Announcement) { Id = request.CommandId });
}
