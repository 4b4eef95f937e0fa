using Tabletop.Engine;

namespace Tabletop.Exercises.Tests;

public sealed class Watchers(Server server) : IClassFixture<Server>
{
    [Fact]
    public async Task ParticipantsTailFromTheBeginningHasNothingOfOthers()
    {
        var (exercise, blue, red) = await BeginAsync();
        await server.AskAsync(new SubmitDecision(blue.Caller, exercise, "hunt", null, "ours", 50));
        await server.AskAsync(new SubmitDecision(red.Caller, exercise, "cut", "vpn-token", "theirs", 50));
        await server.AskAsync(new Jump(Caller.Facilitator, exercise, new(2024, 3, 4, 13, 0, 0, TimeSpan.Zero)));

        using var watch = (await server.Feed.WatchAsParticipant(blue.Caller, exercise, after: 0)).Value!;
        var events = watch.Next()!.Messages.Select(message => message.Event).ToList();

        Assert.Contains(events, e => e is Event.DecisionMade { Reason: "ours" });
        Assert.Contains(events, e => e is Event.InjectReleased { Inject: "supplier-calls" });
        Assert.All(events, e => Assert.True(e.TeamId is null || e.TeamId == blue.Joined.Team, e.ToString()));
        Assert.DoesNotContain(events, e => e is Event.Opened or Event.AdversaryMoved or Event.AdversaryRefused or Event.InjectDue);
        Assert.Contains(server.LogOf(exercise), e => e is Event.AdversaryMoved);
    }

    [Fact]
    public async Task TailIsExactlyWhatCameAfterAVersionForEveryVersion()
    {
        var (exercise, blue, _) = await BeginAsync();
        await server.AskAsync(new SubmitDecision(blue.Caller, exercise, "hunt", null, "", 50));
        await server.AskAsync(new StepToNextInject(Caller.Facilitator, exercise));
        var all = server.LogOf(exercise).Select(e => e.Version).ToList();

        for (var after = 0; after <= all.Count; after++)
        {
            using var watch = (await server.Feed.WatchAsFacilitator(Caller.Facilitator, exercise, after)).Value!;
            Assert.Equal(all.Skip(after), watch.Next()!.Messages.Select(message => message.Event.Version));
        }
    }

    [Fact]
    public async Task VersionOfTheFutureGivesOnlyWhatComes()
    {
        var (exercise, blue, _) = await BeginAsync();
        using var watch = (await server.Feed.WatchAsParticipant(blue.Caller, exercise, after: 1_000_000)).Value!;

        Assert.Empty(watch.Next()!.Messages);
    }

    [Fact]
    public async Task AllWatchersGetTheSameOrderAndNothingThatIsNotOnDisk()
    {
        var (exercise, blue, red) = await BeginAsync();
        using var first = (await server.Feed.WatchAsFacilitator(Caller.Facilitator, exercise, 0)).Value!;
        using var second = (await server.Feed.WatchAsFacilitator(Caller.Facilitator, exercise, 0)).Value!;
        var seen = Task.WhenAll(VersionsUntilPause(first), VersionsUntilPause(second));

        await Task.WhenAll(Hunts(blue, exercise), Hunts(red, exercise));
        await server.AskAsync(new Pause(Caller.Facilitator, exercise));

        var versions = await seen.WaitAsync(Server.Patience);
        Assert.Equal(server.LogOf(exercise).Select(e => e.Version), versions[0]);
        Assert.Equal(versions[0], versions[1]);
    }

    [Fact]
    public async Task WatchEndsWhenTheSeatIsGivenUp()
    {
        var (exercise, blue, _) = await BeginAsync();
        using var watch = (await server.Feed.WatchAsParticipant(blue.Caller, exercise, 0)).Value!;
        var ended = Task.Run(async () =>
        {
            await foreach (var _ in watch.Changes(CancellationToken.None))
            {
            }
        });

        await server.AskAsync(new Leave(blue.Caller, exercise));

        await ended.WaitAsync(Server.Patience);
    }

    [Fact]
    public async Task WhatHappensInAnotherTeamDoesNotConcernAParticipant()
    {
        var (exercise, blue, red) = await BeginAsync();
        using var watch = (await server.Feed.WatchAsParticipant(blue.Caller, exercise, 0)).Value!;
        using var facilitator = (await server.Feed.WatchAsFacilitator(Caller.Facilitator, exercise, 0)).Value!;
        Assert.True(watch.Next()!.Concerns);

        // That blue's own person has come is news for blue.
        await NextWhen(watch, change => change.Present.Count == 1);
        facilitator.Next();

        await server.AskAsync(new SubmitDecision(red.Caller, exercise, "hunt", null, "", 50));
        Assert.False((await NextWhen(watch, _ => true)).Concerns);
        Assert.True((await NextWhen(facilitator, _ => true)).Concerns);

        await server.AskAsync(new SubmitDecision(blue.Caller, exercise, "hunt", null, "", 50));
        Assert.True((await NextWhen(watch, _ => true)).Concerns);

        await server.AskAsync(new Pause(Caller.Facilitator, exercise));
        Assert.True((await NextWhen(watch, _ => true)).Concerns);
    }

    [Fact]
    public async Task DebriefIsClosedToParticipantsUntilTheEnd()
    {
        var (exercise, blue, _) = await BeginAsync();
        Assert.Equal((int)RejectionCode.NotNow, (await server.Feed.WatchDebrief(blue.Caller, exercise)).Refusal!.Code);
        Assert.True((await server.Feed.WatchDebrief(Caller.Nobody, exercise)).Refusal!.Is(RefusalCode.NoTicket));

        await server.AskAsync(new EndExercise(Caller.Facilitator, exercise));

        using var watch = (await server.Feed.WatchDebrief(blue.Caller, exercise)).Value!;
        Assert.Equal(server.LogOf(exercise).Length, watch.Next()!.Messages.Length);
    }

    static async Task<ViewerChange> NextWhen(FeedSubscription watch, Func<ViewerChange, bool> holds)
    {
        using var patience = new CancellationTokenSource(Server.Patience);
        while (await watch.More(patience.Token))
        {
            if (watch.Next() is { } change && holds(change))
                return change;
        }

        throw new TimeoutException("Nothing came.");
    }

    async Task Hunts(Seated person, string exercise)
    {
        await server.AskAsync(new SubmitDecision(person.Caller, exercise, "hunt", null, "", 50));
        await server.AskAsync(new SubmitDecision(person.Caller, exercise, "cut", "vpn-token", "", 50));
        await server.AskAsync(new SubmitDecision(person.Caller, exercise, "isolate", "files", "", 50));
    }

    /// <summary>Looks at every change whether it is on the disk already.</summary>
    async Task<List<long>> VersionsUntilPause(FeedSubscription watch)
    {
        var versions = new List<long>();
        await foreach (var change in watch.Changes(CancellationToken.None))
        {
            Assert.True(server.LogOf(change.State.Id).Length >= change.State.Version);
            versions.AddRange(change.Messages.Select(message => message.Event.Version));
            if (change.State.Lifecycle == Lifecycle.Paused)
                break;
        }

        return versions;
    }

    async Task<(string Exercise, Seated Blue, Seated Red)> BeginAsync()
    {
        var opened = await server.OpenAsync();
        var blue = await server.SeatAsync(opened, "Blue", "Lea", "soc");
        var red = await server.SeatAsync(opened, "Red", "Rob", "soc");
        await server.AskAsync(new Start(Caller.Facilitator, opened.Exercise));
        return (opened.Exercise, blue, red);
    }
}
