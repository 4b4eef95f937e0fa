using System.Collections.Immutable;
using MediatR;

namespace Tabletop.Exercises;

/// <summary>All exercises of this server, the newest first.</summary>
public sealed record ListExercises(Caller Caller) : Request<ImmutableArray<ExerciseEntry>>(Caller)
{
    internal override Access Access => new Access.Facilitator();
}

sealed class ListExercisesHandler(EventStore store) : IRequestHandler<ListExercises, Result<ImmutableArray<ExerciseEntry>>>
{
    public Task<Result<ImmutableArray<ExerciseEntry>>> Handle(ListExercises request, CancellationToken cancellationToken)
    {
        var (planned, rehearsals) = (store.ListPlanned(), store.ListRehearsals());
        return Task.FromResult<Result<ImmutableArray<ExerciseEntry>>>(
            store.ListExercises().Select(entry => entry with { Planned = planned.GetValueOrDefault(entry.Id), Rehearses = rehearsals.GetValueOrDefault(entry.Id) }).ToImmutableArray());
    }
}
