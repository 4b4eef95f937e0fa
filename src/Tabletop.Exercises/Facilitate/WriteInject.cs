using System.Collections.Immutable;
using MediatR;
using Tabletop.Engine;

namespace Tabletop.Exercises;

/// <summary>Sends an inject that the facilitator writes, to one team or to all.</summary>
/// <param name="Body">Markdown.</param>
/// <param name="To">Role ids; empty: the whole team.</param>
public sealed record WriteInject(
    Caller Caller, string Exercise, Channel Channel, string From, string Title, string Body, ImmutableArray<string> To, string? Team = null)
    : ExerciseRequest(Caller, Exercise)
{
    public string From { get; } = Limits.OneLine(From);
    public string Title { get; } = Limits.OneLine(Title);
    public string Body { get; } = Limits.Lines(Body);
    public ImmutableArray<string> To { get; } = To.IsDefault ? [] : To;

    internal override Access Access => new Access.Facilitator();

    internal override string? Fault => base.Fault
        ?? (Enum.IsDefined(Channel) ? null : "There is no such channel.")
        ?? Limits.Between(From, 1, Limits.Title, "a sender")
        ?? Limits.Between(Title, 1, Limits.Title, "a title")
        ?? Limits.Between(Body, 1, Limits.Body, "a body")
        ?? To.Select(role => Limits.Id(role, "role id")).FirstOrDefault(fault => fault is not null)
        ?? Limits.OptionalId(Team, "team id");
}

sealed class WriteInjectHandler(ExerciseGrains grains) : IRequestHandler<WriteInject, Result<Accepted>>
{
    public Task<Result<Accepted>> Handle(WriteInject request, CancellationToken cancellationToken) =>
        grains.Submit(request.Exercise, new Command.WriteInject(
            "written-" + request.CommandId, request.Channel, request.From, request.Title, request.Body, request.To, request.Team)
        {
            Id = request.CommandId,
        });
}
