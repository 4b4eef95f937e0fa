using Bunit;
using Tabletop.Engine;
using Tabletop.TestKit.Samples;
using static Tabletop.TestKit.Samples.SampleScenario;

namespace Tabletop.Web.Tests.Facilitate;

public sealed class HoldingTheClock
{
    [Fact]
    public void PausesAndResumesByTheSameButton()
    {
        using var desk = Running();
        desk.Button("Pause", ".controls").Click();
        desk.Button("Resume", ".controls").Click();
        Assert.Equal([new Command.Pause(""), new Command.Resume()], desk.Asked);
        Assert.Equal("running", desk.Page.Find(".live").GetAttribute("data-state"));
    }

    [Fact]
    public void AReasonForThePauseIsSentAndShown()
    {
        using var desk = Running();
        desk.Page.Find("#pause-reason").Change("Fire drill");
        desk.Page.Find("#pause-dialog form").Submit();
        Assert.Equal(new Command.Pause("Fire drill"), desk.Asked.Single());
        Assert.Equal("Fire drill", desk.Page.Find(".clock-reason").TextContent);
        Assert.Equal("Paused: Fire drill.", desk.Page.Find("[role=status]").TextContent);
    }

    [Fact]
    public void UsualReasonsAreOneClick()
    {
        using var desk = Running();
        desk.Button("Discussion", "#pause-dialog").Click();
        Assert.Equal(new Command.Pause("Discussion"), desk.Asked.Single());
    }

    [Theory]
    [InlineData("½×", 500)]
    [InlineData("8×", 8000)]
    public void ChangesTheSpeed(string button, int permille)
    {
        using var desk = Running();
        desk.Button(button, ".speeds").Click();
        Assert.Equal(new Command.SetSpeed(permille), desk.Asked.Single());
        Assert.Equal("true", desk.Button(button, ".speeds").GetAttribute("aria-pressed"));
    }

    [Fact]
    public void StepsToTheInjectThatIsNamedAsTheNext()
    {
        using var desk = new Desk(SampleExercise.Started()).At();
        var next = desk.Page.Find(".next a").TextContent;
        desk.Button("Step", ".controls").Click();
        Assert.IsType<Command.Step>(desk.Asked.Single());
        desk.At("?tab=sent");
        Assert.Equal(next, desk.Page.Find(".room-injects .line-title").TextContent);
    }

    [Fact]
    public void AJumpSaysWhatItBringsBeforeItIsMade()
    {
        using var desk = new Desk(SampleExercise.Started()).At();
        desk.Button("Jump…").Click();
        var stops = desk.Texts("#jump-dialog .choice");
        Assert.Equal(3, stops.Count);
        Assert.StartsWith("Odd sign-ins Tue 14 Nov 09:00On the way: ", stops[0], StringComparison.Ordinal);
        Assert.Contains("the attacker gets on by", stops[2], StringComparison.Ordinal);
        Assert.Contains("never back", desk.Page.Find("#jump-dialog").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void JumpsToTheChosenPhase()
    {
        using var desk = new Desk(SampleExercise.Started()).At();
        desk.Button("Jump…").Click();
        desk.Page.FindAll("#jump-dialog input")[1].Change("quiet");
        desk.Page.Find("#jump-dialog form").Submit();
        Assert.Equal(new Command.Jump(At(11, 17, 14)), desk.Asked.Single());
        Assert.Equal("Quiet days", desk.Page.Find("[aria-current=step]").TextContent.Trim());
    }

    [Fact]
    public void MoreTimeSaysWhatItBringsBeforeItIsGivenAndCanBeTakenBack()
    {
        using var desk = Running();
        desk.Button("Give more time…").Click();
        desk.Button("15", "#extend-dialog").Click();
        var before = desk.Page.Find(".clock-left [data-countdown]").GetAttribute("data-countdown")!;
        Assert.Matches("^Notice and rotation then ends in .+ instead of .+, and the exercise in .+ instead of .+\\.$", desk.Page.Find("#extend-dialog .note").TextContent);
        desk.Page.Find("#extend-dialog form").Submit();
        Assert.Equal(Value.Phases[0].Id, Assert.IsType<Command.Extend>(desk.Asked.Single()).Phase);
        Assert.Equal(long.Parse(before, System.Globalization.CultureInfo.InvariantCulture) + 15 * 60_000, long.Parse(desk.Page.Find(".clock-left [data-countdown]").GetAttribute("data-countdown")!, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Contains("15 min for", desk.Page.Find("#extend-dialog ul").TextContent, StringComparison.Ordinal);

        desk.Button("Take back", "#extend-dialog").Click();
        Assert.Equal(before, desk.Page.Find(".clock-left [data-countdown]").GetAttribute("data-countdown"));
        Assert.Empty(desk.Page.FindAll("#extend-dialog ul"));
    }

    [Fact]
    public void TheRestOfTheExerciseCanGetTheTime()
    {
        using var desk = Running();
        desk.Button("Give more time…").Click();
        desk.Page.FindAll("#extend-dialog input[type=radio]")[1].Change("on");
        desk.Page.Find("#extend-minutes").Input("500");
        Assert.Contains("Between 1 and 240", desk.Page.Find("#extend-dialog .note").TextContent, StringComparison.Ordinal);
        desk.Page.Find("#extend-minutes").Input("30");
        Assert.StartsWith("The exercise then ends in", desk.Page.Find("#extend-dialog .note").TextContent, StringComparison.Ordinal);
        desk.Page.Find("#extend-dialog form").Submit();
        Assert.Equal(new Command.Extend("", null, 30), desk.Asked.Single());
    }

    [Fact]
    public void ARefusalIsSaid()
    {
        using var desk = Running();
        desk.Refusal = "The server is restarting.";
        desk.Button("Pause", ".controls").Click();
        Assert.Equal("The server is restarting.", desk.Page.Find(".controls [role=alert]").TextContent.Trim());
    }

    [Fact]
    public void EndingOpensTheDebriefAndKeepsTheRoomReadable()
    {
        using var desk = Running();
        desk.Button("End and debrief", "#end-dialog").Click();
        Assert.IsType<Command.End>(desk.Asked.Single());
        Assert.Equal("debrief/ex1", desk.Page.Find(".bar-end a.primary").GetAttribute("href"));
        Assert.Empty(desk.Page.FindAll(".controls"));
        Assert.NotEmpty(desk.Page.FindAll(".teams tbody tr"));

        desk.Button("Close it", "#close-dialog").Click();
        Assert.IsType<Command.Close>(desk.Asked[^1]);
        Assert.DoesNotContain("Close…", desk.Texts(".bar-end button"));
    }

    static Desk Running() => new Desk(SampleExercise.Lobby().Do(new Command.Start())).At();
}
