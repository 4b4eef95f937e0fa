using Tabletop.Engine;

namespace Tabletop.Exercises.Tests;

public sealed class WhoDidIt(Server server) : IClassFixture<Server>
{
    [Fact]
    public async Task TheLogRemembersWhichFacilitatorDidWhatByTheNameOfThen()
    {
        var ann = Caller.Facilitator with { Person = "ann-account" };
        await server.AskAsync(new NameAuthor(ann, "Ann"));
        var opened = await server.OpenAsync();
        var lea = await server.SeatAsync(opened, "Blue", "Lea");
        await server.AskAsync(new Start(ann, opened.Exercise));
        await server.AskAsync(new NameAuthor(ann, "Anna"));
        await server.AskAsync(new Announce(ann, opened.Exercise, "Lunch at noon."));
        await server.AskAsync(new Pause(Caller.Facilitator with { Person = "other" }, opened.Exercise));
        await server.AskAsync(new Resume(Caller.Facilitator, opened.Exercise));
        await server.AskAsync(new SubmitDecision(lea.Caller, opened.Exercise, "hunt", null, "", 50));

        var log = server.LogOf(opened.Exercise);
        Assert.Equal(new Facilitator("ann-account", "Ann"), log.OfType<Event.Started>().Single().Facilitator);
        Assert.Equal(new Facilitator("ann-account", "Anna"), log.OfType<Event.Announced>().Single().Facilitator);
        Assert.Equal("A facilitator", log.OfType<Event.Paused>().Single().Facilitator!.Name);
        Assert.Null(log.OfType<Event.Resumed>().Single().Facilitator);
        Assert.Single(log.OfType<Event.DecisionMade>());
        Assert.All(log.Where(e => e is Event.Joined or Event.DecisionMade), e => Assert.Null(e.Facilitator));
    }
}
