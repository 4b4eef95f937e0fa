using System.Collections.Immutable;
using MediatR;
using Tabletop.Engine;

namespace Tabletop.Exercises;

/// <summary>Every facilitator of this server who has said a name, in order of name.</summary>
public sealed record ListFacilitators(Caller Caller) : Request<ImmutableArray<Actor>>(Caller)
{
    internal override Access Access => new Access.Facilitator();
}

sealed class ListFacilitatorsHandler(Facilitators facilitators) : IRequestHandler<ListFacilitators, Result<ImmutableArray<Actor>>>
{
    public Task<Result<ImmutableArray<Actor>>> Handle(ListFacilitators request, CancellationToken cancellationToken) =>
        Task.FromResult<Result<ImmutableArray<Actor>>>(facilitators.All);
}
