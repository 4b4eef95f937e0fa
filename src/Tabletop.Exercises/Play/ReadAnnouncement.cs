using MediatR;
using Tabletop.Engine;

namespace Tabletop.Exercises;

/// <summary>Puts an announcement away for the caller.</summary>
public sealed record ReadAnnouncement(Caller Caller, string Exercise, string Announcement)
    : ExerciseRequest(Caller, Exercise)
{
    internal override Access Access => new Access.ParticipantOf(Exercise);

    internal override Phrase? Fault => base.Fault
        ?? Limits.Id(Announcement, "announcement id");
}

sealed class ReadAnnouncementHandler(ExerciseGrains grains, Tickets tickets) : IRequestHandler<ReadAnnouncement, Result<Accepted>>
{
    public Task<Result<Accepted>> Handle(ReadAnnouncement request, CancellationToken cancellationToken)
    {
        var person = tickets.Of(request.Caller, request.Exercise).Person;
        return grains.Submit(request.Exercise, new Command.ReadAnnouncement(person, request.Announcement) { Id = request.IdOf(person) });
    }
}
