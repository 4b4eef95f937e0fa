using Bunit;
using Tabletop.Engine;
using Tabletop.TestKit.Samples;
using static Tabletop.TestKit.Samples.SampleScenario;

namespace Tabletop.Web.Tests.Play;

/// <summary>Ada commands team Blue and alone declares incidents; Bo is its analyst.</summary>
public sealed class ProposingActions
{
    [Fact]
    public void WhoMayNotDecideProposesInstead()
    {
        using var table = new Table(SampleExercise.Started(), "bo").At("?view=act&item=declare");
        Assert.Contains("is decided by Incident commander", table.Page.Find(".reading .note").TextContent, StringComparison.Ordinal);
        table.Page.Find(".reading textarea").Change("Two alerts agree.");
        Button(table, "Propose it to the team").Click();
        var asked = Assert.IsType<Command.ProposeAction>(table.Asked.Single());
        Assert.Equal(("declare", null, "Two alerts agree.", 70), (asked.Action, asked.Target, asked.Reason, asked.Confidence));
        Assert.Contains("Declare an incident", table.Page.Find(".proposals li").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("you have said nothing", table.Page.Find(".parts").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void WhoeverDecidesSeesItIsToldAndDecidesItFromThere()
    {
        using var table = new Table(SampleExercise.Started(), "ada").At("?view=act");
        table.Happens(played => played.Do(new Command.ProposeAction("bo", "declare", null, "Two alerts agree.", 90) { Id = "p1" }));
        Assert.Equal("Bo proposes: Declare an incident.", table.Page.Find("[role=status][aria-live]").TextContent);
        Assert.Contains("1 proposed, and you have said nothing to it", table.Page.Find(".parts").TextContent, StringComparison.Ordinal);
        Assert.Contains("Bo, 90 % sure", table.Page.Find(".proposals li").TextContent, StringComparison.Ordinal);
        Assert.Contains("1 proposal waits for your team", table.Page.Find(".rail").TextContent, StringComparison.Ordinal);

        Assert.Contains("item=declare", table.Page.Find(".proposals a.btn").GetAttribute("href"), StringComparison.Ordinal);
        table.Happens(played => played.Decide("ada", "declare"));
        Assert.Empty(table.Page.FindAll(".proposals"));
    }

    [Fact]
    public void AnObjectionNeedsAReasonAndStandsBesideTheProposal()
    {
        using var table = new Table(SampleExercise.Started().Do(new Command.ProposeAction("bo", "declare", null, "", 90) { Id = "p1" }), "cleo").At("?view=act");
        Button(table, "Say what you think").Click();
        table.Refusal = "Say what speaks against it: whoever decides has to weigh it.";
        Button(table, "I object").Click();
        Assert.Contains("Say what speaks against it", table.Page.Find(".proposed [role=alert]").TextContent, StringComparison.Ordinal);

        table.Refusal = null;
        table.Page.Find("#voice-p1").Change("Wait for the supplier.");
        Button(table, "I object").Click();
        Assert.Equal(false, Assert.IsType<Command.VoiceOnAction>(table.Asked[^1]).For);
        Assert.Contains("against it Cléo: Wait for the supplier.", table.Page.Find(".voice").TextContent.Trim(), StringComparison.Ordinal);
        Assert.DoesNotContain("you have said nothing", table.Page.Find(".parts").TextContent, StringComparison.Ordinal);
        Button(table, "Change what you said").Click();
        Button(table, "I am for it").Click();
        Assert.StartsWith("for it", table.Page.Find(".voice").TextContent.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public void WhatElseIsProposedForTheSameThingStandsBesideIt()
    {
        var played = SampleExercise.Started()
            .Do(new Command.ProposeAction("bo", "rotate", Token, "", 90))
            .Do(new Command.ProposeAction("cleo", "disable", Token, "", 50));
        using var table = new Table(played, "ada").At($"?view=credentials&item={Token}");
        var items = table.Page.FindAll(".proposals li");
        Assert.Contains("Also proposed for it: Rotate (Bo)", items[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("Also proposed for it: Disable, then watch (Cléo)", items[1].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void OnesOwnIsTakenBack()
    {
        using var table = new Table(SampleExercise.Started().Do(new Command.ProposeAction("bo", "declare", null, "", 90) { Id = "p1" }), "bo").At("?view=act");
        Button(table, "Take it back").Click();
        Assert.Equal("p1", Assert.IsType<Command.DropProposal>(table.Asked.Single()).Proposal);
        Assert.Empty(table.Page.FindAll(".proposals"));
    }

    [Fact]
    public void TheIncidentTimelineKeepsWhoProposedAndWhoObjected()
    {
        var played = SampleExercise.Started()
            .Do(new Command.ProposeAction("bo", "declare", null, "Two alerts agree.", 90) { Id = "p1" })
            .Do(new Command.VoiceOnAction("cleo", "p1", false, "Wait for the supplier."))
            .Decide("ada", "declare");
        using var table = new Table(played, "ada").At("?view=log&show=decided");
        var log = table.Page.Find(".reading").TextContent;
        Assert.Contains("Two alerts agree.", log, StringComparison.Ordinal);
        Assert.Contains("Against: Declare an incident", log, StringComparison.Ordinal);
        Assert.Contains("Wait for the supplier.", log, StringComparison.Ordinal);
    }

    static AngleSharp.Dom.IElement Button(Table table, string text) =>
        table.Page.FindAll("button").First(button => button.TextContent.Trim().StartsWith(text, StringComparison.Ordinal));
}
