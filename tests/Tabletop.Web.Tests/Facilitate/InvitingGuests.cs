using Bunit;
using Tabletop.Engine;
using Tabletop.TestKit.Samples;

namespace Tabletop.Web.Tests.Facilitate;

public sealed class InvitingGuests
{
    [Fact]
    public void ALinkIsMadeForOneTeamAndCanBeCopiedAndEnded()
    {
        using var desk = new Desk(SampleExercise.Started()).At();
        desk.Page.Find("#pass-name").Change("The auditor");
        desk.Page.Find("#pass-what").Change("red");
        desk.Page.Find(".guests-form").Submit();

        Assert.Equal(new Command.GivePass("", PassKind.Observer, "The auditor", "red"), Assert.Single(desk.Asked));
        Assert.Equal("observer of Red", desk.Page.Find(".guests .sub").TextContent);
        Assert.StartsWith("http://localhost/pass?key=", desk.Page.Find(".guests [data-copy]").GetAttribute("data-copy"), StringComparison.Ordinal);

        desk.Button("End", ".guests").Click();
        Assert.IsType<Command.EndPass>(desk.Asked[^1]);
        Assert.Empty(desk.Page.FindAll(".guests li"));
    }

    [Fact]
    public void TheLinkStaysTheSameWhileThePageLives()
    {
        using var desk = new Desk(SampleExercise.Started().Do(new Command.GivePass("p1", PassKind.Wall, "Projector", null))).At();
        var link = desk.Page.Find(".guests [data-copy]").GetAttribute("data-copy");
        desk.Happens(played => played.Do(new Command.Announce("a1", "Lunch.", null)));
        Assert.Equal(link, desk.Page.Find(".guests [data-copy]").GetAttribute("data-copy"));
    }

    [Fact]
    public void TheStandingOnTheWallIsOneClick()
    {
        using var desk = new Desk(SampleExercise.Started()).At();
        Assert.Equal("true", desk.Button("No standing", "#guests-dialog").GetAttribute("aria-pressed"));
        desk.Button("Without names", "#guests-dialog").Click();
        Assert.Equal(new Command.ShowStanding(Standing.Anonymous), Assert.Single(desk.Asked));
        Assert.Equal("true", desk.Button("Without names", "#guests-dialog").GetAttribute("aria-pressed"));
    }
}
