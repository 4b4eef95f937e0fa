using Bunit;
using Tabletop.Engine;
using Tabletop.TestKit.Samples;
using static Tabletop.TestKit.Samples.SampleScenario;

namespace Tabletop.Web.Tests.Play;

public sealed class Sitting
{
    [Fact]
    public void WhoeverIsEarlyReadsTheBriefingAndSeesTheTeam()
    {
        using var table = new Table(SampleExercise.Lobby()).At();
        Assert.Contains("It starts when the facilitator starts the clock", table.Page.Find("main").TextContent, StringComparison.Ordinal);
        Assert.Equal("Northgate", table.Page.Find("main .prose strong").TextContent);
        Assert.Equal(["Ada (you)", "Bo", "Cléo"], table.Page.FindAll("main .seats .cut:first-child").Select(name => name.TextContent));
    }

    [Fact]
    public void ATeamTalksWhileItWaitsAndFindsItsWordsAgainWhenItStarts()
    {
        using var table = new Table(SampleExercise.Lobby().Say("bo", "Hello")).At();
        Assert.Contains("Hello", table.Page.Find(".waiting-chat .chat-lines").TextContent, StringComparison.Ordinal);
        table.Page.Find(".waiting-chat #say").Change("Hi Bo");
        table.Page.Find(".waiting-chat form").Submit();
        Assert.Equal("Hi Bo", Assert.Single(table.Asked.OfType<Command.Say>()).Text);

        table.Happens(played => played.Do(new Command.Start()));
        table.At("?view=team");
        Assert.Contains("Hi Bo", table.Page.Find(".chat-lines").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void WhoeverReadsThePageIsHereBeforeTheServerHasHeardOfIt()
    {
        using var table = new Table(SampleExercise.Started()).At("?view=team");
        var view = table.Page.Instance.View;
        table.Page.Render(page => page.Add(p => p.View, view with { Members = [.. view.Members.Select(seat => seat with { Here = false })] }));
        Assert.Equal(["here", "away", "away"], table.Page.FindAll(".seats.roomy li title").Select(sign => sign.TextContent));
    }

    [Fact]
    public void ThePageChangesByItselfWhenTheClockStarts()
    {
        using var table = new Table(SampleExercise.Lobby()).At();
        table.Happens(played => played.Do(new Command.Start()));
        Assert.Equal("Inbox", table.Page.Find("h2").TextContent);
        Assert.Equal("The clock is running. New alert: Support files taken, from Monitoring.", table.Page.Find("[aria-live=polite]").TextContent);
    }

    [Fact]
    public void TheEndLeadsToTheDebrief()
    {
        using var table = new Table(SampleExercise.Started().Do(new Command.End())).At();
        Assert.Equal("debrief/ex1", table.Page.Find("main a").GetAttribute("href"));
    }

    [Fact]
    public void APauseIsShownWithItsReason()
    {
        using var table = new Table(SampleExercise.Started()).At();
        Assert.Equal("paused", table.Page.Find(".live").GetAttribute("data-state"));
        Assert.Equal("Questions", table.Page.Find(".clock-reason").TextContent);
    }

    [Fact]
    public void MoreTimeIsSaidAndMovesTheEndThatTheTeamSees()
    {
        using var table = new Table(SampleExercise.Started()).At();
        string Left() => table.Page.Find(".clock-left [data-countdown]").GetAttribute("data-countdown")!;
        var before = long.Parse(Left(), System.Globalization.CultureInfo.InvariantCulture);
        table.Happens(played => played.Do(new Command.Extend("e1", null, 10)));
        Assert.Equal(before + 10 * 60_000, long.Parse(Left(), System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal("10 min more for the exercise.", table.Page.Find("[aria-live=polite]").TextContent);
        table.At("?view=log");
        Assert.Contains("10 min more for the exercise", table.Page.Find(".log").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void OnlyAPlayerAloneHoldsTheClock()
    {
        using var facilitated = new Table(SampleExercise.Started()).At();
        Assert.Empty(facilitated.Page.FindAll(".controls"));

        var solo = new SampleExercise(ExerciseMode.Solo)
            .Do(new Command.AddTeam("blue", "Ada"))
            .Do(new Command.Join("ada", "Ada", "blue", "soc"))
            .Do(new Command.Start());
        using var alone = new Table(solo).At();
        alone.Page.Find(".controls button").Click();
        Assert.Equal(new Command.Pause(""), Assert.Single(alone.Asked));
        Assert.Equal("paused", alone.Page.Find(".live").GetAttribute("data-state"));
    }

    [Fact]
    public void ATeamWithoutAFacilitatorStartsWhenItsPeopleSayThatTheyAreReady()
    {
        var alone = new SampleExercise(ExerciseMode.Alone)
            .Do(new Command.AddTeam("blue", "Blue"))
            .Do(new Command.Join("ada", "Ada", "blue", "soc"))
            .Do(new Command.Join("bo", "Bo", "blue", "soc"));
        using var table = new Table(alone).At();
        Assert.Equal("2 of 2 are not ready.", table.Page.Find("main [role=status]").TextContent);
        table.Page.Find("main button.primary").Click();
        Assert.Equal(new Command.SayReady("", true), Assert.Single(table.Asked));
        Assert.Equal("You are ready. Only Bo is not ready.", table.Page.Find("main [role=status]").TextContent);
        Assert.Equal(["ready", "not ready"], table.Page.FindAll("main .seats .badge").Select(badge => badge.TextContent));

        table.Happens(played => played.Do(new Command.SayReady("bo", true)));
        Assert.Equal("Pause", table.Page.Find(".controls button").TextContent.Trim());
    }

    [Fact]
    public void WhoHasGoneAwayDoesNotHoldUpATeamThatIsReady()
    {
        var alone = new SampleExercise(ExerciseMode.Alone)
            .Do(new Command.AddTeam("blue", "Blue"))
            .Do(new Command.Join("ada", "Ada", "blue", "soc"))
            .Do(new Command.Join("bo", "Bo", "blue", "soc"));
        using var table = new Table(alone).At();
        Assert.DoesNotContain("Start without", table.Page.Find("main").TextContent, StringComparison.Ordinal);
        table.Page.Find("main button.primary").Click();

        table.Page.FindAll("main button").Single(button => button.TextContent == "Start without Bo").Click();
        Assert.Equal(new Command.Start(), table.Asked[^1]);
        Assert.Equal("running", table.Page.Find(".live").GetAttribute("data-state"));
    }

    [Fact]
    public void WhoPlaysAloneReadsTheBriefingBeforeTheClockStarts()
    {
        var solo = new SampleExercise(ExerciseMode.Solo)
            .Do(new Command.AddTeam("blue", "Ada"))
            .Do(new Command.Join("ada", "Ada", "blue", "soc"))
            .Do(new Command.Start())
            .Do(new Command.Pause(""));
        using var alone = new Table(solo).At();
        Assert.Equal("Northgate", alone.Page.Find("main .prose strong").TextContent);
        Assert.Empty(alone.Page.FindAll(".controls"));

        Assert.Equal("Start the clock", alone.Page.FindAll("main button").Single().TextContent);
        alone.Page.Find("main button").Click();
        Assert.Equal(new Command.Resume(), Assert.Single(alone.Asked));
        Assert.Equal("Inbox", alone.Page.Find("main h2").TextContent);

        // A pause later on is one like any other.
        alone.Time.Advance(TimeSpan.FromSeconds(20));
        alone.Happens(played => played.Wait(TimeSpan.FromSeconds(20)).Do(new Command.Pause("")));
        Assert.Equal("Inbox", alone.Page.Find("main h2").TextContent);
    }

    [Fact]
    public void WhatPeopleTypeIsShownAsTheyTypedIt()
    {
        var played = SampleExercise.Started().Decide("ada", "check", Token, "<b onclick=alert(1)>**sure**</b>");
        using var table = new Table(played).At("?view=log");
        Assert.Equal("<b onclick=alert(1)>**sure**</b>", table.Page.Find(".said").TextContent);
        Assert.Empty(table.Page.FindAll("[onclick]"));
    }

    [Fact]
    public void TheBoardSaysEveryStateInAWordBesideItsShape()
    {
        var played = SampleExercise.Started().Decide("cleo", "check", Token).Decide("cleo", "check", Dead).Until(At(10, 18, 10)).Decide("cleo", "rotate", Account);
        using var table = new Table(played).At("?view=credentials");
        var states = table.Page.FindAll(".board tbody tr").ToDictionary(
            row => row.QuerySelector("th a")!.TextContent, row => (row.QuerySelector(".badge")!.TextContent, row.QuerySelector("use")!.GetAttribute("href")));
        Assert.Equal(("works", "#g-live"), states["Helpdesk chatbot token"]);
        Assert.Equal(("was dead", "#g-dead"), states["Old backup key"]);
        Assert.Equal(("Rotate…", "#g-turning"), states["Sheet integration account"]);
        Assert.Equal(("not checked", "#g-unknown"), states["Payroll export"]);
    }
}
