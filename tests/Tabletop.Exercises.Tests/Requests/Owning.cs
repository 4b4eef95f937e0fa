using Tabletop.Engine;

namespace Tabletop.Exercises.Tests;

/// <summary>Whose an exercise is, and who else may run it.</summary>
public sealed class Owning(Server server) : IClassFixture<Server>
{
    static readonly Caller Ann = Caller.Facilitator with { Person = "ann" };
    static readonly Caller Ben = Caller.Facilitator with { Person = "ben" };
    static readonly Caller Cat = Caller.Facilitator with { Person = "cat" };

    [Fact]
    public async Task EveryFacilitatorRunsItUntilItsOwnerNamesSome()
    {
        var exercise = await OpenAsync();
        await server.AskAsync(new AddTeam(Cat, exercise, "Blue"));
        using var watch = (await server.Feed.WatchAsFacilitator(Cat, exercise, after: 0)).Value!;
        Assert.NotNull(watch.Next());

        await server.AskAsync(new AdmitFacilitators(Ann, exercise, ["ben"]));
        Assert.True((await server.SendAsync(new AddTeam(Cat, exercise, "Red"))).Refusal!.Is(RefusalCode.NotYours));
        Assert.True((await server.SendAsync(new Start(Cat, exercise))).Refusal!.Is(RefusalCode.NotYours));
        Assert.True((await server.SendAsync(new Observe(Cat, exercise, null, null, null, "Hm"))).Refusal!.Is(RefusalCode.NotYours));
        Assert.True((await server.Feed.WatchAsFacilitator(Cat, exercise, after: 0)).Refusal!.Is(RefusalCode.NotYours));
        Assert.True((await server.Feed.WatchDebrief(Cat, exercise)).Refusal!.Is(RefusalCode.NotYours));
        Assert.True((await server.Feed.WatchAsGuest(Cat, exercise)).Refusal!.Is(RefusalCode.NotYours));
        Assert.Null(watch.Next());
        await server.AskAsync(new AddTeam(Ben, exercise, "Red"));

        await server.AskAsync(new AdmitFacilitators(Ann, exercise, null));
        await server.AskAsync(new AddTeam(Cat, exercise, "Green"));
    }

    [Fact]
    public async Task WhoIsGivenItOwnsItFromThenOnAndWhoGaveItGoesOnHelping()
    {
        var exercise = await OpenAsync();
        await server.AskAsync(new AdmitFacilitators(Ann, exercise, []));
        Assert.True((await server.SendAsync(new HandOver(Ben, exercise, "ben"))).Refusal!.Is(RefusalCode.NotYours));
        await server.AskAsync(new HandOver(Ann, exercise, "ben"));
        Assert.Equal("Ben", (await server.StateOf(exercise)).Owner!.Name);
        await server.AskAsync(new AddTeam(Ann, exercise, "Blue"));
        Assert.Equal((int)RejectionCode.NotYourRole, (await server.SendAsync(new AdmitFacilitators(Ann, exercise, null))).Refusal!.Code);
        Assert.Equal((int)RejectionCode.NotYourRole, (await server.SendAsync(new HandOver(Ann, exercise, "ann"))).Refusal!.Code);
        await server.AskAsync(new AdmitFacilitators(Ben, exercise, null));
    }

    [Fact]
    public async Task OnlyWhoHasANameCanBeChosen()
    {
        var exercise = await OpenAsync();
        Assert.True((await server.SendAsync(new HandOver(Ann, exercise, "stranger"))).Refusal!.Is(RefusalCode.BadValue));
        Assert.True((await server.SendAsync(new AdmitFacilitators(Ann, exercise, ["ben", "stranger"]))).Refusal!.Is(RefusalCode.BadValue));
        Assert.Equal(["Ann", "Ben", "Cat"], (await server.AskAsync(new ListFacilitators(Ann))).Select(actor => actor.Name));
    }

    async Task<string> OpenAsync()
    {
        foreach (var (caller, name) in new[] { (Ann, "Ann"), (Ben, "Ben"), (Cat, "Cat") })
            await server.AskAsync(new NameAuthor(caller, name));
        return (await server.AskAsync(new OpenExercise(Ann, "tiny-leak"))).Exercise;
    }
}
