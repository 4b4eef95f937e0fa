namespace Tabletop.Engine.Tests;

public sealed class ChanceTests
{
    [Fact]
    public void LuckIsThatOfTheSeedAndTheMoment()
    {
        Assert.Equal(Draw.Of(50, 7, "enter", SmallWorld.At(12)), Draw.Of(50, 7, "enter", SmallWorld.At(12)));
        var drawn = Enumerable.Range(0, 10_000).Select(seed => Draw.Of(30, seed, "enter", SmallWorld.At(12))).ToList();
        Assert.InRange(drawn.Count(draw => draw.ComesTrue), 2_850, 3_150);
        Assert.All(drawn, draw => Assert.InRange(draw.Drawn, 0, 99));
        Assert.NotEqual(
            drawn.Select(draw => draw.Drawn),
            Enumerable.Range(0, 10_000).Select(seed => Draw.Of(30, seed, "plant", SmallWorld.At(12)).Drawn));
    }

    [Fact]
    public void AStepWithoutLuckIsRefusedAndSaysWhatWasDrawn()
    {
        var (lucky, unlucky) = (SeedWhere(true), SeedWhere(false));
        Assert.Contains("inside", Played(lucky).Exercise.Teams[0].Adversary.Visited);
        var refused = Assert.IsType<Event.AdversaryRefused>(Played(unlucky).Log.First(e => e is Event.AdversaryRefused { Step: "enter" }));
        Assert.Equal(40, refused.Draw!.Odds);
        Assert.False(refused.Draw.ComesTrue);
    }

    [Fact]
    public void WithoutWhatItNeedsLuckIsNotAsked()
    {
        var room = Room.Started(Chancy);
        room.Decide("rotate", "key-a");
        room.Decide("rotate", "key-b");
        room.Until(SmallWorld.At(12.5));
        Assert.Null(room.Log.OfType<Event.AdversaryRefused>().First(e => e.Step == "enter").Draw);
    }

    [Fact]
    public void TheSameLogHasTheSameState()
    {
        var run = Played(SeedWhere(true));
        Assert.Equal(StateHash.Of(run.Exercise), StateHash.Of(Exercise.Replay(Chancy, run.Log)));
        Assert.Equal(run.Log.Select(EventJson.Serialize), Played(SeedWhere(true)).Log.Select(EventJson.Serialize));
    }

    static Scenario Chancy { get; } = SmallWorld.Scenario with
    {
        Adversary = SmallWorld.Scenario.Adversary with
        {
            States = new(SmallWorld.Scenario.Adversary.States.Select(state => state with
            {
                Steps = [.. state.Steps.Select(step => step.Id == "enter" ? step with { Chance = 40, Refused = RefusedSpec.GiveUp } : step)],
            })),
        },
    };

    static long SeedWhere(bool lucky) =>
        Enumerable.Range(0, 1_000).First(seed => Draw.Of(40, seed, "enter", SmallWorld.At(12)).ComesTrue == lucky);

    static PlaythroughRun Played(long seed) => PlaythroughRun.Of(Chancy, Bot.Passive, seed);
}
