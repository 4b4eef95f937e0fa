using Bunit;
using Tabletop.Engine;
using Tabletop.TestKit.Samples;

namespace Tabletop.Web.Tests.Facilitate;

public sealed class InTheLobby
{
    [Fact]
    public void ShowsTheCodeTheLinkAndItsQrCode()
    {
        using var desk = new Desk(SampleExercise.Lobby()).At();
        Assert.Equal("7KQ P4M", desk.Page.Find(".lobby .code-huge").TextContent);
        Assert.Equal("http://localhost/?code=7KQP4M", desk.Page.Find(".lobby [data-copy]").GetAttribute("data-copy"));
        Assert.NotEmpty(desk.Page.Find(".lobby svg.qr path").GetAttribute("d")!);
    }

    [Fact]
    public void WithoutAFacilitatorThereIsACodeForAllAndNoClock()
    {
        using var desk = new Desk(new SampleExercise(ExerciseMode.Door)).At();
        Assert.Equal("7KQ P4M", desk.Page.Find(".lobby .code-huge").TextContent);
        Assert.NotEmpty(desk.Page.FindAll(".lobby .empty"));
        Assert.Empty(desk.Page.FindAll("[data-clock]"));
        desk.Button("Close it", "#close-dialog").Click();
        Assert.IsType<Command.Close>(desk.Asked.Single());
        Assert.Empty(desk.Page.FindAll(".lobby .code-huge"));
        Assert.Contains("Closed to new teams", desk.Page.Find(".bar").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void WarnsThatOthersCannotReachThisComputersOwnAddress()
    {
        using var desk = new Desk(SampleExercise.Lobby()).At();
        Assert.Contains("works on this computer only", desk.Page.Find(".lobby .note.warn").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void ShowsWhoIsThereInWhichRole()
    {
        using var desk = new Desk(SampleExercise.Lobby()).At();
        desk.Connects("bo");
        var blue = desk.Page.Find(".team-cards li");
        Assert.Equal("Blue", blue.QuerySelector("h3")!.TextContent);
        Assert.Equal(["AdaIncident commander away", "BoSOC analyst here", "CléoIdentity engineer away"], blue.QuerySelectorAll(".states > li").Select(Flat));
        Assert.Equal("Still open: Communications", blue.QuerySelector("p")!.TextContent);
    }

    [Fact]
    public void SaysWhoOfTheRosterIsMissing()
    {
        using var desk = new Desk(SampleExercise.Lobby().Do(new Command.SetRoster([new("r1", "Bo", SampleExercise.Blue, "soc"), new("r2", "Finn", SampleExercise.Red, "identity")], []))).At();
        Assert.EndsWith("5 people; of 2 on the roster 1 missing", desk.Page.Find("#teams-title").TextContent, StringComparison.Ordinal);
        Assert.Equal("FinnIdentity engineer missing", desk.Page.FindAll(".team-cards > li")[1].QuerySelectorAll(".states > li").Select(Flat).Last());
        Assert.Equal("facilitate/ex1/roster", desk.Page.Find(".lobby a.btn").GetAttribute("href"));

        desk.Happens(played => played.Do(new Command.Join("finn", "Finn", SampleExercise.Red, "identity") { Roster = "r2" }));
        Assert.EndsWith("nobody missing", desk.Page.Find("#teams-title").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("missing", desk.Page.Find(".team-cards").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void SomebodyWhoJoinsIsShownAndAnnounced()
    {
        using var desk = new Desk(SampleExercise.Lobby()).At();
        desk.Happens(played => played.Do(new Command.Join("finn", "Finn", SampleExercise.Red, "identity")));
        Assert.Contains("Finn", desk.Page.FindAll(".team-cards > li")[1].TextContent, StringComparison.Ordinal);
        Assert.Equal("Finn joined Red.", desk.Page.Find("[role=status]").TextContent);
    }

    [Fact]
    public void WithoutATeamStartSaysWhyNot()
    {
        using var desk = new Desk(new SampleExercise()).At();
        Assert.Equal("true", desk.Button("Start").GetAttribute("aria-disabled"));
        desk.Button("Start").Click();
        Assert.StartsWith("There is no team yet.", desk.Page.Find(".start [role=alert]").TextContent.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public void ATeamIsAddedAndTheFieldIsEmptyAgain()
    {
        using var desk = new Desk(new SampleExercise()).At();
        desk.Page.Find("#team-name").Change("Green");
        desk.Page.Find("form.add-team").Submit();
        Assert.Equal("Green", desk.Page.Find(".team-cards h3").TextContent);
        Assert.Equal("Nobody in Green yet.", desk.Page.Find("#start-why").TextContent.Replace("has joined", "in Green", StringComparison.Ordinal));
        Assert.Equal("", desk.Page.Find("#team-name").GetAttribute("value") ?? "");
    }

    [Fact]
    public void StartOpensTheControlRoom()
    {
        using var desk = new Desk(SampleExercise.Lobby()).At();
        desk.Button("Start").Click();
        Assert.IsType<Command.Start>(desk.Asked.Single());
        Assert.Equal("running", desk.Page.Find(".live").GetAttribute("data-state"));
        Assert.NotEmpty(desk.Page.FindAll(".room-injects .line"));
    }

    static string Flat(AngleSharp.Dom.IElement item) => item.Children[0].TextContent + " " + item.Children[1].TextContent;
}
