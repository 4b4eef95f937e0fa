using System.Net;
using Bunit;
using Tabletop.Engine;
using Tabletop.Exercises;
using Tabletop.TestKit.Samples;
using static Tabletop.TestKit.Samples.SampleScenario;

namespace Tabletop.Web.Tests.Play;

public sealed class KeepingTheLog(TabletopServer server) : IClassFixture<TabletopServer>
{
    [Fact]
    public void TheNewestStandsFirstAndEachKindHasItsFilter()
    {
        var played = SampleExercise.Started().Decide("ada", "check", Token, "It looks forgotten").Say("bo", "On it").Do(new Command.WriteNote("cleo", "n1", "Call", 0)).Until(At(10, 18, 14));
        using var table = new Table(played).At("?view=log");
        Assert.StartsWith("Received:", Lines(table).First(), StringComparison.Ordinal);

        table.At("?view=log&show=decided");
        Assert.Equal(["Decided by Ada: Check whether it works: Helpdesk chatbot token"], Lines(table));
        Assert.Equal("It looks forgotten", table.Page.Find(".said").TextContent);
        table.At("?view=log&show=noted");
        Assert.Equal(["Noted by Cléo: Call"], Lines(table));
        table.At("?view=log&show=said");
        Assert.Equal(["Said by Bo: On it"], Lines(table));
    }

    [Fact]
    public void WhatIsUnderWayStandsOnTopAndCanBeWithdrawn()
    {
        using var table = new Table(SampleExercise.Started().Decide("ada", "rotate", Account)).At("?view=log");
        Assert.Single(table.Page.FindAll(".reading .running > li"));
    }

    [Fact]
    public async Task TheTimelineIsSavedAsAFileByThoseWhoMayReadIt()
    {
        var opened = await server.OpenAsync();
        var lea = await server.SeatAsync(opened, "Blue", "Lea");
        await server.AskAsync(new Start(Caller.Facilitator, opened.Exercise));
        await server.AskAsync(new Say(Caller.Nobody.With(opened.Exercise, lea.Ticket), opened.Exercise, "Who has the log?"));
        using var browser = server.Browser();

        using var refused = await browser.GetAsync($"/play/{opened.Exercise}/log.csv");
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);

        await server.SignInAsync(browser);
        using var csv = await browser.GetAsync($"/play/{opened.Exercise}/log.csv?team={lea.Team}");
        Assert.Equal("text/csv", csv.Content.Headers.ContentType?.MediaType);
        Assert.Equal("blue-timeline.csv", csv.Content.Headers.ContentDisposition?.FileName);
        Assert.Equal([0xEF, 0xBB, 0xBF], (await csv.Content.ReadAsByteArrayAsync())[..3]);
        Assert.Contains(",Said,Lea,Who has the log?,", await csv.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        using var markdown = await browser.GetAsync($"/play/{opened.Exercise}/log.md?team={lea.Team}");
        Assert.Contains("Said by Lea: Who has the log?", await markdown.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    static IEnumerable<string> Lines(Table table) => table.Page.FindAll(".log .log-line p").Select(line => System.Text.RegularExpressions.Regex.Replace(line.TextContent.Trim(), @"\s+", " "));
}
