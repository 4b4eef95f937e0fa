using System.Collections.Immutable;
using MediatR;
using Tabletop.Engine;

namespace Tabletop.Exercises;

/// <summary>Says what a list of people would do, and what is wrong in it. Nothing is changed.</summary>
public sealed record CheckRoster(Caller Caller, string Exercise, string Text) : Request<RosterCheck>(Caller)
{
    internal override Access Access => new Access.FacilitatorOf(Exercise);
}

/// <summary>Expects the people of a list, in place of those who were expected before; all of it or nothing.</summary>
public sealed record SetRoster(Caller Caller, string Exercise, string Text) : ExerciseRequest(Caller, Exercise)
{
    internal override Access Access => new Access.Facilitator();
}

/// <summary>Puts back the roster before the one that was set last.</summary>
public sealed record UndoRoster(Caller Caller, string Exercise) : ExerciseRequest(Caller, Exercise)
{
    internal override Access Access => new Access.Facilitator();
}

sealed class CheckRosterHandler(ExerciseFeed feed) : IRequestHandler<CheckRoster, Result<RosterCheck>>
{
    public async Task<Result<RosterCheck>> Handle(CheckRoster request, CancellationToken cancellationToken)
    {
        var read = await feed.Read(request.Exercise);
        return read.Ok ? RosterReader.Read(request.Text, read.Value) : read.Refusal;
    }
}

sealed class SetRosterHandler(ExerciseFeed feed, ExerciseGrains grains, Doors doors) : IRequestHandler<SetRoster, Result<Accepted>>
{
    public async Task<Result<Accepted>> Handle(SetRoster request, CancellationToken cancellationToken)
    {
        var read = await feed.Read(request.Exercise);
        if (!read.Ok)
            return read.Refusal;

        var exercise = read.Value;
        var check = RosterReader.Read(request.Text, exercise);
        if (!check.Ok)
            return new Refusal(RefusalCode.BadValue, "The list has faults; nothing was changed. Look at it again.");

        ImmutableArray<Command.AddTeam> added = [.. check.NewTeams.Select(name => new Command.AddTeam(Ids.Short("team-"), name) { Id = Ids.New() })];
        var teams = exercise.Teams.Select(team => (team.Id, team.Name)).Concat(added.Select(add => (Id: add.Team, add.Name)))
            .ToDictionary(team => team.Name, team => team.Id, StringComparer.OrdinalIgnoreCase);
        var entries = Entries(check, teams, exercise, await doors.SeatsOf(exercise));
        if (exercise.Mode != ExerciseMode.Door)
            return await grains.Submit(request, [.. added, new Command.SetRoster(entries, [.. added.Select(add => add.Team)]) { Id = request.CommandId }]);

        foreach (var add in added)
        {
            if (await doors.Open(exercise, add.Team, add.Name) is { } refusal)
                return refusal;
        }

        return await grains.Submit(request, new Command.SetRoster(entries, []) { Id = request.CommandId });
    }

    // Who was expected before keeps the line, and with it the link: in another team or role too, unless the seat is taken.
    static ImmutableArray<RosterEntry> Entries(RosterCheck check, Dictionary<string, string> teams, Exercise exercise, Func<RosterEntry, Person?> personOf)
    {
        var before = exercise.Roster.ToDictionary(entry => entry.Name, StringComparer.OrdinalIgnoreCase);
        return
        [
            .. check.Lines.Select(line =>
            {
                var fresh = new RosterEntry(Ids.Short("r"), line.Name, teams[line.Team], line.RoleId);
                return before.TryGetValue(line.Name, out var old) && (old.Team == fresh.Team || personOf(old) is null)
                    ? fresh with { Id = old.Id, Link = old.Link }
                    : fresh;
            }),
        ];
    }
}

sealed class UndoRosterHandler(ExerciseGrains grains) : IRequestHandler<UndoRoster, Result<Accepted>>
{
    public Task<Result<Accepted>> Handle(UndoRoster request, CancellationToken cancellationToken) =>
        grains.Submit(request, new Command.UndoRoster { Id = request.CommandId });
}
