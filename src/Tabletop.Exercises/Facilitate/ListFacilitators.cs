using System.Collections.Immutable;
using MediatR;
using Tabletop.Engine;

namespace Tabletop.Exercises;

/// <summary>Every facilitator of this server who has said a name, in order of name.</summary>
public sealed record ListFacilitators(Caller Caller) : Request<ImmutableArray<Facilitator>>(Caller)
{
    internal override Access Access => new Access.Facilitator();
}

sealed class ListFacilitatorsHandler(Facilitators facilitators) : IRequestHandler<ListFacilitators, Result<ImmutableArray<Facilitator>>>
{
    public Task<Result<ImmutableArray<Facilitator>>> Handle(ListFacilitators request, CancellationToken cancellationToken) =>
        Task.FromResult<Result<ImmutableArray<Facilitator>>>(facilitators.All);
}
