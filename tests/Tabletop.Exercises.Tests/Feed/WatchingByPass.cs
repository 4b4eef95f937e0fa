using Tabletop.Engine;

namespace Tabletop.Exercises.Tests;

public sealed class WatchingByPass(Server server) : IClassFixture<Server>
{
    [Fact]
    public async Task APassOpensItsExerciseAndNoOther()
    {
        var (exercise, caller, _) = await GiveAsync(PassKind.Observer);
        var other = await server.OpenAsync();

        using var watch = (await server.Feed.WatchAsGuest(caller, exercise)).Value!;
        Assert.Equal(new Viewer.Observer(null), watch.Next()!.Viewer);
        Assert.True((await server.Feed.WatchAsGuest(caller, other.Exercise)).Refusal!.Is(RefusalCode.NoPass));
        var moved = Caller.Nobody.WithPass(other.Exercise, caller.Passes[exercise]);
        Assert.True((await server.Feed.WatchAsGuest(moved, other.Exercise)).Refusal!.Is(RefusalCode.NoPass));
    }

    [Fact]
    public async Task NeitherATicketNorAForgedPassOpensAnything()
    {
        var opened = await server.OpenAsync();
        var seat = await server.SeatAsync(opened, "Blue", "Lea");

        foreach (var caller in new[] { Caller.Nobody, seat.Caller, Caller.Nobody.WithPass(opened.Exercise, seat.Joined.Ticket), Caller.Nobody.WithPass(opened.Exercise, $"{opened.Exercise}\npass-1") })
            Assert.True((await server.Feed.WatchAsGuest(caller, opened.Exercise)).Refusal!.Is(RefusalCode.NoPass));
    }

    [Fact]
    public async Task APassThatIsEndedEndsTheWatchThatIsOpen()
    {
        var (exercise, caller, pass) = await GiveAsync(PassKind.Wall);
        using var watch = (await server.Feed.WatchAsGuest(caller, exercise)).Value!;
        Assert.IsType<Viewer.Wall>(watch.Next()!.Viewer);

        await server.AskAsync(new EndPass(Caller.Facilitator, exercise, pass));
        using var late = new CancellationTokenSource(Server.Patience);
        while (watch.Next() is not null)
            Assert.True(await watch.More(late.Token), "The watch went on.");
        Assert.True((await server.Feed.WatchAsGuest(caller, exercise)).Refusal!.Is(RefusalCode.NoPass));
    }

    [Fact]
    public async Task APassOutlivesTheServer()
    {
        await using var own = await Server.StartAsync();
        var opened = await own.OpenAsync();
        await own.AskAsync(new GivePass(Caller.Facilitator, opened.Exercise, PassKind.Observer, "The auditor") { CommandId = "one" });
        var caller = Caller.Nobody.WithPass(opened.Exercise, own.Get<Passes>().Seal(opened.Exercise, "pass-one"));
        await own.RestartAsync(TimeSpan.FromMinutes(1));

        using var watch = (await own.Feed.WatchAsGuest(caller, opened.Exercise)).Value;
        Assert.NotNull(watch);
    }

    [Fact]
    public async Task WhoWatchedSeesTheDebriefAndNotBeforeTheEnd()
    {
        var (exercise, caller, _) = await GiveAsync(PassKind.Observer);
        await server.SeatAsync(new(exercise, (await server.StateOf(exercise)).Code), "Blue", "Lea");
        await server.AskAsync(new Start(Caller.Facilitator, exercise));
        Assert.Equal((int)RejectionCode.NotNow, (await server.Feed.WatchDebrief(caller, exercise)).Refusal!.Code);

        await server.AskAsync(new EndExercise(Caller.Facilitator, exercise));
        using var watch = (await server.Feed.WatchDebrief(caller, exercise)).Value;
        Assert.NotNull(watch);
    }

    async Task<(string Exercise, Caller Caller, string Pass)> GiveAsync(PassKind kind)
    {
        var opened = await server.OpenAsync();
        await server.AskAsync(new GivePass(Caller.Facilitator, opened.Exercise, kind, "The auditor") { CommandId = "one" });
        return (opened.Exercise, Caller.Nobody.WithPass(opened.Exercise, server.Get<Passes>().Seal(opened.Exercise, "pass-one")), "pass-one");
    }
}
