using Bunit;
using Tabletop.Engine;
using Tabletop.TestKit.Samples;
using static Tabletop.TestKit.Samples.SampleScenario;

namespace Tabletop.Web.Tests.Facilitate;

public sealed class WithTeams
{
    [Fact]
    public void HistoryStandsBesideTheTeamsAtTheSameTime()
    {
        using var desk = new Desk(SampleExercise.Started().Until(At(11, 16, 15))).At();
        Assert.Equal(["Blue", "Red", "History"], desk.Texts(".teams tbody .team-name"));
        Assert.Equal("Quiet, with a way back", desk.Page.Find("tr.history .two-lines").TextContent);
    }

    [Fact]
    public void WhoeverNeedsHelpStandsFirst()
    {
        using var desk = new Desk(SampleExercise.Lobby().Do(new Command.AddTeam("green", "Green")).Do(new Command.Start())).At();
        Assert.Equal(["Blue", "Red", "Green", "History"], desk.Texts(".teams tbody .team-name"));

        desk.Connects("ada");
        Assert.Equal(["Red", "Blue", "Green", "History"], desk.Texts(".teams tbody .team-name"));

        desk.Connects("dan");
        desk.Happens(played => played.Decide("ada", "check", Token));
        Assert.Equal(["Red", "Blue", "Green", "History"], desk.Texts(".teams tbody .team-name"));

        desk.Happens(played => played.Decide("dan", "declare"));
        desk.Time.Advance(Tabletop.Exercises.Views.TeamNeeds.IdleAfter);
        desk.Happens(played => played.Decide("dan", "check", Token));
        Assert.Equal(["Blue", "Red", "Green", "History"], desk.Texts(".teams tbody .team-name"));
    }

    [Fact]
    public void ATeamThatBecomesIdleMovesUpThoughNothingHappens()
    {
        using var desk = new Desk(SampleExercise.Started().Decide("dan", "check", Token)).At();
        desk.Connects("ada");
        desk.Connects("dan");
        desk.Time.Advance(TimeSpan.FromMinutes(1));
        desk.Happens(played => played.Wait(TimeSpan.FromMinutes(1)).Decide("ada", "check", Token));
        Assert.Equal(["Blue", "Red", "History"], desk.Texts(".teams tbody .team-name"));

        desk.Time.Advance(Tabletop.Exercises.Views.TeamNeeds.IdleAfter - TimeSpan.FromMinutes(1));
        desk.Page.WaitForAssertion(() => Assert.Equal(["Red", "Blue", "History"], desk.Texts(".teams tbody .team-name")));
    }

    [Fact]
    public void TeamsStandByNameForWhomWantsThatAndNeverMoveUnderAHand()
    {
        using var desk = new Desk(SampleExercise.Lobby().Do(new Command.AddTeam("amber", "Amber")).Do(new Command.Start())).At();
        desk.Page.Find(".teams tbody").PointerEnter();
        desk.Connects("ada");
        Assert.Equal(["Blue", "Red", "Amber", "History"], desk.Texts(".teams tbody .team-name"));
        desk.Page.Find(".teams tbody").PointerLeave();
        Assert.Equal(["Red", "Blue", "Amber", "History"], desk.Texts(".teams tbody .team-name"));

        desk.Page.Find(".teams tbody").FocusIn();
        desk.Connects("dan");
        desk.Page.Find(".teams tbody").FocusOut();
        Assert.Equal(["Red", "Blue", "Amber", "History"], desk.Texts(".teams tbody .team-name"));
        desk.Happens(played => played.Decide("ada", "check", Token));
        Assert.Equal(["Red", "Blue", "Amber", "History"], desk.Texts(".teams tbody .team-name"));

        desk.Follow(".teams-order a");
        Assert.Equal("?sort=name", desk.Query);
        Assert.Equal(["Amber", "Blue", "Red", "History"], desk.Texts(".teams tbody .team-name"));
    }

    [Fact]
    public void WhatCountsWithoutAnAnswerIsNotSaidToBeSure()
    {
        using var desk = new Desk(SampleExercise.Started());
        var line = desk.Render<Tabletop.Web.Facilitate.StreamLine>(p => p.Add(line => line.Entry, new Tabletop.Exercises.Views.StreamEntry
        {
            TeamId = "blue", Team = "Blue", Version = 9, By = "", Role = "", What = "Press", Target = "Closed", IsAnswer = true, ByClock = true, Time = At(10, 20, 18),
        }));
        Assert.Equal("nobody answered in time", line.Find(".badge").TextContent.Trim());
        Assert.DoesNotContain("sure", line.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void KeysAreShapesWithWords()
    {
        using var desk = new Desk(SampleExercise.Started().Decide("ada", "disable", Token).Until(At(10, 18, 10))).At();
        var keys = desk.Page.Find("tr:has(#team-blue) .keys");
        Assert.Equal(3, keys.QuerySelectorAll("svg").Length);
        Assert.Equal("Helpdesk chatbot token: disabled, Sheet integration account: usable, Code mirror account: usable", keys.GetAttribute("aria-label"));
        Assert.Equal("0", keys.GetAttribute("tabindex"));
    }

    [Fact]
    public void FootholdsSayWhetherTheyAreCutOffAndFound()
    {
        using var desk = new Desk(SampleExercise.Started().Until(At(11, 16, 15)).Decide("ada", "disable", Token).Until(At(11, 16, 16))).At();
        Assert.Equal(["1 cut off, not found", "1 in use, not found", "1 in use, not found"], desk.Texts("td[data-label=Footholds] .sub"));
    }

    [Fact]
    public void ScoresAreComparedWithHistory()
    {
        using var desk = new Desk(SampleExercise.Started().Decide("ada", "rotate", Token).Until(At(11, 24, 13))).At();
        Assert.StartsWith("+", desk.Page.Find("tr:has(#team-blue) td.score b").TextContent, StringComparison.Ordinal);
        Assert.Contains("points if it ended now", desk.Page.Find("td.score b").GetAttribute("title"), StringComparison.Ordinal);
    }

    [Fact]
    public void AnOpenTeamShowsItsDecisionsInboxAndPeople()
    {
        using var desk = new Desk(SampleExercise.Started().Decide("ada", "check", Token, "It is old", 30).Until(At(10, 18, 14))).At();
        desk.Follow(".teams .team-name");
        Assert.Equal("?team=blue", desk.Query);
        var detail = desk.Page.Find(".room-detail");
        Assert.Contains("Check whether it works: Helpdesk chatbot token", detail.TextContent, StringComparison.Ordinal);
        Assert.Contains("still works", detail.QuerySelector(".stream .note")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Cléo", detail.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void AnInjectOpenedFromATeamLeadsBackToIt()
    {
        using var desk = new Desk(SampleExercise.Started().Until(At(10, 18, 14))).At("?team=blue");
        desk.Follow(".room-detail .states a");
        Assert.Equal("Back to Blue", desk.Page.Find(".close-link").TextContent.Trim());
        desk.Follow(".close-link");
        Assert.Equal("?team=blue", desk.Query);
    }

    [Fact]
    public void TheStreamShowsWhoDecidedWhatWhyAndHowSure()
    {
        using var desk = new Desk(SampleExercise.Started()).At();
        desk.Happens(played => played.Decide("dan", "declare", null, "Better early", 90));
        var entry = desk.Page.Find(".room-stream .stream > li");
        Assert.Equal("Red", entry.QuerySelector(".team")!.TextContent);
        Assert.Equal("Better early", entry.QuerySelector(".said")!.TextContent);
        Assert.Contains("Dan, Incident commander, 90 % sure", entry.TextContent, StringComparison.Ordinal);
        Assert.Equal("Red decided: Declare an incident.", desk.Page.Find("[role=status]").TextContent);
        Assert.Contains("arrived", entry.ClassName, StringComparison.Ordinal);
    }

    [Fact]
    public void UnderAHandNewDecisionsWaitAndAreCounted()
    {
        using var desk = new Desk(SampleExercise.Started().Decide("dan", "declare")).At();
        desk.Page.Find(".room-stream .stream").PointerEnter();
        desk.Happens(played => played.Decide("ada", "check", Token));
        Assert.Single(desk.Page.FindAll(".room-stream .stream > li"));
        Assert.Equal("1 new", desk.Button("1 new", ".room-stream").TextContent.Trim());
        desk.Page.Find(".room-stream .stream").PointerLeave();
        Assert.Equal(2, desk.Page.FindAll(".room-stream .stream > li").Count);
    }

    [Fact]
    public void ARowIsDrawnAgainOnlyWhenItsTeamHasChanged()
    {
        using var desk = new Desk(SampleExercise.Started()).At();
        var rows = desk.Page.FindComponents<Tabletop.Web.Facilitate.TeamLine>();
        var before = rows.Select(row => row.RenderCount).ToList();
        desk.Happens(played => played.Decide("dan", "declare"));
        Assert.Equal([0, 1, 0], rows.Select((row, index) => row.RenderCount - before[index]));
    }
}
