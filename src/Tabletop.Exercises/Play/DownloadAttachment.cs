using MediatR;
using Tabletop.Engine;

namespace Tabletop.Exercises;

/// <summary>What is in a file that came with an inject, for somebody who has that inject.</summary>
/// <param name="Name">As <see cref="Attachment.Name"/>.</param>
public sealed record DownloadAttachment(Caller Caller, string Exercise, string Inject, string Name) : Request<Attachment>(Caller)
{
    internal override Access Access => new Access.ParticipantOf(Exercise);

    internal override Phrase? Fault => Limits.Id(Inject, "inject id") ?? Limits.Between(Name, 1, 200, "a file name");
}

sealed class DownloadAttachmentHandler(ExerciseFeed feed, Tickets tickets) : IRequestHandler<DownloadAttachment, Result<Attachment>>
{
    // The same whether there is no such file or it has not come: the difference would tell what is to come.
    static readonly Refusal NotThere = new(RefusalCode.NotYours, "There is no such file in your inbox.");

    public async Task<Result<Attachment>> Handle(DownloadAttachment request, CancellationToken cancellationToken)
    {
        var read = await feed.Read(request.Exercise);
        if (!read.Ok)
            return read.Refusal;

        var state = read.Value;
        if (!state.People.TryGetValue(tickets.Of(request.Caller, request.Exercise).Person, out var person)
            || state.FindTeam(person.Team)!.Inbox.All(item => item.Inject != request.Inject)
            || state.FindInject(request.Inject) is not { } inject || !state.IsFor(inject, person)
            || inject.Attachments.FirstOrDefault(file => file.Name == request.Name) is not { } file)
        {
            return NotThere;
        }

        return file;
    }
}
