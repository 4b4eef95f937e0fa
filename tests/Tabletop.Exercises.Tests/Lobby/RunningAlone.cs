using System.Collections.Immutable;
using Tabletop.Engine;
using Tabletop.Exercises.Views;

namespace Tabletop.Exercises.Tests;

/// <summary>An exercise without a facilitator: one code, and for each team an exercise of its own.</summary>
public sealed class RunningAlone(Server server) : IClassFixture<Server>
{
    [Fact]
    public async Task EachTeamThatJoinsPlaysInAnExerciseOfItsOwnAndOnItsOwnClock()
    {
        var door = await OpenAsync();
        var blue = await JoinAsync(door, null, "Blue", "Lea");
        var red = await JoinAsync(door, null, "Red", "Rob");
        Assert.NotEqual(blue.Exercise, red.Exercise);

        await server.AskAsync(new SayReady(blue.Caller, blue.Exercise, true));
        var (first, second) = (await server.StateOf(blue.Exercise), await server.StateOf(red.Exercise));
        Assert.Equal((Lifecycle.Running, Lifecycle.Lobby), (first.Lifecycle, second.Lifecycle));
        Assert.Equal((ExerciseMode.Alone, door.Exercise, "Blue"), (first.Mode, first.Door, Assert.Single(first.Teams).Name));

        await server.AskAsync(new SayReady(red.Caller, red.Exercise, true));
        await server.AskAsync(new Pause(blue.Caller, blue.Exercise, "Coffee"));
        Assert.Equal(Lifecycle.Paused, (await server.StateOf(blue.Exercise)).Lifecycle);
        Assert.Equal(Lifecycle.Running, (await server.StateOf(red.Exercise)).Lifecycle);

        await server.AskAsync(new EndExercise(blue.Caller, blue.Exercise));
        using var debrief = (await server.Feed.WatchDebrief(blue.Caller, blue.Exercise)).Value!;
        Assert.IsType<Viewer.Reviewer>(debrief.Next()!.Viewer);
        Assert.NotNull((await server.Feed.WatchDebrief(red.Caller, red.Exercise)).Refusal);
    }

    [Fact]
    public async Task ColleaguesFindTheirTeamByTheSameCode()
    {
        var door = await OpenAsync();
        var lea = await JoinAsync(door, null, "Blue", "Lea");
        var found = await server.AskAsync(new FindExercise(Caller.Nobody, door.Code));
        var team = Assert.Single(found.Teams);
        Assert.Equal(("Blue", Lifecycle.Lobby, ExerciseMode.Door), (team.Name, team.Alone, found.Mode));
        Assert.Equal(["lead"], team.RolesHeld);

        var sam = await JoinAsync(door, team.Id, null, "Sam");
        Assert.Equal(lea.Exercise, sam.Exercise);
        Assert.Equal(2, (await server.StateOf(lea.Exercise)).People.Count);

        var again = await server.AskAsync(new JoinExercise(lea.Caller, door.Code, team.Id, null, "Leah", "lead"));
        Assert.Equal(lea.Joined.Person, again.Person);
        Assert.Equal(2, (await server.StateOf(lea.Exercise)).People.Count);
    }

    [Fact]
    public async Task OnePersonInTwoTeamsAndTwoTeamsOfOneNameAreRefused()
    {
        var door = await OpenAsync();
        var lea = await JoinAsync(door, null, "Blue", "Lea");
        var second = await server.SendAsync(new JoinExercise(lea.Caller, door.Code, null, "Red", "Lea", "lead"));
        Assert.Equal((int)RejectionCode.OtherTeam, second.Refusal!.Code);
        var same = await server.SendAsync(new JoinExercise(Caller.Nobody, door.Code, null, "blue", "Rob", "lead"));
        Assert.Equal((int)RejectionCode.NameTaken, same.Refusal!.Code);
        var unknown = await server.SendAsync(new JoinExercise(Caller.Nobody, door.Code, "team-none", null, "Rob", "lead"));
        Assert.Equal((int)RejectionCode.UnknownTeam, unknown.Refusal!.Code);
        Assert.Single((await server.AskAsync(new FindExercise(Caller.Nobody, door.Code))).Teams);
    }

    [Fact]
    public async Task OneTeamHoldsNobodyElsesClockAndAClosedDoorLetsNobodyIn()
    {
        var door = await OpenAsync();
        var blue = await JoinAsync(door, null, "Blue", "Lea");
        var red = await JoinAsync(door, null, "Red", "Rob");
        Assert.True((await server.SendAsync(new Start(red.Caller, blue.Exercise))).Refusal!.Is(RefusalCode.NotYours));
        Assert.True((await server.SendAsync(new CloseExercise(blue.Caller, door.Exercise))).Refusal!.Is(RefusalCode.NotYours));

        await server.AskAsync(new CloseExercise(Caller.Facilitator, door.Exercise));
        var late = await server.SendAsync(new JoinExercise(Caller.Nobody, door.Code, blue.Joined.Team, null, "Sam", "soc"));
        Assert.Equal((int)RejectionCode.NotNow, late.Refusal!.Code);
        await server.AskAsync(new SayReady(blue.Caller, blue.Exercise, true));
        Assert.Equal(Lifecycle.Running, (await server.StateOf(blue.Exercise)).Lifecycle);
    }

    [Fact]
    public async Task WhoIsReadyMayStartWithoutWhoHasGoneAway()
    {
        var door = await OpenAsync();
        var blue = await JoinAsync(door, null, "Blue", "Lea");
        await JoinAsync(door, blue.Joined.Team, null, "Sam");
        await server.AskAsync(new SayReady(blue.Caller, blue.Exercise, true));
        Assert.Equal(Lifecycle.Lobby, (await server.StateOf(blue.Exercise)).Lifecycle);

        await server.AskAsync(new Start(blue.Caller, blue.Exercise));
        Assert.Equal(Lifecycle.Running, (await server.StateOf(blue.Exercise)).Lifecycle);
    }

    [Fact]
    public async Task WhoeverHostsSeesWhatTheTeamsReachBesideHistoryAndHowItEnded()
    {
        var door = await OpenAsync();
        var blue = await JoinAsync(door, null, "Blue", "Lea");
        await server.AskAsync(new SayReady(blue.Caller, blue.Exercise, true));
        var (told, silent) = (new DoorTeamRoom(server.Time, scored: true), new DoorTeamRoom(server.Time, scored: false));
        DoorTeamView See(DoorTeamRoom room, Exercise exercise) => room.View(exercise, server.LogOf(exercise.Id), ImmutableHashSet<string>.Empty);

        var running = See(told, await server.StateOf(blue.Exercise));
        Assert.NotNull(running.Score!.History);
        Assert.Null(running.Ending);
        await server.AskAsync(new Jump(blue.Caller, blue.Exercise, (await server.StateOf(blue.Exercise)).Scenario.Phases[^1].Start));
        await server.AskAsync(new EndExercise(blue.Caller, blue.Exercise));

        var exercise = await server.StateOf(blue.Exercise);
        var over = See(told, exercise);
        Assert.Equal(Scoring.EndingOf(exercise, exercise.Teams[0]).Title, over.Ending);
        Assert.Equal(over.Dimensions.Sum(item => item.Points.Scored), Scoring.Of(exercise.Scenario, server.LogOf(blue.Exercise), blue.Joined.Team).Points);
        var unscored = See(silent, exercise);
        Assert.Equal((null, null, 0), (unscored.Score, unscored.Ending, unscored.Dimensions.Length));
        Assert.Equal(Benchmarks.Of(exercise.Scenario).History!.Score.Points, ControlProjection.Of(await server.StateOf(door.Exercise), [], new Dictionary<string, ScoreGlance>(), ImmutableHashSet<string>.Empty).HistoryReached!.Total.Scored);
    }

    [Fact]
    public async Task WhoeverHostsAndPlaysTheSameScenarioIsShownNothingUntilItIsOver()
    {
        var door = await OpenAsync();
        var blue = await JoinAsync(door, null, "Blue", "Lea");
        var solo = await server.AskAsync(new OpenSolo(Caller.Nobody, "tiny-leak", "Sol"));
        var other = await server.AskAsync(new OpenSolo(Caller.Nobody, "tiny-names", "Sol"));
        var host = Caller.Facilitator.With(blue.Exercise, blue.Joined.Ticket).With(solo.Exercise, solo.Ticket).With(other.Exercise, other.Ticket);
        Assert.Equal(new[] { blue.Exercise, solo.Exercise }.ToHashSet(), (await OwnAsync()).ToHashSet());

        await server.AskAsync(new EndExercise(host, solo.Exercise));
        Assert.Equal([blue.Exercise], await OwnAsync());
        await server.AskAsync(new Leave(blue.Caller, blue.Exercise));
        Assert.Empty(await OwnAsync());

        async Task<IEnumerable<string>> OwnAsync() => (await server.AskAsync(new ListOwnPlays(host, door.Exercise))).Select(entry => entry.Id);
    }

    Task<OpenedExercise> OpenAsync() => server.AskAsync(new OpenExercise(Caller.Facilitator, "tiny-leak") { Alone = true });

    async Task<Seated> JoinAsync(OpenedExercise door, string? team, string? newTeam, string name)
    {
        var joined = await server.AskAsync(new JoinExercise(Caller.Nobody, door.Code, team, newTeam, name, "lead"));
        return new(joined, Caller.Nobody.With(joined.Exercise, joined.Ticket));
    }
}
