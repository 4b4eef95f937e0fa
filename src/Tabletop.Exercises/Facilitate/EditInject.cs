using System.Collections.Immutable;
using MediatR;
using Tabletop.Engine;

namespace Tabletop.Exercises;

/// <summary>Changes what an inject says before anybody has it.</summary>
/// <param name="Body">Markdown.</param>
/// <param name="To">Role ids; empty: the whole team.</param>
public sealed record EditInject(
    Caller Caller, string Exercise, string Inject, Channel Channel, string From, string Title, string Body, ImmutableArray<string> To)
    : ExerciseRequest(Caller, Exercise)
{
    public string From { get; } = Limits.OneLine(From);
    public string Title { get; } = Limits.OneLine(Title);
    public string Body { get; } = Limits.Lines(Body);
    public ImmutableArray<string> To { get; } = To.IsDefault ? [] : To;

    internal override Access Access => new Access.Facilitator();

    internal override Phrase? Fault => base.Fault
        ?? Limits.Id(Inject, "inject id")
        ?? WriteInject.FaultOf(Channel, From, Title, Body, To);
}

sealed class EditInjectHandler(ExerciseGrains grains) : IRequestHandler<EditInject, Result<Accepted>>
{
    public Task<Result<Accepted>> Handle(EditInject request, CancellationToken cancellationToken) =>
        grains.Submit(request, new Command.EditInject(request.Inject, request.Channel, request.From, request.Title, request.Body, request.To) { Id = request.CommandId });
}
