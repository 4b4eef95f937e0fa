using MediatR;
using Tabletop.Engine;

namespace Tabletop.Exercises;

/// <summary>Says what other authors see of the caller: who has a scenario open, who saved it.</summary>
public sealed record NameAuthor(Caller Caller, string Name) : Request<string>(Caller)
{
    public string Name { get; } = Limits.OneLine(Name);

    internal override Access Access => new Access.Facilitator();

    internal override Phrase? Fault => Limits.Between(Name, 1, Limits.Name, "a name");
}

sealed class NameAuthorHandler(AuthoringStore store) : IRequestHandler<NameAuthor, Result<string>>
{
    public Task<Result<string>> Handle(NameAuthor request, CancellationToken cancellationToken)
    {
        store.Name(request.Caller.Person, request.Name);
        return Task.FromResult<Result<string>>(request.Name);
    }
}
