using Tabletop.Engine;

namespace Tabletop.Exercises.Tests;

public sealed class Rehearsing
{
    [Fact]
    public async Task BotsPlayAnExerciseOfTheirOwnAndTheLobbyStaysAsItIs()
    {
        await using var server = await Server.StartAsync();
        var opened = await server.OpenAsync();
        var ada = await server.SeatAsync(opened, "Blue", "Ada");
        await server.AskAsync(new AddTeam(Caller.Facilitator, opened.Exercise, "Red"));
        var before = (await server.StateOf(opened.Exercise)).Version;

        var offer = await server.AskAsync(new PrepareRehearsal(Caller.Facilitator, opened.Exercise));
        Assert.True(offer.IsOpen);
        Assert.Equal(["Blue", "Red"], offer.Teams.Select(team => team.Name));
        var rehearsal = await server.AskAsync(new RehearseExercise(Caller.Facilitator, opened.Exercise, "Rehearsal of it", [new(ada.Joined.Team, "Blue", "panic")], ByHand: false));

        var played = await server.StateOf(rehearsal.Exercise);
        Assert.Equal((ExerciseMode.Rehearsal, Lifecycle.Running, "Rehearsal of it", Clock.MaxPermille), (played.Mode, played.Lifecycle, played.Title, played.Clock.Permille));
        Assert.Equal(opened.Exercise, played.Rehearsal!.Of);
        Assert.Equal(["panic", offer.Teams[1].Player], played.Rehearsal.Bots.Select(bot => bot.Player));
        Assert.Equal(["Bot", "Bot"], played.People.Values.Select(person => person.Name));
        Assert.Equal(played.Seed, (await server.StateOf(opened.Exercise)).Seed);

        await server.RestartAsync(downFor: TimeSpan.FromMinutes(3));
        await server.PassAsync(TimeSpan.FromMinutes(8), rehearsal.Exercise);
        Assert.Equal(Lifecycle.Debrief, (await server.StateOf(rehearsal.Exercise)).Lifecycle);
        Assert.Contains(server.LogOf(rehearsal.Exercise), e => e is Event.DecisionMade { Person: var person } && person == $"bot-{ada.Joined.Team}");
        Assert.Equal(before, (await server.StateOf(opened.Exercise)).Version);
        Assert.Equal(["Ada"], (await server.StateOf(opened.Exercise)).People.Values.Select(person => person.Name));
    }

    [Fact]
    public async Task ARehearsalIsMarkedFoundByNoCodeAndGoneWhenItIsThrownAway()
    {
        await using var server = await Server.StartAsync();
        var opened = await server.OpenAsync();
        var rehearsal = await server.AskAsync(new RehearseExercise(Caller.Facilitator, opened.Exercise, "Rehearsal", [new(null, "One", "passive"), new(null, "Two", "random")], ByHand: true));
        Assert.Equal(Lifecycle.Paused, (await server.StateOf(rehearsal.Exercise)).Lifecycle);

        var listed = (await server.AskAsync(new ListExercises(Caller.Facilitator))).Single(entry => entry.Id == rehearsal.Exercise);
        Assert.Equal(opened.Exercise, listed.Rehearses);
        Assert.Equal([rehearsal.Exercise], (await server.AskAsync(new PrepareRehearsal(Caller.Facilitator, opened.Exercise))).Rehearsals.Select(entry => entry.Id));
        Assert.True((await server.SendAsync(new FindExercise(Caller.Nobody, rehearsal.Code))).Refusal!.Is(RefusalCode.UnknownCode));

        using var watch = (await server.Feed.WatchAsFacilitator(Caller.Facilitator, rehearsal.Exercise, after: 0)).Value!;
        await server.AskAsync(new DiscardRehearsal(Caller.Facilitator, rehearsal.Exercise));
        await Until.Holds(() => watch.Next()?.State.Lifecycle == Lifecycle.Closed);
        Assert.Empty(server.LogOf(rehearsal.Exercise));
        Assert.True((await server.Feed.Read(rehearsal.Exercise)).Refusal!.Is(RefusalCode.UnknownExercise));
        Assert.Equal([opened.Exercise], (await server.AskAsync(new ListExercises(Caller.Facilitator))).Select(entry => entry.Id));

        // Sent twice, it is as gone as before; another exercise can't be thrown away.
        await server.AskAsync(new DiscardRehearsal(Caller.Facilitator, rehearsal.Exercise));
        Assert.Equal((int)RejectionCode.NotNow, (await server.SendAsync(new DiscardRehearsal(Caller.Facilitator, opened.Exercise))).Refusal!.Code);
    }

    [Fact]
    public async Task OnlyWhatWaitsInItsLobbyIsRehearsed()
    {
        await using var server = await Server.StartAsync();
        var opened = await server.OpenAsync();
        Assert.Equal((int)RefusalCode.BadValue, await Rehearse(new RehearsedTeam(null, "One", "nobody-like-that")));
        Assert.Equal((int)RefusalCode.BadValue, await Rehearse());
        await server.AskAsync(new AddTeam(Caller.Facilitator, opened.Exercise, "Blue"));
        await server.AskAsync(new Start(Caller.Facilitator, opened.Exercise));
        Assert.Equal((int)RejectionCode.NotNow, await Rehearse(new RehearsedTeam(null, "One", "passive")));

        async Task<int> Rehearse(params RehearsedTeam[] teams) =>
            (await server.SendAsync(new RehearseExercise(Caller.Facilitator, opened.Exercise, "Rehearsal", [.. teams], ByHand: true))).Refusal?.Code ?? 0;
    }
}
