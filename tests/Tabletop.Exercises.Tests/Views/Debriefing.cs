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
        var axis = TimeAxis.Of(Value, "quick");
        var labels = axis.Ticks().Select(tick => tick.X).Concat(axis.Phases.Select(phase => phase.From)).Order().ToList();
        Assert.True(labels.Count > 8);
        Assert.All(labels.Zip(labels.Skip(1)), pair => Assert.True(pair.Second - pair.First > 0.02));
    }

    [Fact]
    public void ADecisionSaysWhoHadProposedItAndWhoHadObjected()
    {
        var played = Started()
            .Do(new Engine.Command.ProposeAction("bo", "declare", null, "", 90) { Id = "p1" })
            .Do(new Engine.Command.VoiceOnAction("cleo", "p1", false, "Wait for the supplier."))
            .Do(new Engine.Command.VoiceOnAction("ada", "p1", true, ""))
            .Do(new Engine.Command.SubmitDecision("ada", "declare", null, "", 70, "A quiet look first"))
            .Do(new Engine.Command.End());
        var mark = Assert.Single(View(played).Stories[0].Decisions.Marks);
        Assert.Equal("Ada, 70 % sure; considered: “A quiet look first”; proposed by Bo; Cléo objected: “Wait for the supplier.”", mark.Detail.ToString());
    }

    [Fact]
    public void EachTeamAndHistoryHaveAStory() =>
        Assert.Equal([("Blue", false), ("Red", false), ("History", true)], View(Played()).Stories.Select(story => (story.Owner.ToString(), story.IsHistory)));

    [Fact]
    public void TheAttackersStatesFollowEachOtherWithoutGaps()
    {
        var states = View(Played()).Stories[0].States;
        Assert.Equal(Value.Start, states[0].From);
        Assert.All(states.Zip(states.Skip(1)), pair => Assert.Equal(pair.First.Until, pair.Second.From));
        Assert.Equal(["Holding the secrets", "Probing old secrets", "Inside wiki and tickets", "Quiet, with a way back", "Copying repositories", "Has copied the repositories"], states.Select(state => state.Title));
        Assert.Equal([false, false, false, true, true, true], states.Select(state => state.Inside));
    }

    [Fact]
    public void AFootholdIsLiveUntilSomebodyCutsItOff()
    {
        var footholds = View(Cut()).Stories[0].Footholds;
        Assert.Equal(
            [("Account “t.lindqvist”", FootholdStanding.Live, false), ("Account “t.lindqvist”", FootholdStanding.CutOff, true)],
            footholds.Where(span => span.Level == 0).Select(span => (span.Title, span.Standing, span.Last)));
        Assert.Equal(footholds[0].Until, footholds[1].From);
        Assert.Equal(footholds[0].Until, View(Cut()).Stories[0].Inside.Single().Until);
    }

    [Fact]
    public void TakingTheLastFootholdIsATurningPointThatNamesTheDecision()
    {
        var view = View(Cut());
        var point = view.Teams[0].TurningPoints.Single(item => item.Title.ToString() == "Nobody inside any more: Account “t.lindqvist”");
        Assert.Contains("By “Rotate: Helpdesk chatbot token”", point.Detail.ToString());
        Assert.Equal("Rotate: Helpdesk chatbot token", view.Stories[0].Decisions.Marks.Single(mark => mark.Id == point.Event).Title.ToString());
    }

    [Fact]
    public void FromTurningPointToTurningPointTheScoreGoesOnWhereItStood()
    {
        foreach (var team in View(Played()).Teams)
        {
            Assert.All(team.TurningPoints.Zip(team.TurningPoints.Skip(1)), pair => Assert.Equal(pair.First.ScoreAfter, pair.Second.Score));
            Assert.Equal(team.Total.Scored, team.TurningPoints[^1].ScoreAfter);
        }
    }

    [Fact]
    public void MarksInOneRowNeverCoverEachOther()
    {
        foreach (var marks in View(Played()).Stories.SelectMany(story => new[] { story.Steps, story.Messages, story.Decisions }))
        {
            foreach (var row in marks.Marks.GroupBy(mark => mark.Level))
                Assert.All(row.Zip(row.Skip(1)), pair => Assert.True(pair.Second.X1 >= pair.First.X2 + 0.016 - 1e-9));
        }
    }

    [Fact]
    public void EveryIdInADebriefIsThereOnce()
    {
        var ids = View(Played()).Stories.SelectMany(story => story.States.Select(item => item.Id)
            .Concat(story.Footholds.Select(item => item.Id))
            .Concat(new[] { story.Steps, story.Messages, story.Decisions }.SelectMany(row => row.Marks).Select(item => item.Id))).ToList();
        Assert.Equal(ids.Distinct(), ids);
    }

    [Fact]
    public void ARefusalThatTurnedTheAttackerAwayIsATurningPointAndNamesItsCause()
    {
        var point = View(Played()).Teams[1].TurningPoints.Single(item => item.Title.ToString().StartsWith("Refused: Comes through", StringComparison.Ordinal));
        Assert.Contains("“Rotate” on Helpdesk chatbot token was done 28 d 4 h before", point.Detail.ToString());
        Assert.Equal(At(11, 15, 16, 28), point.Time);
    }

    [Fact]
    public void NoTeamHasMoreThanThreeTurningPointsAndTheyAreMarkedInThePicture()
    {
        var view = View(Played());
        Assert.All(view.Teams, team => Assert.InRange(team.TurningPoints.Length, 1, 3));
        var marked = view.Stories[1].Steps.Marks.Concat(view.Stories[1].Decisions.Marks).Where(mark => mark.Turning > 0);
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

    [Fact]
    public void EveryDecisionStandsBesideHistorysOfTheSameKind()
    {
        var rows = View(Played()).Teams[1].BesideHistory;
        var token = rows.Single(row => row.What == "Rotate: Helpdesk chatbot token");
        Assert.Null(token.History);
        var notified = rows.Where(row => row.Team is not null && row.History == At(10, 18, 14)).Single();
        Assert.True(notified.Team < notified.History);
        Assert.Contains(rows, row => row.Team is null && row.History == At(11, 24, 11));
        Assert.Equal(rows.Select(row => row.Team ?? row.History).Order(), rows.Select(row => row.Team ?? row.History));
    }

    [Fact]
    public void WhatHistoryDidAfterTheEndOfThePlayIsNobodysToMiss()
    {
        var early = Started().Until(At(11, 1, 0)).Do(new Tabletop.Engine.Command.End());
        Assert.All(View(early).Teams[0].BesideHistory, row => Assert.True(row.History <= At(11, 1, 0)));
        Assert.Equal(4, View(early).Teams[0].BesideHistory.Length);
    }

    static SampleExercise Played() => Started()
        .Decide("dan", "notify")
        .Decide("dan", "rotate", Token, "No owner, no last use")
        .Decide("dan", "rotate", Account)
        .Decide("ada", "rotate", "sso-admin")
        .Until(At(11, 23, 16, 30))
        .Decide("ada", "declare")
        .Decide("bo", "hunt", Host)
        .Until(Value.End);

    static SampleExercise Cut() => Started().Until(At(11, 18, 9)).Decide("cleo", "rotate", Token).Until(Value.End);

    static DebriefView View(SampleExercise played) => DebriefProjection.Of(played.Exercise, played.Log);
}
