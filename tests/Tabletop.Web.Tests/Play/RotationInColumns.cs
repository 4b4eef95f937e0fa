using Bunit;
using Tabletop.Engine;
using Tabletop.TestKit.Samples;
using Tabletop.Web.Play;
using static Tabletop.TestKit.Samples.SampleScenario;

namespace Tabletop.Web.Tests.Play;

public sealed class RotationInColumns
{
    [Fact]
    public void EachCredentialStandsInTheColumnOfWhatTheTeamKnowsAndMakesOfIt()
    {
        var played = SampleExercise.Started()
            .Decide("cleo", "check", Token).Until(At(10, 18, 10))
            .Decide("cleo", "rotate", Account)
            .Do(new Command.JudgeCredential("ada", Repositories, Judgement.AcceptedRisk, "Read only"))
            .Do(new Command.JudgeCredential("ada", Dead, Judgement.Suspected, ""));
        using var table = new Table(played).At("?view=credentials&show=board");

        Assert.Contains("Helpdesk chatbot token", Column(table, "Suspected"));
        Assert.Contains("Old backup key", Column(table, "Suspected"));
        Assert.Equal(["Sheet integration account"], Column(table, "Rotating"));
        Assert.Single(Column(table, "AcceptedRisk"));
        Assert.Contains("Payroll export", Column(table, "Unknown"));
        Assert.Empty(Column(table, "Rotated"));
    }

    [Fact]
    public void FiltersNarrowTheBoardByOwnerReachAndLastUse()
    {
        using var table = new Table(SampleExercise.Started()).At("?view=credentials&show=board");
        var all = Cards(table);
        table.Page.Find("#board-owner").Change("none");
        var unowned = Cards(table);
        Assert.InRange(unowned, 1, all - 1);

        table.Page.Find("#board-owner").Change("");
        table.Page.Find("#board-opens").Change(table.Page.FindAll("#board-opens option")[1].GetAttribute("value")!);
        Assert.InRange(Cards(table), 1, all - 1);
    }

    [Fact]
    public void AWholeColumnIsTickedAtOnceAndItsPriceIsSummedBeforeAnythingIsDecided()
    {
        using var table = new Table(SampleExercise.Started()).At("?view=credentials&show=board");
        var href = table.Page.FindAll(".rotation-column a").First(link => link.TextContent.StartsWith("Tick all", StringComparison.Ordinal)).GetAttribute("href")!;
        table.At(href[href.IndexOf('?', StringComparison.Ordinal)..]);

        Assert.Equal($"{Cards(table)} credentials ticked", table.Page.Find(".reading h2").TextContent);
        Assert.NotEmpty(table.Page.FindAll(".reading .price"));
        Assert.Empty(table.Asked);
    }

    [Fact]
    public void OfTwoTicksInOneBreathTheSecondLeavesTheFirst()
    {
        var ticks = new Ticks();
        var before = new PlayAddress("ex1", PlayPart.Credentials, Pick: "c");
        var one = ticks.Toggle(before, "a");
        Assert.Equal(["c", "a"], one.Picked);
        var two = ticks.Toggle(before, "b");
        Assert.Equal(["c", "a", "b"], two.Picked);

        ticks.Arrived(one);
        Assert.Equal(["a", "b", "c", "d"], ticks.Toggle(one, "d").Picked.Order());
        Assert.Equal(["b", "c", "d"], ticks.Toggle(two, "a").Picked.Order());
    }

    [Fact]
    public void ARiskIsAcceptedWithAReasonOnly()
    {
        using var table = new Table(SampleExercise.Started()).At($"?view=credentials&show=board&item={Token}");
        table.Page.FindAll(".reading button").First(button => button.TextContent == "Suspect it").Click();
        Assert.Equal(Judgement.Suspected, table.Played.Exercise.FindTeam("blue")!.Judged[Token].As);

        table.Page.Find("#judge-why").Change("Behind the VPN");
        table.Page.FindAll(".reading button").First(button => button.TextContent == "Accept the risk").Click();
        Assert.Equal(["Helpdesk chatbot token"], Column(table, "AcceptedRisk"));
        Assert.Contains("Behind the VPN", table.Page.Find(".reading .said").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void ACardSaysWhereTheCredentialLeadsAndWhatStopsWithoutIt()
    {
        using var table = new Table(SampleExercise.Started()).At("?view=credentials&show=board");
        var card = table.Page.FindAll(".rotation-card").Single(card => card.QuerySelector("a")!.TextContent == "Helpdesk chatbot token").TextContent;
        Assert.Contains("opens Access gateway, from there 3 more", card, StringComparison.Ordinal);
        Assert.Contains("Staff can't ask the chatbot", card, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatHangsOnAllThatAreTickedIsDrawnAndSaid()
    {
        using var table = new Table(SampleExercise.Started()).At($"?view=credentials&show=board&pick={Token},{Account},{Dead}&item=picked");
        Assert.Equal(3, table.Page.FindAll(".hangs .way").Count);
        Assert.Equal(6, table.Page.FindAll(".hangs a").Count);
        var said = table.Page.FindAll(".reading section[aria-labelledby=hangs-title] dd").Select(text => text.TextContent.Trim()).ToList();
        Assert.Equal("Access gateway, Wiki and ticket host, Marketplace cloud account", said[0]);
        Assert.Equal("Code hosting, Console server, branch office", said[1]);
        Assert.Contains("Wiki and ticket host by one other", said[2], StringComparison.Ordinal);
        Assert.Contains("Sheet integration account: Project reports stop updating.", said[3], StringComparison.Ordinal);
    }

    [Fact]
    public void NothingIsReachedThroughASystemThatTheTeamHasIsolated()
    {
        var played = SampleExercise.Started().Decide("ada", "declare").Until(At(10, 18, 9)).Decide("ada", "isolate", Host).Until(At(10, 18, 10));
        using var table = new Table(played).At($"?view=credentials&item={Account}");
        Assert.Contains("nothing else", table.Page.Find(".reading section[aria-labelledby=hangs-title]").TextContent, StringComparison.Ordinal);
    }

    static int Cards(Table table) => table.Page.FindAll(".rotation-card").Count;

    static IEnumerable<string> Column(Table table, string column) =>
        table.Page.FindAll($"section[aria-labelledby=column-{column}] .rotation-card a").Select(link => link.TextContent);
}
