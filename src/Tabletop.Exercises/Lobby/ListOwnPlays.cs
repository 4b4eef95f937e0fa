using System.Collections.Immutable;
using MediatR;
using Tabletop.Engine;

namespace Tabletop.Exercises;

/// <summary>
/// Exercises of the same scenario in which whoever hosts one has a seat, and that are not over: what other teams reach would
/// give away what comes.
/// </summary>
public sealed record ListOwnPlays(Caller Caller, string Exercise) : Request<ImmutableArray<ExerciseEntry>>(Caller)
{
    internal override Access Access => new Access.FacilitatorOf(Exercise);
}

sealed class ListOwnPlaysHandler(EventStore store, ExerciseFeed feed, Tickets tickets) : IRequestHandler<ListOwnPlays, Result<ImmutableArray<ExerciseEntry>>>
{
    public async Task<Result<ImmutableArray<ExerciseEntry>>> Handle(ListOwnPlays request, CancellationToken cancellationToken)
    {
        var hosted = store.Find(request.Exercise);
        var own = ImmutableArray.CreateBuilder<ExerciseEntry>();
        foreach (var id in request.Caller.Tickets.Keys)
        {
            if (tickets.Open(request.Caller.TicketFor(id), id) is { } held
                && store.Find(id) is { } entry && entry.Scenario == hosted?.Scenario
                && entry.Lifecycle is Lifecycle.Lobby or Lifecycle.Running or Lifecycle.Paused
                && (await feed.Read(id)).Value is { } played && Viewer.Of(held, played) is not null)
                own.Add(entry);
        }

        return own.ToImmutable();
    }
}
