namespace Tabletop.Engine.Tests;

public sealed class BotTests
{
    [Fact]
    public void TheSameSeedPlaysTheSameRun()
    {
        Assert.Equal(Hash(7), Hash(7));
        Assert.True(Enumerable.Range(0, 10).Select(seed => Hash(seed)).Distinct().Count() > 5);
    }

    [Fact]
    public void EveryBotPlaysToTheEnd() => Assert.All(new[] { Bot.Passive, Bot.Panic, Bot.Random }, bot =>
        Assert.Equal(Lifecycle.Debrief, PlaythroughRun.Of(Flagship.Shipped, bot, 1).Exercise.Lifecycle));

    [Fact]
    public void ThePassiveBotDecidesNothing() => Assert.Empty(PlaythroughRun.Of(SmallWorld.Scenario, Bot.Passive, 1).Exercise.Teams[0].Decisions);

    [Fact]
    public void PanicEndsAndIsolatesWhatItCan()
    {
        var run = PlaythroughRun.Of(SmallWorld.Scenario, Bot.Panic, 1);
        Assert.Equal(["isolate", "rotate"], run.Exercise.Teams[0].Decisions.Select(decision => decision.Action).Distinct().Order());
        Assert.Equal("kept-out", run.Ending.Id);
    }

    static string Hash(long seed) => StateHash.Of(PlaythroughRun.Of(SmallWorld.Scenario, Bot.Random, seed).Exercise);
}
