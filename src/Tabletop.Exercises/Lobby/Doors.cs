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

    /// <summary>The exercise that somebody who joins by a door's code gets to: a new team's, or that of one which is there.</summary>
    /// <returns>Its id and its team's.</returns>
    public async Task<Result<(string Exercise, string Team)>> Enter(Exercise door, JoinExercise join)
    {
        if (door.Lifecycle != Lifecycle.Lobby)
            return new Refusal((int)RejectionCode.NotNow, "This exercise is closed; nobody can join any more.");

        foreach (var played in await Opened(door))
        {
            if (played.Teams.All(team => team.Id != join.Team)
                && tickets.Open(join.Caller.TicketFor(played.Id), played.Id) is { } held
                && Viewer.Of(held, played) is not null
                && played.Lifecycle is Lifecycle.Lobby or Lifecycle.Running or Lifecycle.Paused)
                return new Refusal((int)RejectionCode.OtherTeam, $"You already sit in team {played.Teams[0].Name}. Leave it first, then join another.");
        }

        if (join.NewTeam is not { } name)
        {
            return door.FindTeam(join.Team) is { } there
                ? (ExerciseOf(door.Id, there.Id), there.Id)
                : new Refusal((int)RejectionCode.UnknownTeam, "That team is not in this exercise. Choose one from the list.");
        }

        var team = Ids.Short("team-");
        return await Open(door, team, name) is { } refusal ? refusal : (ExerciseOf(door.Id, team), team);
    }

    // Its exercise is there before anybody is told of the team: who follows the door follows it at once.
    async Task<Refusal?> Open(Exercise door, string team, string name)
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
