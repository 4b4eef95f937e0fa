using System.Collections.Immutable;
using MediatR;
using Tabletop.Engine;

namespace Tabletop.Exercises;

/// <summary>What somebody who knows the code may know before joining.</summary>
public sealed record FindExercise(Caller Caller, string Code) : Request<FoundExercise>(Caller)
{
    internal override Access Access => new Access.Anyone();
}

/// <param name="Roles">All roles of the scenario, in its order.</param>
public sealed record FoundExercise(
    string Id, string Code, string Title, Lifecycle Lifecycle, ImmutableArray<FoundTeam> Teams, ImmutableArray<RoleSpec> Roles)
{
    public ExerciseMode Mode { get; init; }
}

/// <param name="RolesHeld">Ids, one for each person in the team.</param>
public sealed record FoundTeam(string Id, string Name, ImmutableArray<string> RolesHeld)
{
    /// <summary>Where it stands, when it plays by itself.</summary>
    public Lifecycle? Alone { get; init; }
}

sealed class FindExerciseHandler(CodeLookup lookup, ExerciseFeed feed, Doors doors) : IRequestHandler<FindExercise, Result<FoundExercise>>
{
    public async Task<Result<FoundExercise>> Handle(FindExercise request, CancellationToken cancellationToken)
    {
        var found = lookup.Find(request.Code, request.Caller);
        if (!found.Ok)
            return found.Refusal;

        var read = await feed.Read(found.Value.Id);
        if (!read.Ok)
            return read.Refusal;

        var exercise = read.Value;
        return new FoundExercise(
            exercise.Id,
            exercise.Code,
            exercise.Title,
            exercise.Lifecycle,
            exercise.Mode == ExerciseMode.Door
                ? [.. (await doors.Opened(exercise)).Select(played => FoundIn(played, played.Teams[0]) with { Alone = played.Lifecycle })]
                : [.. exercise.Teams.Select(team => FoundIn(exercise, team))],
            [.. exercise.Scenario.Roles])
        {
            Mode = exercise.Mode,
        };
    }

    static FoundTeam FoundIn(Exercise exercise, Team team) => new(team.Id, team.Name, RolesHeld(exercise, team));

    static ImmutableArray<string> RolesHeld(Exercise exercise, Team team) =>
        [.. exercise.People.Values.Where(person => person.Team == team.Id).Select(person => person.Role)];
}
