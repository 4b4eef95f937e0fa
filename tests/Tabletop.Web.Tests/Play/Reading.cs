using Bunit;
using Tabletop.Engine;
using Tabletop.TestKit.Samples;
using static Tabletop.TestKit.Samples.SampleScenario;

namespace Tabletop.Web.Tests.Play;

public sealed class Reading
{
    [Fact]
    public void OpeningAnInjectMarksItReadOnce()
    {
        using var table = new Table(SampleExercise.Started()).At("?item=notice");
        table.Happens(played => played.Decide("bo", "check", Token));
        Assert.Equal(["notice"], table.Asked.OfType<Command.ReadInject>().Select(read => read.Inject));
    }

    [Fact]
    public void AnInjectThatWasReadIsNotReportedAgain()
    {
        using var table = new Table(SampleExercise.Started().Do(new Command.ReadInject("ada", "notice"))).At("?item=notice");
        Assert.Empty(table.Asked);
    }

    [Fact]
    public void NewInjectsAreCountedBesideTheInbox()
    {
        using var table = new Table(SampleExercise.Started().Until(At(10, 18, 14))).At();
        Assert.Equal("2 new", table.Page.Find("nav.parts a .count").TextContent.Trim(',', ' '));
    }

    [Fact]
    public void ANewInjectSlidesInOnTopAndIsAnnounced()
    {
        using var table = new Table(SampleExercise.Started(), "cleo").At();
        table.Happens(played => played.Until(At(10, 18, 14)));
        Assert.Equal(["Inventory of what leaked", "Support files taken"], Titles(table));
        Assert.Equal("arrived", table.Page.Find(".lines > li").ClassName);
        Assert.Contains("New ticket: Inventory of what leaked, from Identity team.", table.Page.Find("[aria-live=polite]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void ThePageTellsTheBrowserOfEachMessageThatComesWhileItIsOpen()
    {
        using var table = new Table(SampleExercise.Started(), "cleo").At();
        Assert.Equal("0", table.Page.Find(".play").GetAttribute("data-arrived"));

        table.Happens(played => played.Until(At(10, 18, 14)));
        Assert.Equal("1", table.Page.Find(".play").GetAttribute("data-arrived"));
        Assert.Equal("New ticket: Inventory of what leaked, from Identity team.", table.Page.Find(".play").GetAttribute("data-arrived-says"));

        table.Happens(played => played.Decide("bo", "check", Token));
        Assert.Equal("1", table.Page.Find(".play").GetAttribute("data-arrived"));
    }

    [Fact]
    public void WhatIsTakenBackIsMarkedAndAnnouncedAndWantsNoAnswer()
    {
        using var table = new Table(SampleExercise.Started()).At("?item=notice");
        table.Happens(played => played.Do(new Command.RecallInject("notice", null, "The supplier counted **twice**.")));
        Assert.Contains("Taken back: Support files taken.", table.Page.Find("[aria-live=polite]").TextContent, StringComparison.Ordinal);
        Assert.Contains("The supplier counted twice.", table.Page.Find(".reading").TextContent, StringComparison.Ordinal);
        Assert.Equal("Support files taken (taken back)", table.Page.Find(".lines .line-title").TextContent);
    }

    [Fact]
    public void NothingMovesUnderAHandThatIsOverTheList()
    {
        using var table = new Table(SampleExercise.Started(), "cleo").At();
        table.Page.Find(".lines").PointerEnter();
        table.Happens(played => played.Until(At(10, 18, 14)));
        Assert.Equal(["Support files taken"], Titles(table));
        Assert.Equal("1 new", table.Page.Find(".arrivals button").TextContent);

        table.Page.Find(".lines").PointerLeave();
        Assert.Equal(["Inventory of what leaked", "Support files taken"], Titles(table));
    }

    [Fact]
    public void WhatIsReadUnderTheNewFilterStaysUntilTheHandLeaves()
    {
        using var table = new Table(SampleExercise.Started().Until(At(10, 18, 14)), "cleo").At("?show=new");
        table.Page.Find(".lines").PointerEnter();
        table.At("?show=new&item=notice");
        Assert.Equal(2, Titles(table).Count());

        table.Page.Find(".lines").PointerLeave();
        Assert.Equal(["Inventory of what leaked"], Titles(table));
    }

    [Fact]
    public void AReaderIsLedToWhatHasWaitedLongest()
    {
        using var table = new Table(SampleExercise.Started().Until(At(11, 4, 0)), "cleo").At("?item=press");
        Assert.Equal("Next unread: Support files taken", table.Page.Find(".next-unread").TextContent.Trim());
    }

    [Fact]
    public void WhoeverAsksForTheWaitingOnesGetsThemAtOnce()
    {
        using var table = new Table(SampleExercise.Started(), "cleo").At();
        table.Page.Find(".lines").PointerEnter();
        table.Happens(played => played.Until(At(10, 18, 14)));
        table.Page.Find(".arrivals button").Click();
        Assert.Equal(2, Titles(table).Count());
    }

    [Fact]
    public void AFilterShowsOneChannelOnly()
    {
        using var table = new Table(SampleExercise.Started().Until(At(11, 4, 0))).At("?show=news");
        Assert.Equal(["Supplier admits theft of support files"], Titles(table));
    }

    [Fact]
    public void WhatCameOfADecisionStandsInTheInboxAsAResult()
    {
        using var table = new Table(SampleExercise.Started().Decide("cleo", "check", Token), "cleo").At();
        table.Happens(played => played.Until(At(10, 18, 10)));
        var line = table.Page.Find(".lines .line");
        Assert.Contains("new", line.ClassList);
        Assert.Contains("Check whether it works, decided by Cléo", line.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void AnAnswerNeedsAChoiceAndCarriesReasonAndConfidence()
    {
        using var table = new Table(SampleExercise.Started().Until(At(11, 17, 12)), "bo").At("?item=new-user");
        Assert.True(table.Page.Find(".question button").HasAttribute("disabled"));

        table.Page.Find("input[value=look]").Change("look");
        table.Page.Find(".question textarea").Change("Nobody knows the name");
        table.Page.Find(".question input[value='90']").Change("90");
        table.Page.Find(".question form").Submit();

        Assert.Equal(new Command.AnswerInject("", "new-user", "look", "Nobody knows the name", 90), table.Asked.Last());
        Assert.Contains("We look at the account first", table.Page.Find(".question").TextContent, StringComparison.Ordinal);
        Assert.Empty(table.Page.FindAll(".question form"));
    }

    static IEnumerable<string> Titles(Table table) => table.Page.FindAll(".lines .line-title").Select(title => title.TextContent);
}
