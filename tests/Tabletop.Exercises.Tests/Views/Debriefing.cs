using Tabletop.Exercises.Views;
using Tabletop.TestKit.Samples;
using static Tabletop.TestKit.Samples.SampleExercise;
using static Tabletop.TestKit.Samples.SampleScenario;

namespace Tabletop.Exercises.Tests.Views;

public sealed class Debriefing
{
    [Fact]
    public void APhaseIsAsWideAsTheTimeItWasPlayedFor()
    {
        var axis = TimeAxis.Of(Value, "quick");
        Assert.Equal(240 / 900.0, axis.X(At(11, 14, 9)), 6);
        Assert.Equal(440 / 900.0, axis.X(At(11, 17, 14)), 6);
        Assert.Equal(0, axis.X(At(10, 1, 0)), 6);
        Assert.Equal(1, axis.X(At(12, 24, 0)), 6);
    }

    [Fact]
    public void TimeNeverRunsBackwardsOnTheAxis()
    {
        var axis = TimeAxis.Of(Value, "standard");
        var positions = Enumerable.Range(0, 37 * 24).Select(hour => axis.X(Value.Start.AddHours(hour))).ToList();
        Assert.Equal(positions.Order(), positions);
    }

    [Fact]
    public void TicksLeaveRoomForTheirLabels()
    {
        var ticks = TimeAxis.Of(Value, "quick").Ticks();
        Assert.True(ticks.Length > 8);
        Assert.All(ticks.Zip(ticks.Skip(1)), pair => Assert.True(pair.Second.X - pair.First.X > 0.05));
    }

    [Fact]
    public void EachTeamAndHistoryHaveALaneForTheAttackerAndOneForDecisions() =>
        Assert.Equal(
            [("Blue", LaneKind.Attacker), ("Blue", LaneKind.Team), ("Red", LaneKind.Attacker), ("Red", LaneKind.Team), ("History", LaneKind.Attacker), ("History", LaneKind.Team)],
            View(Played()).Lanes.Select(lane => (lane.Owner, lane.Kind)));

    [Fact]
    public void TheAttackersStatesFollowEachOtherWithoutGaps()
    {
        var spans = View(Played()).Lanes[0].Spans;
        Assert.Equal(Value.Start, spans[0].From);
        Assert.All(spans.Zip(spans.Skip(1)), pair => Assert.Equal(pair.First.Until, pair.Second.From));
        Assert.Equal(["Holding the secrets", "Probing old secrets", "Inside wiki and tickets", "Quiet, with a way back", "Copying repositories", "Has copied the repositories"], spans.Select(span => span.Title));
    }

    [Fact]
    public void MarksInOneRowNeverCoverEachOther()
    {
        foreach (var lane in View(Played()).Lanes)
        {
            foreach (var row in lane.Marks.GroupBy(mark => mark.Level))
                Assert.All(row.Zip(row.Skip(1)), pair => Assert.True(pair.Second.X1 >= pair.First.X2 + 0.016 - 1e-9));
        }
    }

    [Fact]
    public void ARefusalThatTurnedTheAttackerAwayIsATurningPointAndNamesItsCause()
    {
        var point = View(Played()).Teams[1].TurningPoints.Single(item => item.Title.StartsWith("Refused: Comes through", StringComparison.Ordinal));
        Assert.Contains("“Rotate” on Helpdesk chatbot token was done 28 d 4 h before", point.Detail);
        Assert.Equal(At(11, 15, 16, 28), point.Time);
    }

    [Fact]
    public void NoTeamHasMoreThanThreeTurningPointsAndTheyAreMarkedInThePicture()
    {
        var view = View(Played());
        Assert.All(view.Teams, team => Assert.InRange(team.TurningPoints.Length, 1, 3));
        var marked = view.Lanes.Where(lane => lane.Owner == "Red").SelectMany(lane => lane.Marks).Where(mark => mark.Turning > 0);
        Assert.Equal(view.Teams[1].TurningPoints.Select(item => item.Number).Order(), marked.Select(mark => mark.Turning).Order());
    }

    [Fact]
    public void TeamsAreComparedWithHistoryAndTheBestKnownOnEveryRule()
    {
        var view = View(Played());
        var row = view.Rules.Single(rule => rule.Id == "token-dead");
        Assert.Equal([0m, 20m], row.Teams.Select(line => line.Points));
        Assert.Equal((0m, 20m), (row.History!.Points, row.Best!.Points));
        Assert.Equal("scenario.yaml:12", row.Line);
        Assert.True(view.Best!.Total.Scored > view.History!.Total.Scored);
    }

    [Fact]
    public void WhatNeverCameToPassIsNotJudgedAndLowersTheCoverage()
    {
        var red = View(Played()).Teams[1];
        Assert.True(red.Total.Coverage < 1);
        Assert.False(View(Played()).Rules.Single(rule => rule.Id == "evidence-kept").Teams[1].Judged);
    }

    [Fact]
    public void EachTeamHasItsOwnEnding() =>
        Assert.Equal(["Still there", "Kept out"], View(Played()).Teams.Select(team => team.Ending));

    static SampleExercise Played() => Started()
        .Decide("dan", "notify")
        .Decide("dan", "rotate", Token, "No owner, no last use")
        .Decide("dan", "rotate", Account)
        .Decide("ada", "rotate", "sso-admin")
        .Until(At(11, 23, 16, 30))
        .Decide("ada", "declare")
        .Decide("bo", "hunt", Host)
        .Until(Value.End);

    static DebriefView View(SampleExercise played) => DebriefProjection.Of(played.Exercise, played.Log);
}
