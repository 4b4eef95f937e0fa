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

    /// <summary>Scenario time at which it comes; null: now.</summary>
    public DateTimeOffset? Due { get; init; }

    internal override Access Access => new Access.Facilitator();

    internal override Phrase? Fault => base.Fault
        ?? FaultOf(Channel, From, Title, Body, To)
        ?? Limits.OptionalId(Team, "team id");

    internal static Phrase? FaultOf(Channel channel, string from, string title, string body, ImmutableArray<string> to) =>
        (Enum.IsDefined(channel) ? null : (Phrase)"There is no such channel.")
        ?? Limits.Between(from, 1, Limits.Title, "a sender")
        ?? Limits.Between(title, 1, Limits.Title, "a title")
        ?? Limits.Between(body, 1, Limits.Body, "a body")
        ?? to.Select(role => Limits.Id(role, "role id")).FirstOrDefault(fault => fault is not null);
}

sealed class WriteInjectHandler(ExerciseGrains grains) : IRequestHandler<WriteInject, Result<Accepted>>
{
    public Task<Result<Accepted>> Handle(WriteInject request, CancellationToken cancellationToken) =>
        grains.Submit(request, new Command.WriteInject(
            "written-" + request.CommandId, request.Channel, request.From, request.Title, request.Body, request.To, request.Team)
        {
            Due = request.Due,
            Id = request.CommandId,
        });
}
