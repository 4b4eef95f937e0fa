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

    /// <summary>Where the caller sits in it already, or null.</summary>
    public OwnSeat? Own { get; init; }
}

/// <param name="Exercise">Id of the exercise that is played: where each team plays by itself, the team's own.</param>
public sealed record OwnSeat(string Exercise, string Team, string Name);

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
        var opened = exercise.Mode == ExerciseMode.Door ? await doors.Opened(exercise) : [];
        return new FoundExercise(
            exercise.Id,
            exercise.Code,
            exercise.Title,
            exercise.Lifecycle,
            exercise.Mode == ExerciseMode.Door
                ? [.. opened.Select(played => FoundIn(played, played.Teams[0]) with { Alone = played.Lifecycle })]
                : [.. exercise.Teams.Select(team => FoundIn(exercise, team))],
            [.. exercise.Scenario.Roles])
        {
            Mode = exercise.Mode,
            Own = opened.Append(exercise).Select(played => OwnIn(played, request.Caller)).FirstOrDefault(own => own is not null),
        };
    }

    OwnSeat? OwnIn(Exercise played, Caller caller) =>
        doors.HeldIn(played, caller) is { } held && played.People[held.Person] is { } person
            ? new(played.Id, played.FindTeam(person.Team)!.Name, person.Name)
            : null;

    static FoundTeam FoundIn(Exercise exercise, Team team) => new(team.Id, team.Name, RolesHeld(exercise, team));

    static ImmutableArray<string> RolesHeld(Exercise exercise, Team team) =>
        [.. exercise.People.Values.Where(person => person.Team == team.Id).Select(person => person.Role)];
}
