using Tabletop.Engine;
using Tabletop.Exercises.Views;

namespace Tabletop.Exercises.Tests;

public sealed class PersonalSeats(Server server) : IClassFixture<Server>
{
    const string List = "name,team,role\nAda,Blue,lead\nBo,Red,soc\n";

    [Fact]
    public async Task AListIsTakenWholeOrNotAtAll()
    {
        var exercise = (await server.OpenAsync()).Exercise;
        var refused = await server.SendAsync(new SetRoster(Caller.Facilitator, exercise, List + "Cy,Green,cook\n"));
        Assert.True(refused.Refusal!.Is(RefusalCode.BadValue));
        Assert.Single(server.LogOf(exercise));

        var set = new SetRoster(Caller.Facilitator, exercise, List);
        await server.AskAsync(set);
        await server.AskAsync(set);
        var state = await server.StateOf(exercise);
        Assert.Equal(["Blue", "Red"], state.Teams.Select(team => team.Name));
        Assert.Equal(["Ada", "Bo"], state.Roster.Select(entry => entry.Name));

        await server.AskAsync(new UndoRoster(Caller.Facilitator, exercise));
        state = await server.StateOf(exercise);
        Assert.Empty(state.Roster);
        Assert.Empty(state.Teams);
    }

    [Fact]
    public async Task ALinkSeatsItsPersonWithoutAskingForTeamAndRole()
    {
        var exercise = await BeginAsync();
        var key = await KeyOf(exercise, "Ada");
        Assert.Equal(("Ada", "Blue", SeatStanding.Free), await Found(Caller.Nobody, key));

        var (ada, seat) = await SitAsync(key);
        Assert.Equal(("Ada", "lead", "Blue"), ((await server.StateOf(exercise)).People[seat.Person].Name, (await server.StateOf(exercise)).People[seat.Person].Role, (await server.StateOf(exercise)).FindTeam(seat.Team)!.Name));
        Assert.Equal(SeatStanding.Here, (await Found(ada, key)).Standing);
        Assert.Equal(seat.Person, (await server.AskAsync(new TakeSeat(ada, key))).Person);
        Assert.Single((await server.StateOf(exercise)).People);
    }

    [Fact]
    public async Task UsedOnAnotherDeviceItBringsTheSeatThere()
    {
        var exercise = await BeginAsync();
        var key = await KeyOf(exercise, "Ada");
        var (laptop, seat) = await SitAsync(key);
        Assert.Equal(SeatStanding.Elsewhere, (await Found(Caller.Nobody, key)).Standing);

        var (phone, moved) = await SitAsync(key);
        Assert.Equal(seat.Person, moved.Person);
        await server.AskAsync(new Say(phone, exercise, "Now here"));
        Assert.True((await server.SendAsync(new Say(laptop, exercise, "Ghost"))).Refusal!.Is(RefusalCode.Moved));

        // What was left cannot be sat in again by an older ticket.
        await server.AskAsync(new Leave(phone, exercise));
        var (again, _) = await SitAsync(key);
        Assert.False((await server.SendAsync(new Say(laptop, exercise, "Ghost"))).Ok);
        await server.AskAsync(new Say(again, exercise, "Back"));
    }

    [Fact]
    public async Task ABrowserInWhichSomebodyElseSitsRefusesAndSaysWhoseSeatItHolds()
    {
        var exercise = await BeginAsync();
        var (bo, _) = await SitAsync(await KeyOf(exercise, "Bo"));
        var refused = (await server.SendAsync(new TakeSeat(bo, await KeyOf(exercise, "Ada")))).Refusal!;
        Assert.Equal((int)RejectionCode.OtherTeam, refused.Code);
        Assert.Contains("seat of Bo", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhereNobodyFacilitatesTheListMakesTheTeamsAndALinkLeadsToTheOnesOwnExercise()
    {
        var door = await server.AskAsync(new OpenExercise(Caller.Facilitator, "tiny-leak") { Alone = true });
        var set = new SetRoster(Caller.Facilitator, door.Exercise, List);
        await server.AskAsync(set);
        await server.AskAsync(set);
        var state = await server.StateOf(door.Exercise);
        Assert.Equal(["Blue", "Red"], state.Teams.Select(team => team.Name));
        Assert.Equal(["Blue", "Red"], (await server.AskAsync(new FindExercise(Caller.Nobody, door.Code))).Teams.Select(team => team.Name));

        var key = await KeyOf(door.Exercise, "Ada");
        Assert.Equal(("Ada", "Blue", SeatStanding.Free), await Found(Caller.Nobody, key));
        var (ada, seat) = await SitAsync(key);
        var played = await server.StateOf(seat.Exercise);
        Assert.Equal((door.Exercise, ExerciseMode.Alone, "Ada", "lead"), (played.Door, played.Mode, played.People[seat.Person].Name, played.People[seat.Person].Role));
        Assert.Equal(seat.Person, (await server.AskAsync(new TakeSeat(ada, key))).Person);
        Assert.Equal(["Bo"], (await Missing()).Select(row => row.Name));

        // One browser, one person, behind a door too.
        var refused = (await server.SendAsync(new TakeSeat(ada, await KeyOf(door.Exercise, "Bo")))).Refusal!;
        Assert.Equal((int)RejectionCode.OtherTeam, refused.Code);
        Assert.Contains("seat of Ada", refused.Message, StringComparison.Ordinal);

        // On another device, the seat moves in the team's exercise.
        var (phone, moved) = await SitAsync(key);
        Assert.Equal((seat.Exercise, seat.Person), (moved.Exercise, moved.Person));
        await server.AskAsync(new Say(phone, moved.Exercise, "Now here"));

        // What was made by mistake is taken back; the teams have exercises of their own by now, and stay.
        await server.AskAsync(new SetRoster(Caller.Facilitator, door.Exercise, "name,team,role\nAda,Blue,lead\nCy,Green,soc\n"));
        await server.AskAsync(new UndoRoster(Caller.Facilitator, door.Exercise));
        Assert.Equal(["Blue", "Red", "Green"], (await server.StateOf(door.Exercise)).Teams.Select(team => team.Name));
        Assert.Equal(["Bo"], (await Missing()).Select(row => row.Name));

        await server.AskAsync(new CloseExercise(Caller.Facilitator, door.Exercise));
        Assert.False((await server.SendAsync(new TakeSeat(Caller.Nobody, await KeyOf(door.Exercise, "Bo")))).Ok);
        await server.AskAsync(new Say(phone, moved.Exercise, "Still here"));

        async Task<IEnumerable<RosterRow>> Missing() =>
            (await server.AskAsync(new ListRoster(Caller.Facilitator, door.Exercise))).Seats.Select(one => one.Row).Where(row => row.Standing == RosterStanding.Missing);
    }

    [Fact]
    public async Task WhoCameByTheCodeIsSentBackToThatSeat()
    {
        var opened = await server.OpenAsync();
        await server.SeatAsync(opened, "Blue", "ada");
        await server.AskAsync(new SetRoster(Caller.Facilitator, opened.Exercise, List));
        var refused = (await server.SendAsync(new TakeSeat(Caller.Nobody, await KeyOf(opened.Exercise, "Ada")))).Refusal!;
        Assert.Equal((int)RejectionCode.NameTaken, refused.Code);
        Assert.Contains("Continue on another device", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ANewLinkEndsTheOldAndSoDoesLeavingTheList()
    {
        var exercise = await BeginAsync();
        var (ada, bo) = (await KeyOf(exercise, "Ada"), await KeyOf(exercise, "Bo"));
        await server.AskAsync(new RenewSeatLink(Caller.Facilitator, exercise, (await server.StateOf(exercise)).Roster[0].Id));
        await server.AskAsync(new SetRoster(Caller.Facilitator, exercise, "name,team,role\nAda,Blue,lead\n"));

        foreach (var ended in new[] { ada, bo, "made up", "", null })
        {
            Assert.True((await server.SendAsync(new FindSeat(Caller.Nobody, ended))).Refusal!.Is(RefusalCode.EndedLink));
            Assert.True((await server.SendAsync(new TakeSeat(Caller.Nobody, ended))).Refusal!.Is(RefusalCode.EndedLink));
        }

        await SitAsync(await KeyOf(exercise, "Ada"));
    }

    [Fact]
    public async Task WhoStaysOnTheListKeepsTheLinkInAnotherTeamToo()
    {
        var exercise = await BeginAsync();
        var (ada, bo) = (await KeyOf(exercise, "Ada"), await KeyOf(exercise, "Bo"));
        await SitAsync(bo);
        await server.AskAsync(new SetRoster(Caller.Facilitator, exercise, "name,team,role\nCy,Green,lead\nAda,Green,soc\nBo,Green,soc\n"));

        Assert.Equal(("Ada", "Green", SeatStanding.Free), await Found(Caller.Nobody, ada));

        // Bo sits in Red: the new line is another seat.
        Assert.True((await server.SendAsync(new FindSeat(Caller.Nobody, bo))).Refusal!.Is(RefusalCode.EndedLink));
    }

    async Task<string> BeginAsync()
    {
        var exercise = (await server.OpenAsync()).Exercise;
        await server.AskAsync(new SetRoster(Caller.Facilitator, exercise, List));
        return exercise;
    }

    async Task<string> KeyOf(string exercise, string name) =>
        (await server.AskAsync(new ListRoster(Caller.Facilitator, exercise))).Seats.Single(seat => seat.Row.Name == name).Key;

    async Task<(string Name, string Team, SeatStanding Standing)> Found(Caller caller, string key) =>
        await server.AskAsync(new FindSeat(caller, key)) is var seat ? (seat.Name, seat.Team, seat.Standing) : default;

    async Task<(Caller Caller, JoinedExercise Seat)> SitAsync(string key)
    {
        var seat = await server.AskAsync(new TakeSeat(Caller.Nobody, key));
        return (Caller.Nobody.With(seat.Exercise, seat.Ticket), seat);
    }
}
