namespace Tabletop.Engine.Tests;

public sealed class ExplorationTests
{
    /// <summary>Only rotation of the two live keys, so that every choice can be walked through.</summary>
    static readonly Scenario Narrow = SmallWorld.Scenario with
    {
        Actions = new([SmallWorld.Scenario.Actions["rotate"] with { Targets = ["key-a", "key-b"] }]),
        Injects = new(SmallWorld.Scenario.Injects.Where(inject => inject.Question is null && inject.Id is "welcome" or "alert" or "quiet")),
        Scoring = new(SmallWorld.Scenario.Scoring.Where(rule => rule.Id is "key-life" or "clean" or "outage")),
    };

    [Fact]
    public void ASmallScenarioIsWalkedThroughWhole()
    {
        var report = Exploration.Of(Narrow, 10_000);
        Assert.True(report.Complete);
        Assert.Empty(report.UnreachedStates);
        Assert.Empty(report.UnreachedInjects);
        Assert.Empty(report.DeadEnds);
    }

    [Fact]
    public void TheBestAndTheWorstWayAreFound()
    {
        var report = Exploration.Of(Narrow, 10_000);
        Assert.Equal("kept-out", report.Highest.Ending);
        Assert.Equal(["rotate key-a", "rotate key-b"], report.Highest.Steps.Select(step => $"{step.Action} {step.Target}").Order());
        Assert.Equal("entered", report.Lowest.Ending);
        Assert.True(report.Lowest.Score < report.Highest.Score);
    }

    [Fact]
    public void ASearchThatStopsAtItsBoundSaysSo()
    {
        var report = Exploration.Of(SmallWorld.Scenario, 20);
        Assert.False(report.Complete);
        Assert.Equal(20, report.States);
    }

    [Fact]
    public void WhatNothingReachesIsNamed()
    {
        var lost = Narrow with
        {
            Adversary = Narrow.Adversary with { States = new([.. Narrow.Adversary.States, new() { Id = "nowhere", Title = "Nowhere" }]) },
            Injects = new([.. Narrow.Injects, Narrow.Injects["welcome"] with { Id = "never", Trigger = new Trigger.When(new Condition.Adversary("nowhere", true), TimeSpan.Zero) }]),
        };
        var report = Exploration.Of(lost, 10_000);
        Assert.Equal(["nowhere"], report.UnreachedStates);
        Assert.Equal(["never"], report.UnreachedInjects);
    }

    [Fact]
    public void WhatIsLeftToChanceIsWalkedBothWays()
    {
        var scenario = Narrow with
        {
            Actions = new([Narrow.Actions["rotate"] with { Targets = ["key-b"] }]),
            Injects = new([Narrow.Injects["welcome"] with { Chance = 1 }, Narrow.Injects["quiet"] with { Trigger = new Trigger.AtTime(SmallWorld.At(19.5), null), Chance = 99 }]),
            Adversary = Narrow.Adversary with
            {
                States = new(Narrow.Adversary.States.Select(state => state with
                {
                    Steps = [.. state.Steps.Select(step => step.Id == "enter" ? step with { Chance = 50, Refused = RefusedSpec.GiveUp } : step)],
                })),
            },
        };
        var report = Exploration.Of(scenario, 10_000);
        Assert.True(report.Complete);
        Assert.Empty(report.UnreachedInjects);
        Assert.Equal(["shut-out"], report.UnreachedStates);
        Assert.Equal(("kept-out", "entered"), (report.Highest.Ending, report.Lowest.Ending));
        Assert.False(report.Highest.Falls.Single(fall => fall.Id == "enter").Draw.ComesTrue);
        Assert.True(report.Lowest.Falls.Single(fall => fall.Id == "enter").Draw.ComesTrue);
    }

    [Fact]
    public void AMomentAfterWhichNothingCanHappenIsADeadEnd()
    {
        var stuck = Narrow with
        {
            Actions = new([Narrow.Actions["rotate"] with { Needs = new Condition.Flag("never"), NeedsSays = "never" }]),
            Injects = new([Narrow.Injects["welcome"]]),
        };
        var end = Exploration.Of(stuck, 10_000).DeadEnds[0];
        Assert.Equal(SmallWorld.At(1), end.Time);
    }

    [Fact]
    public void AMomentAtWhichEverythingIsUnderWayIsNone()
    {
        var once = Narrow with
        {
            Actions = new([SmallWorld.Scenario.Actions["hunt"] with { Targets = [SmallWorld.Scenario.Systems[0].Id] }]),
            Injects = new([Narrow.Injects["welcome"]]),
        };
        Assert.Empty(Exploration.Of(once, 10_000).DeadEnds);
    }

    [Fact]
    public void AnOptionThatIsNeverWorseIsNamed()
    {
        var plan = SmallWorld.Scenario.Injects["plan"];
        var rule = SmallWorld.Scenario.Scoring["clean"] with { Id = "acting", Measure = new Measure.AtTheEnd(new Condition.Flag("acting")) };
        var scenario = SmallWorld.Scenario with { Injects = new([plan]), Scoring = new([rule]) };
        Assert.Equal(("plan", "act"), Exploration.Of(scenario, 1).Dominating.Select(item => (item.Inject, item.Reply)).Single());
    }
}
