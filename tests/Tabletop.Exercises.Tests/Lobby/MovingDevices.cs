using Microsoft.Extensions.Time.Testing;
using Tabletop.Engine;
using Tabletop.TestKit;

namespace Tabletop.Exercises.Tests;

public sealed class MovingDevices(Server server) : IClassFixture<Server>
{
    [Fact]
    public async Task TheNewDeviceHasTheSeatWithItsMarksAndTheOldOneHasItNoLonger()
    {
        var (exercise, lea) = await BeginAsync();
        await server.AskAsync(new MarkInbox(lea.Caller, exercise, "supplier-calls", null, true));
        var old = (await server.Feed.WatchAsParticipant(lea.Caller, exercise, after: 0)).Value!;
        var code = (await server.AskAsync(new OfferSeat(lea.Caller, exercise))).Code;

        var moved = await server.AskAsync(new TakeOverSeat(Caller.Nobody, Codes.Show(code).ToLowerInvariant()));

        Assert.Equal((lea.Joined.Person, lea.Joined.Team), (moved.Person, moved.Team));
        var here = Caller.Nobody.With(exercise, moved.Ticket);
        await server.AskAsync(new Say(here, exercise, "I am on my phone now"));
        Assert.True((await server.StateOf(exercise)).FindTeam(moved.Team)!.MarkOf(moved.Person, "supplier-calls").Flagged);

        Assert.True((await server.SendAsync(new Say(lea.Caller, exercise, "Ghost"))).Refusal!.Is(RefusalCode.Moved));
        Assert.True((await server.Feed.WatchAsParticipant(lea.Caller, exercise, after: 0)).Refusal!.Is(RefusalCode.Moved));
        await foreach (var _ in old.Changes(new CancellationTokenSource(Server.Patience).Token))
        {
            // Ends by itself: the seat is not here any more.
        }

        Assert.Null(old.Next());
    }

    [Fact]
    public async Task ACodeWorksOnceAndANewOneEndsTheOld()
    {
        var (exercise, lea) = await BeginAsync();
        var first = (await server.AskAsync(new OfferSeat(lea.Caller, exercise))).Code;
        var second = (await server.AskAsync(new OfferSeat(lea.Caller, exercise))).Code;

        Assert.True((await server.SendAsync(new TakeOverSeat(Caller.Nobody, first))).Refusal!.Is(RefusalCode.UnknownCode));
        await server.AskAsync(new TakeOverSeat(Caller.Nobody, second));
        Assert.True((await server.SendAsync(new TakeOverSeat(Caller.Nobody, second))).Refusal!.Is(RefusalCode.UnknownCode));
    }

    [Fact]
    public async Task ACodeOutlivesARestartOfTheServerAndStillWorksOnce()
    {
        await using var own = await Server.StartAsync();
        var opened = await own.OpenAsync();
        var lea = await own.SeatAsync(opened, "Blue", "Lea");
        var code = (await own.AskAsync(new OfferSeat(lea.Caller, opened.Exercise))).Code;
        await own.RestartAsync(downFor: TimeSpan.FromMinutes(1));

        var moved = await own.AskAsync(new TakeOverSeat(Caller.Nobody, code, "phone"));
        Assert.Equal(lea.Joined.Person, moved.Person);
        await own.RestartAsync(downFor: TimeSpan.FromMinutes(1));
        Assert.True((await own.SendAsync(new TakeOverSeat(Caller.Nobody, code, "another"))).Refusal!.Is(RefusalCode.UnknownCode));
        await own.AskAsync(new Say(Caller.Nobody.With(opened.Exercise, moved.Ticket), opened.Exercise, "Here I am"));
    }

    [Fact]
    public async Task ABrowserWhoseAnswerWasLostAsksAgainAndGetsTheSeat()
    {
        var (exercise, lea) = await BeginAsync();
        var code = (await server.AskAsync(new OfferSeat(lea.Caller, exercise))).Code;
        await server.AskAsync(new TakeOverSeat(Caller.Nobody, code, "phone"));
        var before = (await server.StateOf(exercise)).Version;

        Assert.True((await server.SendAsync(new TakeOverSeat(Caller.Nobody, code, "somebody else’s"))).Refusal!.Is(RefusalCode.UnknownCode));
        var again = await server.AskAsync(new TakeOverSeat(Caller.Nobody, code, "phone"));
        Assert.Equal(before, (await server.StateOf(exercise)).Version);
        await server.AskAsync(new Say(Caller.Nobody.With(exercise, again.Ticket), exercise, "Here I am"));
    }

    [Fact]
    public async Task AnOldCodeDoesNotTakeASeatThatHasMovedOn()
    {
        var (exercise, lea) = await BeginAsync();
        var code = (await server.AskAsync(new OfferSeat(lea.Caller, exercise))).Code;
        var phone = Caller.Nobody.With(exercise, (await server.AskAsync(new TakeOverSeat(Caller.Nobody, code, "phone"))).Ticket);
        await MoveAsync(exercise, phone, Caller.Nobody);

        Assert.False((await server.SendAsync(new TakeOverSeat(Caller.Nobody, code, "phone"))).Ok);
    }

    [Fact]
    public async Task TheSeatCanBeBroughtBack()
    {
        var (exercise, lea) = await BeginAsync();
        var phone = await MoveAsync(exercise, lea.Caller, Caller.Nobody);
        var back = await MoveAsync(exercise, phone, lea.Caller);

        await server.AskAsync(new Say(back, exercise, "Here again"));
        Assert.True((await server.SendAsync(new Say(phone, exercise, "Ghost"))).Refusal!.Is(RefusalCode.Moved));
    }

    [Fact]
    public async Task ABrowserInWhichSomebodyElseSitsRefusesAndSaysWhoseSeatItHolds()
    {
        var opened = await server.OpenAsync();
        var lea = await server.SeatAsync(opened, "Blue", "Lea");
        var rob = await server.SeatAsync(opened, "Red", "Rob");
        var code = (await server.AskAsync(new OfferSeat(lea.Caller, opened.Exercise))).Code;

        var refused = (await server.SendAsync(new TakeOverSeat(rob.Caller, code))).Refusal!;
        Assert.Equal((int)RejectionCode.OtherTeam, refused.Code);
        Assert.Contains("Rob", refused.Message, StringComparison.Ordinal);

        // The code is not lost by it, and on the device that has the seat it changes nothing.
        var same = await server.AskAsync(new TakeOverSeat(lea.Caller, code));
        Assert.Equal(lea.Joined.Ticket, same.Ticket);
        await server.AskAsync(new TakeOverSeat(Caller.Nobody, code));
    }

    [Fact]
    public async Task TheOldDeviceDoesNotGetTheSeatBackByJoiningAnew()
    {
        var opened = await server.OpenAsync();
        var lea = await server.SeatAsync(opened, "Blue", "Lea");
        await MoveAsync(opened.Exercise, lea.Caller, Caller.Nobody);

        var again = await server.SendAsync(new JoinExercise(lea.Caller, opened.Code, lea.Joined.Team, null, "Lea", "lead"));
        Assert.Equal((int)RejectionCode.NameTaken, again.Refusal!.Code);
        var other = await server.AskAsync(new JoinExercise(lea.Caller, opened.Code, lea.Joined.Team, null, "Lea 2", "lead"));
        Assert.NotEqual(lea.Joined.Person, other.Person);
    }

    [Fact]
    public void ACodeEndsAfterTenMinutes()
    {
        var time = new FakeTimeProvider();
        using var folder = new TemporaryFolder();
        using var offers = new SeatOffers(folder.PathTo("data"), time);
        var code = offers.New(new("x", "blue", "lea"));

        time.Advance(SeatOffers.Lasts - TimeSpan.FromSeconds(1));
        Assert.NotNull(offers.Find(code));
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(offers.Find(code));
    }

    async Task<Caller> MoveAsync(string exercise, Caller from, Caller to)
    {
        var code = (await server.AskAsync(new OfferSeat(from, exercise))).Code;
        return to.With(exercise, (await server.AskAsync(new TakeOverSeat(to, code))).Ticket);
    }

    async Task<(string Exercise, Seated Lea)> BeginAsync()
    {
        var opened = await server.OpenAsync();
        var lea = await server.SeatAsync(opened, "Blue", "Lea");
        await server.AskAsync(new Start(Caller.Facilitator, opened.Exercise));
        await server.AskAsync(new Pause(Caller.Facilitator, opened.Exercise));
        if ((await server.StateOf(opened.Exercise)).FindTeam(lea.Joined.Team)!.Inbox.All(item => item.Inject != "supplier-calls"))
            await server.AskAsync(new SendInject(Caller.Facilitator, opened.Exercise, "supplier-calls"));
        return (opened.Exercise, lea);
    }
}
