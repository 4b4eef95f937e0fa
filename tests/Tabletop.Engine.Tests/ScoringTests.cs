namespace Tabletop.Engine.Tests;

public sealed class ScoringTests
{
    [Fact]
    public void ExposureIsMeasuredInScenarioTimeNotInClickSpeed()
    {
        var room = Room.Started().Until(SmallWorld.At(5));
        room.Decide("rotate", "key-a");
        Assert.Equal(5m, Line(room.Until(SmallWorld.At(20)), "key-life").Points);
        var early = Room.Started();
        early.Decide("rotate", "key-a");
        Assert.Equal(10m, Line(early.Until(SmallWorld.At(20)), "key-life").Points);
        Assert.Equal(0m, Line(Room.Started().Until(SmallWorld.At(20)), "key-life").Points);
    }

    [Fact]
    public void ADeadlineGivesPointsInProportion()
    {
        var room = Room.Started().Until(SmallWorld.At(9));
        room.Decide("declare");
        var line = Line(room, "declared");
        Assert.Equal((5m, true, SmallWorld.At(9)), (line.Points, line.Judged, line.Since));
        Assert.Equal("At 1 Jan 09:00 UTC; all points up to 1 Jan 04:00 UTC, none from 1 Jan 14:00 UTC.", line.Why.ToString());
        Assert.Equal(0m, Line(Room.Started().Until(SmallWorld.At(20)), "declared").Points);
    }

    [Fact]
    public void OutageCostsContinuity()
    {
        var room = Room.Started();
        room.Decide("rotate", "key-a");
        room.Decide("rotate", "key-b");
        Assert.Equal(3m, Line(room.Until(SmallWorld.At(20)), "outage").Points);
    }

    [Fact]
    public void WhatItNeverCameToIsNotJudged()
    {
        var room = Room.Started().Until(SmallWorld.At(3));
        room.Accept(new Command.End());
        var card = Scoring.Of(room.Scenario, room.Log, "blue");
        Assert.False(card.Lines.Single(line => line.RuleId == "refusals").Judged);
        Assert.Equal(0.9m, card.Coverage);
    }

    [Fact]
    public void WhileItRunsOnlyWhatIsSettledCounts()
    {
        var room = Room.Started().Until(SmallWorld.At(5));
        var card = Scoring.Of(room.Scenario, room.Log, "blue");
        Assert.Equal(0, card.Judged);
        Assert.Equal(50, card.Max);
    }

    [Fact]
    public void TheEndIsJudgedAtTheEnd()
    {
        Assert.Equal(0m, Line(Room.Started().Until(SmallWorld.At(20)), "clean").Points);
        var kept = Room.Started();
        kept.Decide("rotate", "key-a");
        kept.Decide("rotate", "key-b");
        kept.Until(SmallWorld.At(20));
        Assert.Equal(20m, Line(kept, "clean").Points);
        Assert.Equal("kept-out", Scoring.EndingOf(kept.Exercise, kept.Blue).Id);
    }

    [Fact]
    public void ATimeInAConditionCountsFromThatTimeOn()
    {
        var rule = new ScoreRule
        {
            Id = "afternoon",
            Dimension = Dimension.Rotation,
            Title = "afternoon",
            Points = 10,
            Measure = new Measure.HowLong(
                new Condition.All([new Condition.From(SmallWorld.At(15)), new Condition.CredentialIs("key-a", CredentialTest.Usable)]),
                SmallWorld.At(0), SmallWorld.At(20), TimeSpan.Zero, TimeSpan.FromHours(10)),
        };
        var room = Room.Started(SmallWorld.Scenario with { Scoring = new([rule]) }).Until(SmallWorld.At(20));
        Assert.Equal(5m, Line(room, "afternoon").Points);
    }

    static ScoreLine Line(Room room, string rule) => Scoring.Of(room.Scenario, room.Log, "blue").Lines.Single(line => line.RuleId == rule);
}
