using System.Collections.Immutable;
using MediatR;
using Tabletop.Engine;

namespace Tabletop.Exercises;

/// <summary>
/// Takes a seat in an existing team, or in a new one. Somebody who already has a seat keeps it, with the new name and role.
/// </summary>
/// <param name="Team">Id of an existing team; null when <paramref name="NewTeam"/> is given.</param>
/// <param name="NewTeam">Name of a team to add.</param>
/// <param name="Role">Id of a role of the scenario.</param>
public sealed record JoinExercise(Caller Caller, string Code, string? Team, string? NewTeam, string Name, string Role)
    : Request<JoinedExercise>(Caller)
{
    public string? NewTeam { get; } = string.IsNullOrWhiteSpace(NewTeam) ? null : Limits.OneLine(NewTeam);
    public string Name { get; } = Limits.OneLine(Name);

    internal override Access Access => new Access.Anyone();

    internal override Phrase? Fault => Limits.Between(Name, 1, Limits.Name, "a name")
        ?? Limits.Id(Role, "role id")
        ?? (NewTeam is null ? Limits.Id(Team, "team id") : Limits.Between(NewTeam, 1, Limits.Name, "a name"));
}

/// <param name="Ticket">Sealed; shown with everything that the person does.</param>
public sealed record JoinedExercise(string Exercise, string Team, string Person, string Ticket);

sealed class JoinExerciseHandler(CodeLookup lookup, ExerciseFeed feed, ExerciseGrains grains, Tickets tickets, Doors doors)
    : IRequestHandler<JoinExercise, Result<JoinedExercise>>
{
    public async Task<Result<JoinedExercise>> Handle(JoinExercise request, CancellationToken cancellationToken)
    {
        var found = lookup.Find(request.Code, request.Caller);
        if (!found.Ok)
            return found.Refusal;

        var exercise = found.Value.Id;
        var read = await feed.Read(exercise);
        if (!read.Ok)
            return read.Refusal;

        ImmutableArray<Command> before = [];
        var team = request.Team ?? "";
        if (read.Value.Mode == ExerciseMode.Door)
        {
            var entered = await doors.Enter(read.Value, request);
            if (!entered.Ok)
                return entered.Refusal;

            (exercise, team) = entered.Value;
            read = await feed.Read(exercise);
            if (!read.Ok)
                return read.Refusal;
        }
        else if (request.NewTeam is { } name)
        {
            team = Ids.Short("team-");
            before = [new Command.AddTeam(team, name) { Id = Ids.New() }];
        }

        // Who has taken the seat along to another device has none here.
        var held = tickets.Open(request.Caller.TicketFor(exercise), exercise);
        var seat = held is not null && Viewer.Of(held, read.Value) is not null ? held : new(exercise, "", Ids.Short("p"));
        var answer = await grains.Submit(exercise, [.. before, new Command.Join(seat.Person, request.Name, team, request.Role) { Id = Ids.New() }]);
        return answer.Ok
            ? new JoinedExercise(exercise, team, seat.Person, tickets.Seal(seat with { Team = team }))
            : answer.Refusal;
    }
}
