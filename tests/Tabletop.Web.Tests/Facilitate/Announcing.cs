using Bunit;
using Tabletop.Engine;
using Tabletop.TestKit.Samples;
using Tabletop.Web.Tests.Play;

namespace Tabletop.Web.Tests.Facilitate;

public sealed class Announcing
{
    [Fact]
    public void WhatIsSaidGoesToTheTeamThatWasChosen()
    {
        using var desk = new Desk(SampleExercise.Started()).At();
        desk.Page.Find("#announce-text").Change("Lunch is here.");
        desk.Page.Find("#announce-team").Change("red");
        desk.Page.Find("#announce-dialog form").Submit();

        Assert.Equal(new Command.Announce("", "Lunch is here.", "red"), Assert.Single(desk.Asked));
        Assert.Contains("to Red", desk.Page.Find(".announced .sub").TextContent, StringComparison.Ordinal);
        Assert.Contains("read by 0 of 2", desk.Page.Find(".announced .sub").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void ItIsTakenDownByOnePress()
    {
        using var desk = new Desk(SampleExercise.Started().Do(new Command.Announce("a1", "Lunch is here.", null))).At();
        desk.Button("Take it down", ".announced").Click();
        Assert.Equal(new Command.EndAnnouncement("a1"), Assert.Single(desk.Asked));
        Assert.Empty(desk.Page.FindAll(".announced button"));
    }

    [Fact]
    public void EverybodyOfTheTeamSeesItUntilItIsPutAwayByOneself()
    {
        var played = SampleExercise.Started();
        using var ada = new Table(played).At();
        ada.Happens(exercise => exercise.Do(new Command.Announce("a1", "<b>Lunch</b> is here.", null)));
        Assert.Equal("<b>Lunch</b> is here.", ada.Page.Find(".announcement b").TextContent);
        Assert.Equal("The facilitator says: <b>Lunch</b> is here.", ada.Page.Find("[aria-live=polite]").TextContent);

        ada.Page.Find(".announcement button").Click();
        Assert.Equal(new Command.ReadAnnouncement("", "a1"), Assert.Single(ada.Asked));
        Assert.Empty(ada.Page.FindAll(".announcement"));
        using var bo = new Table(played, "bo").At();
        Assert.Single(bo.Page.FindAll(".announcement"));
    }

    [Fact]
    public void WhatIsSaidToOneTeamIsNotOnAnothersPage()
    {
        var played = SampleExercise.Started().Do(new Command.Announce("a1", "Red, come here.", "red"));
        using var ada = new Table(played).At();
        Assert.DoesNotContain("come here", ada.Page.Markup, StringComparison.Ordinal);
        using var eve = new Table(played, "eve").At();
        Assert.Contains("come here", eve.Page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void ItIsOnThePageBeforeTheStartToo()
    {
        using var table = new Table(SampleExercise.Lobby().Do(new Command.Announce("a1", "We begin at nine.", null))).At();
        Assert.Equal("We begin at nine.", table.Page.Find(".announcement b").TextContent);
    }
}
