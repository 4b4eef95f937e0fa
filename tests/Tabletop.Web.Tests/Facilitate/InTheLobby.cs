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
    public void TheStartIsPlannedRemindedOfAndTakenAway()
    {
        using var desk = new Desk(SampleExercise.Lobby()).At();
        desk.Button("Plan the start").Click();
        desk.Page.Find("#plan-date").Change("2026-03-04");
        desk.Page.Find("#plan-time").Change("11:00:00");
        desk.Page.Find("#plan-zone").Change("Europe/Berlin");
        desk.Page.Find(".plan-start form").Submit();
        Assert.Equal(new Command.PlanStart(new(2026, 3, 4, 10, 0, 0, TimeSpan.Zero), false, "Europe/Berlin"), desk.Asked.Single());
        Assert.Contains("Wed 4 Mar 2026 11:00 Europe/Berlin (10:00 UTC)", desk.Page.Find(".plan-start").TextContent, StringComparison.Ordinal);
        Assert.Equal("3600000", desk.Page.Find(".plan-start [data-in]").GetAttribute("data-in"));
        Assert.True(desk.Page.Find(".plan-start .note").HasAttribute("hidden"));

        desk.Time.Advance(TimeSpan.FromMinutes(56));
        desk.Page.WaitForAssertion(() => Assert.StartsWith("It is almost time.", desk.Page.Find(".plan-start .note").TextContent, StringComparison.Ordinal));
        desk.Time.Advance(TimeSpan.FromMinutes(5));
        desk.Page.WaitForAssertion(() => Assert.StartsWith("The time has come. Start", desk.Page.Find(".plan-start .note").TextContent, StringComparison.Ordinal));

        desk.Button("Take the planned start away").Click();
        Assert.Empty(desk.Page.FindAll(".plan-start [data-in]"));
    }

    [Fact]
    public void AnHourThatTheClocksSkipIsRefused()
    {
        using var desk = new Desk(SampleExercise.Lobby()).At();
        desk.Button("Plan the start").Click();
        desk.Page.Find("#plan-date").Change("2026-03-29");
        desk.Page.Find("#plan-time").Change("02:30:00");
        desk.Page.Find("#plan-zone").Change("Europe/Berlin");
        desk.Page.Find(".plan-start form").Submit();
        Assert.Contains("does not exist", desk.Page.Find(".plan-start [role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Empty(desk.Asked);
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

    [Fact]
    public void StartAsksWhileATeamIsEmptyOrSomebodyOfTheRosterIsMissing()
    {
        RosterEntry[] roster = [.. Enumerable.Range(1, 7).Select(n => new RosterEntry($"r{n}", $"Person {n}", SampleExercise.Red, "identity"))];
        using var desk = new Desk(SampleExercise.Lobby().Do(new Command.SetRoster([.. roster], [])).Do(new Command.AddTeam("green", "Green"))).At();
        Assert.Equal("start-dialog", desk.Button("Start").GetAttribute("data-opens"));
        var asks = desk.Page.Find("#start-dialog").TextContent;
        Assert.Contains("Nobody in Green yet.", asks, StringComparison.Ordinal);
        Assert.Contains("Missing from the roster (7 of 7): Person 1, Person 2, Person 3, Person 4, Person 5 and 2 more.", asks, StringComparison.Ordinal);

        desk.Button("Start all the same").Click();
        Assert.IsType<Command.Start>(desk.Asked.Single());
        Assert.Equal("running", desk.Page.Find(".live").GetAttribute("data-state"));
    }

    [Fact]
    public void AmongManyTeamsTheMissingStandOnOneLine()
    {
        var played = SampleExercise.Lobby();
        foreach (var n in Enumerable.Range(1, 8))
            played = played.Do(new Command.AddTeam($"team-{n}", $"Team {n}"));
        using var desk = new Desk(played.Do(new Command.SetRoster([new("r1", "Flo", SampleExercise.Red, "identity"), new("r2", "Finn", SampleExercise.Red, "soc")], []))).At();
        Assert.Equal("Flo, Finn missing", desk.Page.FindAll(".team-cards > li")[1].QuerySelectorAll(".states > li").Select(Flat).Last());
    }

    static string Flat(AngleSharp.Dom.IElement item) => item.Children[0].TextContent + " " + item.Children[1].TextContent;
}
