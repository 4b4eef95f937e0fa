using System.Collections.Immutable;
using Tabletop.Engine;

namespace Tabletop.Exercises;

/// <summary>Leads each team that comes through a door to an exercise of its own.</summary>
sealed class Doors(ExerciseGrains grains, ExerciseFeed feed, EventStore store, Tickets tickets)
{
    /// <summary>Id of the exercise in which a team of a door plays.</summary>
    internal static string ExerciseOf(string door, string team) => $"{door}-{team}";

    /// <summary>The exercises of a door that have been opened, in the order of its teams.</summary>
    public async Task<ImmutableArray<Exercise>> Opened(Exercise door)
    {
        var opened = ImmutableArray.CreateBuilder<Exercise>();
        foreach (var team in door.Teams)
        {
            if ((await feed.Read(ExerciseOf(door.Id, team.Id))).Value is { } exercise)
                opened.Add(exercise);
        }

        return opened.ToImmutable();
    }

    /// <summary>Who sits in the seat of a line of the roster: where teams play by themselves, in the exercise of the line's team.</summary>
    public async Task<Func<RosterEntry, Person?>> SeatsOf(Exercise exercise)
    {
        if (exercise.Mode != ExerciseMode.Door)
            return exercise.PersonOf;

        var opened = (await Opened(exercise)).ToDictionary(played => played.Teams[0].Id, StringComparer.Ordinal);
        return entry => opened.GetValueOrDefault(entry.Team)?.PersonOf(entry);
    }

    /// <summary>The caller's seat behind a door, in a team that still plays; null when there is none.</summary>
    public async Task<(Exercise Exercise, Ticket Ticket)?> OwnSeat(Exercise door, Caller caller)
    {
        foreach (var played in await Opened(door))
        {
            if (HeldIn(played, caller) is { } held)
                return (played, held);
        }

        return null;
    }

    /// <summary>The caller's seat in an exercise that is still played, or null.</summary>
    public Ticket? HeldIn(Exercise played, Caller caller) =>
        played.Lifecycle is Lifecycle.Lobby or Lifecycle.Running or Lifecycle.Paused
        && tickets.Open(caller.TicketFor(played.Id), played.Id) is { } held
        && Viewer.Of(held, played) is not null
            ? held
            : null;

    /// <summary>The exercise that somebody who joins by a door's code gets to: a new team's, or that of one which is there.</summary>
    /// <returns>Its id and its team's.</returns>
    public async Task<Result<(string Exercise, string Team)>> Enter(Exercise door, JoinExercise join)
    {
        if (door.Lifecycle != Lifecycle.Lobby)
            return Closed;

        if (await OwnSeat(door, join.Caller) is var (played, _) && played.Teams[0].Id != join.Team)
            return new Refusal((int)RejectionCode.OtherTeam, $"You already sit in team {played.Teams[0].Name}. Leave it first, then join another.");

        if (join.NewTeam is not { } name)
        {
            return door.FindTeam(join.Team) is { } there
                ? (ExerciseOf(door.Id, there.Id), there.Id)
                : new Refusal((int)RejectionCode.UnknownTeam, "That team is not in this exercise. Choose one from the list.");
        }

        var team = Ids.Short("team-");
        return await Open(door, team, name) is { } refusal ? refusal : (ExerciseOf(door.Id, team), team);
    }

    internal static readonly Refusal Closed = new((int)RejectionCode.NotNow, "This exercise is closed; nobody can join any more.");

    /// <summary>Adds a team, with the exercise in which it plays.</summary>
    /// <returns>Why it can't be, or null.</returns>
    // Its exercise is there before anybody is told of the team: who follows the door follows it at once.
    public async Task<Refusal?> Open(Exercise door, string team, string name)
    {
        var add = new Command.AddTeam(team, name) { Id = Ids.New() };
        if (door.Decide(add, door.Clock.AnchorAt).Rejection is { } rejection)
            return rejection;

        var first = (Event.Opened)store.Read(door.Id, after: 0)[0];
        var opened = await grains.Begin(
            code => first with
            {
                Exercise = ExerciseOf(door.Id, team),
                Code = code,
                Mode = ExerciseMode.Alone,
                Door = door.Id,
            },
            [new Command.AddTeam(team, name) { Id = Ids.New() }]);
        return opened.Refusal ?? (await grains.Submit(door.Id, add)).Refusal;
    }
}
