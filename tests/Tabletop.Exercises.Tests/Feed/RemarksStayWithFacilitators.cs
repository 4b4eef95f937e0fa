using Tabletop.Engine;
using Tabletop.Exercises.Views;

namespace Tabletop.Exercises.Tests;

public sealed class RemarksStayWithFacilitators(Server server) : IClassFixture<Server>
{
    [Fact]
    public async Task TheirWordsAreInNobodyElsesDebriefThoughItsLogFolds()
    {
        var opened = await server.OpenAsync();
        var blue = await server.SeatAsync(opened, "Blue", "Lea");
        await server.AskAsync(new GivePass(Caller.Facilitator, opened.Exercise, PassKind.Observer, "The auditor") { CommandId = "one" });
        var auditor = Caller.Nobody.WithPass(opened.Exercise, server.Get<Passes>().Seal(opened.Exercise, "pass-one"));
        await server.AskAsync(new Start(Caller.Facilitator, opened.Exercise));
        await server.AskAsync(new MakeRemark(Caller.Facilitator, opened.Exercise, "Lea is lost.", blue.Joined.Team));
        await server.AskAsync(new EndExercise(Caller.Facilitator, opened.Exercise));

        foreach (var caller in new[] { blue.Caller, auditor })
        {
            using var watch = (await server.Feed.WatchDebrief(caller, opened.Exercise)).Value!;
            var change = watch.Next()!;
            var log = change.Messages.Select(message => message.Event).ToList();
            Assert.DoesNotContain(log, e => EventJson.Serialize(e).Contains("lost", StringComparison.Ordinal));
            Assert.Equal(change.State.Version, log[^1].Version);
            Assert.Single(DebriefProjection.Of(change.State with { Remarks = [] }, log).Teams);
        }

        using var own = (await server.Feed.WatchDebrief(Caller.Facilitator, opened.Exercise)).Value!;
        Assert.Equal("Lea is lost.", Assert.Single(RemarkRows.Of(own.Next()!.State)).Text);
    }
}
