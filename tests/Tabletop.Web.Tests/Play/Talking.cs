using Bunit;
using Tabletop.Engine;
using Tabletop.TestKit.Samples;

namespace Tabletop.Web.Tests.Play;

public sealed class Talking
{
    [Fact]
    public void WhatIsTypedIsSaidOnceAndTheFieldIsEmptyAgain()
    {
        using var table = new Table(SampleExercise.Started()).At("?view=team");
        table.Page.Find("#say").Change("Who has the log?");
        table.Page.Find(".chat-form").Submit();

        Assert.Equal("Who has the log?", Assert.Single(table.Asked.OfType<Command.Say>()).Text);
        Assert.Equal("", table.Page.Find("#say").GetAttribute("value"));
        Assert.Equal("Who has the log?", table.Page.Find(".chat-lines .mine .said-whole").TextContent);
        table.Page.Find(".chat-form").Submit();
        Assert.Single(table.Asked.OfType<Command.Say>());
    }

    [Fact]
    public void WhatWasRefusedStaysInTheFieldWithTheReason()
    {
        using var table = new Table(SampleExercise.Started()) { Refusal = "The server can't answer." }.At("?view=team");
        table.Page.Find("#say").Change("Who has the log?");
        table.Page.Find(".chat-form").Submit();

        Assert.Equal("Who has the log?", table.Page.Find("#say").GetAttribute("value"));
        Assert.Contains("The server can't answer.", table.Page.Find(".chat-form .fault").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void AMentionIsCountedBesideTheTeamAndAnnouncedAndReadWhenItIsSeen()
    {
        using var table = new Table(SampleExercise.Started()).At();
        table.Happens(played => played.Say("bo", "@Ada <b>look</b>"));
        Assert.Equal("@1 mentions of you", table.Page.Find("nav.parts a:last-of-type .count").TextContent.Trim(',', ' '));
        Assert.Contains("Bo mentions you: @Ada <b>look</b>", table.Page.Find("[aria-live=polite]").TextContent, StringComparison.Ordinal);

        table.At("?view=team");
        Assert.Equal("@Ada", table.Page.Find(".chat-lines .for-you .mention.you").TextContent);
        Assert.Empty(table.Page.FindAll(".chat-lines b b"));
        Assert.Empty(table.Page.FindAll("nav.parts a:last-of-type .count"));
        Assert.Single(table.Asked.OfType<Command.ReadChat>());
    }

    [Fact]
    public void ANameIsPutIntoTheMessageByAButton()
    {
        using var table = new Table(SampleExercise.Started()).At("?view=team");
        table.Page.Find("#say").Change("Ask");
        table.Page.FindAll(".chat-names button").First(button => button.TextContent.Trim() == "@Bo").Click();
        Assert.Equal("Ask @Bo ", table.Page.Find("#say").GetAttribute("value"));
    }

    [Fact]
    public void AnEntryIsWrittenDownChangedTakenOutAndPutBack()
    {
        using var table = new Table(SampleExercise.Started()).At("?view=notes");
        table.Page.Find("#note-new").Change("Call the supplier");
        table.Page.Find(".notebook > form").Submit();
        table.At($"?view=notes&item={Id(table)}");
        table.Page.Find(".log textarea").Change("Call the supplier at nine");
        table.Page.Find(".log form").Submit();
        Assert.Equal("Call the supplier at nine", table.Page.Find(".log .said-whole").TextContent);

        table.Page.Find(".log button").Click();
        Assert.Contains("One entry was taken out", table.Page.Find(".notebook details summary").TextContent, StringComparison.Ordinal);
        table.Page.Find(".notebook details button").Click();
        Assert.Empty(table.Page.FindAll(".notebook details"));
    }

    [Theory]
    [InlineData("Take theirs", "Call at nine")]
    [InlineData("Keep mine", "Call, ask for logs")]
    [InlineData("Add mine below theirs", "Call at nine\n\nCall, ask for logs")]
    public void WhoIsSlowerSeesBothTextsAndChooses(string choice, string stands)
    {
        using var table = new Table(SampleExercise.Started().Do(new Command.WriteNote("ada", "n1", "Call", 0))).At("?view=notes&item=n1");
        Assert.Equal($"{table.Played.Exercise.FindTeam("blue")!.Notes[0].Version}", table.Page.Find(".log textarea").GetAttribute("data-draft-base"));
        table.Page.Find(".log textarea").Change("Call, ask for logs");
        table.Happens(played => played.Do(new Command.WriteNote("bo", "n1", "Call at nine", played.Exercise.Version)));

        Assert.Contains("Bo changed this entry while you were writing", table.Page.Find(".note.warn h3").TextContent, StringComparison.Ordinal);
        Assert.Equal("Call at nine", table.Page.Find(".note.warn .said-whole").TextContent);
        Assert.True(table.Page.Find(".log form button[type=submit]").HasAttribute("disabled"));
        table.Page.FindAll(".note.warn button").First(button => button.TextContent == choice).Click();

        Assert.Equal(stands, table.Page.Find(".log .said-whole").TextContent);
        Assert.Empty(table.Page.FindAll(".note.warn"));
    }

    [Fact]
    public void WhatWasHalfWrittenOverAnOlderTextIsNotTakenForAChangeOfTheNewOne()
    {
        var played = SampleExercise.Started().Do(new Command.WriteNote("ada", "n1", "Call", 0));
        var seen = played.Exercise.Version;
        played.Do(new Command.WriteNote("bo", "n1", "Call at nine", seen));
        using var table = new Table(played);
        table.JSInterop.Setup<string?>("tabletop.kept", "base:note-n1").SetResult($"{seen}");
        table.At("?view=notes&item=n1");
        Assert.Contains("Bo changed this entry", table.Page.Find(".note.warn").TextContent, StringComparison.Ordinal);
    }

    static string Id(Table table) => Assert.Single(table.Played.Exercise.FindTeam("blue")!.Notes).Id;
}
