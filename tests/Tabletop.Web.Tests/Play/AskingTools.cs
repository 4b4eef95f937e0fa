using Bunit;
using Tabletop.Engine;
using Tabletop.TestKit.Samples;
using static Tabletop.TestKit.Samples.SampleScenario;

namespace Tabletop.Web.Tests.Play;

/// <summary>The sign-in log, which a team searches by a word.</summary>
public sealed class AskingTools
{
    [Fact]
    public void ToolsStandInAPartOfTheirOwnAndNotAmongTheActions()
    {
        using var table = new Table(SampleExercise.Started()).At("?view=tools");
        Assert.Equal(["Search the sign-in log"], table.Page.FindAll(".list .line-title").Select(title => title.TextContent));
        table.At("?view=act");
        Assert.DoesNotContain("Search the sign-in log", table.Page.FindAll(".list .line-title").Select(title => title.TextContent));
        Assert.Contains("Tools", table.Page.Find("nav.parts").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void AskingTakesAWordAndNoReason()
    {
        using var table = new Table(SampleExercise.Started()).At("?view=tools&item=logs");
        Assert.Empty(table.Page.FindAll("form.decision textarea"));
        Assert.True(table.Page.Find("form.decision input[type=search]").HasAttribute("required"));

        table.Page.Find("form.decision input[type=search]").Input("chatbot");
        table.Page.Find("form.decision").Submit();
        Assert.Equal([new Command.SubmitDecision("", "logs", "chatbot", "", 100)], table.Asked);
        Assert.Contains("the answer comes at", table.Page.Find(".tool-answers").TextContent, StringComparison.Ordinal);
        Assert.Equal("", table.Page.Find("form.decision input[type=search]").GetAttribute("value") ?? "");
    }

    [Fact]
    public void WhatItAnsweredStaysToBeReadAndItsLogCanBeSearched()
    {
        using var table = new Table(SampleExercise.Started().Decide("bo", "logs", "weather").Decide("ada", "logs", "the chatbot").Until(At(10, 18, 12)))
            .At("?view=tools&item=logs");
        Assert.Equal(["“the chatbot”", "“weather”"], table.Page.FindAll(".tool-answers b").Select(title => title.TextContent));
        Assert.Equal("8 lines", table.Page.Find(".log-extract [role=status]").TextContent);

        table.Page.Find(".log-extract input").Input("deny");
        Assert.Equal("1 of 8 lines", table.Page.Find(".log-extract [role=status]").TextContent);
        Assert.Equal("02:14:40 chatbot DENY 203.0.113.9", table.Page.Find(".log-extract pre").TextContent.Trim());
        Assert.Equal("DENY", table.Page.Find(".log-extract mark").TextContent);
    }

    [Fact]
    public void AnAnswerIsAnItemOfTheInboxToo()
    {
        using var table = new Table(SampleExercise.Started().Decide("ada", "logs", "the chatbot").Until(At(10, 18, 12))).At("?show=results");
        Assert.Equal("“the chatbot”", table.Page.Find(".lines .line-title").TextContent);
    }
}
