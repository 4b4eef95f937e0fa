using Bunit;
using Tabletop.Engine;
using Tabletop.TestKit.Samples;
using static Tabletop.TestKit.Samples.SampleScenario;

namespace Tabletop.Web.Tests.Facilitate;

public sealed class WithInjects
{
    [Fact]
    public void WhatIsToComeStandsInOrderOfTimeBeforeWhatHangsOnACondition()
    {
        using var desk = new Desk(SampleExercise.Started()).At();
        var times = desk.Page.FindAll(".room-injects .line").Select(line => line.QuerySelector("time")?.GetAttribute("datetime") ?? "9").ToList();
        Assert.Equal(times.Order(StringComparer.Ordinal), times);
        Assert.Contains(desk.Texts(".room-injects .line-more"), text => text.StartsWith("as soon as", StringComparison.Ordinal));
    }

    [Fact]
    public void FiltersByWords()
    {
        using var desk = new Desk(SampleExercise.Started()).At("?tab=all");
        var title = desk.Texts(".room-injects .line-title")[2];
        desk.Page.Find(".filter").Input(title);
        Assert.Equal(title, Assert.Single(desk.Texts(".room-injects .line-title")));
        desk.Page.Find(".filter").Input("no such word anywhere");
        Assert.Equal("No inject of this kind has these words.", desk.Page.Find(".room-injects .empty").TextContent);
    }

    [Fact]
    public void AnOpenInjectSaysWhatIsExpectedAndWhereItStandsInEachTeam()
    {
        using var desk = new Desk(SampleExercise.Started().Until(At(10, 18, 14)).Do(new Command.ReadInject("ada", "inventory"))).At("?tab=sent&inject=inventory");
        Assert.Equal(["Blue", "Red"], desk.Texts(".per-team > li > a"));
        Assert.Equal(["read by 1 of 2", "read by 0 of 1"], desk.Texts(".per-team .badge"));
        Assert.True(desk.Button("Sent", ".acts").HasAttribute("disabled"));
    }

    [Fact]
    public void SendsNowToAllOrToOneTeam()
    {
        using var desk = new Desk(SampleExercise.Started()).At("?inject=press");
        desk.Page.Find(".per-team > li:nth-child(2) button").Click();
        desk.Button("Send now to Blue", ".acts").Click();
        Assert.Equal([new Command.SendInject("press", "red"), new Command.SendInject("press", null)], desk.Asked);
        Assert.True(desk.Button("Sent", ".acts").HasAttribute("disabled"));
    }

    [Fact]
    public void HoldsAndLetsGo()
    {
        using var desk = new Desk(SampleExercise.Started()).At("?inject=press");
        desk.Button("Hold", ".acts").Click();
        Assert.Contains("Held back by", desk.Page.Find(".room-detail .note.warn").TextContent, StringComparison.Ordinal);
        Assert.All(desk.Texts(".per-team .badge"), text => Assert.Equal("held", text));
        desk.At("?tab=held&inject=press");
        Assert.Single(desk.Page.FindAll(".room-injects .line"));
        desk.Button("Let go", ".acts").Click();
        Assert.Equal([new Command.HoldInject("press"), new Command.ReleaseHold("press")], desk.Asked);
    }

    [Fact]
    public void WritesAnInjectToSomeRolesOfOneTeam()
    {
        using var desk = new Desk(SampleExercise.Started()).At("?inject=new");
        desk.Page.FindAll(".channels input")[2].Change("on");
        desk.Page.Find("#write-from").Change("Chief executive");
        desk.Page.Find("#write-title").Change("What do we tell the board?");
        desk.Page.Find("#write-body").Change("In **ten minutes**, please.");
        desk.Page.FindAll(".ticks input")[1].Change(true);
        desk.Page.Find("#write-team").Change("red");
        desk.Page.Find("form.write").Submit();

        var written = Assert.IsType<Command.WriteInject>(desk.Asked.Single());
        Assert.Equal(("Chief executive", "What do we tell the board?", Channel.Chat, "red", "soc"), (written.From, written.Title, written.Channel, written.Team, written.To.Single()));
        Assert.Equal("?tab=sent", desk.Query);
        Assert.Equal("What do we tell the board?", desk.Texts(".room-injects .line-title")[0]);
    }

    [Fact]
    public void ARefusedInjectKeepsWhatWasWritten()
    {
        using var desk = new Desk(SampleExercise.Started()) { Refusal = "An inject needs a title." };
        desk.At("?inject=new");
        desk.Page.Find("#write-body").Change("Long text");
        desk.Page.Find("form.write").Submit();
        Assert.Equal("An inject needs a title.", desk.Page.Find("form.write [role=alert]").TextContent.Trim());
        Assert.Equal("Long text", desk.Page.Find("#write-body").GetAttribute("value"));
    }

    [Fact]
    public void UnderAHandALineStaysWhereItIsWhenItIsSent()
    {
        using var desk = new Desk(SampleExercise.Started()).At();
        var before = desk.Texts(".room-injects .line-title");
        desk.Page.Find(".room-injects .lines").PointerEnter();
        desk.Happens(played => played.Do(new Command.Step()));
        Assert.Equal(before, desk.Texts(".room-injects .line-title"));
        desk.Page.Find(".room-injects .lines").PointerLeave();
        Assert.DoesNotContain(before[0], desk.Texts(".room-injects .line-title"));
    }

    [Fact]
    public void WithNothingOpenWhatComesNextIsShownWithoutAButtonThatSendsIt()
    {
        using var desk = new Desk(SampleExercise.Started()).At();
        Assert.Equal(desk.Page.Find(".next a").TextContent, desk.Page.Find(".coming h2").TextContent);
        Assert.Empty(desk.Page.FindAll(".coming button"));
    }

    [Fact]
    public void AnUnknownInjectIsSaid()
    {
        using var desk = new Desk(SampleExercise.Started()).At("?inject=nothing");
        Assert.Contains("There is no such inject", desk.Page.Find(".room-detail").TextContent, StringComparison.Ordinal);
    }
}
