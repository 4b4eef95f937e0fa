using Tabletop.TestKit;

namespace Tabletop.Exercises.Tests;

public sealed class AttachedFiles(Server server) : IClassFixture<Server>
{
    [Fact]
    public async Task AreForThoseWhoHaveTheInjectAndForNobodyElse()
    {
        var opened = await server.AskAsync(new OpenExercise(Caller.Facilitator, "tiny-names"));
        var lea = await server.SeatAsync(opened, "Blue", "Lea");
        var rob = await server.SeatAsync(opened, "Red", "Rob");
        await server.AskAsync(new Start(Caller.Facilitator, opened.Exercise));
        await server.AskAsync(new Pause(Caller.Facilitator, opened.Exercise));
        Assert.True((await server.SendAsync(Load(lea))).Refusal!.Is(RefusalCode.NotYours));

        await server.AskAsync(new SendInject(Caller.Facilitator, opened.Exercise, "supplier-calls", lea.Joined.Team));

        Assert.Equal(("access.log", TinyScenario.AccessLog), (await server.AskAsync(Load(lea))) is var file ? (file.Name, file.Text) : default);
        Assert.True((await server.SendAsync(Load(rob))).Refusal!.Is(RefusalCode.NotYours));
        Assert.True((await server.SendAsync(Load(lea) with { Name = "../scenario.yaml" })).Refusal!.Is(RefusalCode.NotYours));
        Assert.False((await server.SendAsync(Load(lea) with { Caller = Caller.Facilitator })).Ok);
    }

    [Fact]
    public async Task AreKeptWithTheExerciseWhateverBecomesOfTheScenario()
    {
        var opened = await server.AskAsync(new OpenExercise(Caller.Facilitator, "tiny-names"));
        Assert.Contains(
            ((Engine.Event.Opened)server.LogOf(opened.Exercise)[0]).Sources, source => source.Path == "files/access.log" && source.Text == TinyScenario.AccessLog);
    }

    static DownloadAttachment Load(Seated seated) => new(seated.Caller, seated.Joined.Exercise, "supplier-calls", "access.log");
}
