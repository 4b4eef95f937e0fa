using Bunit;
using Tabletop.Engine;
using Tabletop.TestKit.Samples;
using static Tabletop.TestKit.Samples.SampleScenario;

namespace Tabletop.Web.Tests.Play;

public sealed class SortingTheInbox
{
    [Fact]
    public void AFlagStandsBesideTheLineAndHasAFilter()
    {
        using var table = new Table(SampleExercise.Started().Until(At(10, 18, 14)), "cleo").At("?item=notice");
        Assert.DoesNotContain(table.Page.FindAll(".chip"), chip => chip.TextContent.Trim() == "Flagged");
        table.Page.Find("button[aria-pressed=false]").Click();

        Assert.Equal("true", table.Page.Find(".letter button[aria-pressed]").GetAttribute("aria-pressed"));
        Assert.Contains(table.Page.FindAll(".line-mark title"), title => title.TextContent == "flagged");
        table.At("?show=flagged");
        Assert.Equal(["Support files taken"], Titles(table));
    }

    [Fact]
    public void FlagsAndMarksAreThereOnTheSecondVisitAndNotForOthers()
    {
        var played = SampleExercise.Started().Decide("cleo", "check", Token).Until(At(10, 18, 14));
        var result = InboxMark.ItemOf(played.Exercise.FindTeam("blue")!.Decisions[0].Id);
        using (var first = new Table(played, "cleo").At($"?item={result}"))
        {
            first.Page.Find(".letter button[aria-pressed]").Click();
            first.At("?item=notice");
            first.Page.FindAll(".letter button").First(button => button.TextContent == "Mark as unread").Click();
        }

        using var second = new Table(played, "cleo").At("?show=new");
        Assert.Equal(["Inventory of what leaked", "Support files taken"], Titles(second));
        second.At("?show=flagged");
        Assert.Equal(["Helpdesk chatbot token"], Titles(second));

        using var other = new Table(played, "ada").At("?show=new");
        Assert.Equal(3, Titles(other).Count());
    }

    [Fact]
    public void MarkedAsUnreadItStaysSoWhileItIsOpen()
    {
        using var table = new Table(SampleExercise.Started()).At().At("?item=notice");
        table.Page.FindAll(".letter button").First(button => button.TextContent == "Mark as unread").Click();
        table.Happens(played => played.Decide("bo", "check", Token));
        Assert.Contains("new", table.Page.Find(".lines .line").ClassList);
        Assert.Single(table.Asked.OfType<Command.ReadInject>());
    }

    [Theory]
    [InlineData("taken 203.0.113.24", "Support files taken")]
    [InlineData("IDENTITY", "Inventory of what leaked")]
    [InlineData("gateway", "Helpdesk chatbot token")]
    public void EveryWordThatIsSearchedIsInTheTitleTheSenderOrTheText(string words, string title)
    {
        using var table = new Table(SampleExercise.Started().Decide("cleo", "check", Token).Until(At(10, 18, 14)), "cleo").At();
        table.Page.Find("#inbox-find").Input(words);
        Assert.Equal([title], Titles(table));
    }

    [Fact]
    public void SearchAndSenderNarrowTogetherAndSayWhenNothingIsLeft()
    {
        using var table = new Table(SampleExercise.Started().Until(At(10, 18, 14)), "cleo").At();
        table.Page.Find("#inbox-from").Change("Identity team");
        Assert.Equal(["Inventory of what leaked"], Titles(table));

        table.Page.Find("#inbox-find").Input("203.0.113.24");
        Assert.Equal("Nothing like that is in the inbox.", table.Page.Find(".list .empty").TextContent);
    }

    [Fact]
    public void WhatComesWhileSomebodySearchesIsFoundOnlyIfItMatches()
    {
        using var table = new Table(SampleExercise.Started(), "cleo").At();
        table.Page.Find("#inbox-find").Input("support files");
        table.Happens(played => played.Until(At(10, 18, 14)));
        Assert.Equal(["Support files taken"], Titles(table));
    }

    static IEnumerable<string> Titles(Table table) => table.Page.FindAll(".lines .line-title").Select(title => title.TextContent);
}
