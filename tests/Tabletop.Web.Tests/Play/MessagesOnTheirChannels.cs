using Bunit;
using Tabletop.Engine;
using Tabletop.TestKit.Samples;
using Tabletop.Web.Play;
using static Tabletop.TestKit.Samples.SampleScenario;

namespace Tabletop.Web.Tests.Play;

public sealed class MessagesOnTheirChannels
{
    [Fact]
    public void AnAlertsBlockOfNamesAndValuesBecomesFieldsThatAreCopied()
    {
        var shape = MessageShape.Of(Channel.Alert, "SIEM", "```\nrule      okta.session\nseverity  high\nlast seen  2 min ago\n```\n\nLook **now**.");
        Assert.Equal(["rule", "severity", "last seen"], shape.Fields.Select(field => field.Name));
        Assert.Equal("okta.session", shape.Field("RULE"));
        Assert.Equal("Look **now**.", shape.Rest);
    }

    [Theory]
    [InlineData("```\n02:11:04 chatbot ALLOW\n02:12:09 chatbot DENY\n```")]
    [InlineData("Somebody signed in.")]
    [InlineData("| time | source | result |\n|---|---|---|\n| 07:12 | 203.0.113.24 | accepted |")]
    [InlineData("```\nrule  never closed")]
    public void WhatIsNotWrittenAsFieldsStaysTheTextThatItIs(string body)
    {
        var shape = MessageShape.Of(Channel.Alert, "SIEM", body);
        Assert.Empty(shape.Fields);
        Assert.Equal(body, shape.Rest);
    }

    [Fact]
    public void ATicketsTableOfTwoColumnsBecomesItsFieldsAndItsNumberStandsApart()
    {
        var shape = MessageShape.Of(Channel.Ticket, "Office", "Please look.\n\n| field | value |\n|---|---|\n| status | **open** |\n| skipped | 13 |\n");
        Assert.Equal(["status", "skipped"], shape.Fields.Select(field => field.Name));
        Assert.Equal("Please look.", shape.Rest);
        Assert.Equal(("SEC-2207", "close the rotation?"), MessageShape.Ticket("SEC-2207: close the rotation?"));
        Assert.Null(MessageShape.Ticket("Who is t.lindqvist?"));
    }

    [Theory]
    [InlineData("> **Lead** Okta is told.\n>\n> **Lead** And *we* wait.\n>\n> **Ana** Why?", "Lead: Okta is told. / Lead: And *we* wait. / Ana: Why?")]
    [InlineData("**Priya**: is it down?\n**Tom**: yes\nsince noon", "Priya: is it down? / Tom: yes\nsince noon")]
    [InlineData("**Priya:** hello\n\nThe line goes dead.", "Priya: hello\n\nThe line goes dead.")]
    [InlineData("> **A** one\n\nLater:\n\n> **B** two", "A: one / : Later: / B: two")]
    [InlineData("**Urgent** please call", "Desk: **Urgent** please call")]
    [InlineData("**A**: see\n```\n**B**: is no speaker\n```", "A: see\n```\n**B**: is no speaker\n```")]
    public void ACallAndAChatAreTurnsOfThoseWhoSpeak(string body, string turns) =>
        Assert.Equal(turns, string.Join(" / ", MessageShape.Of(Channel.Chat, "Desk", body).Turns.Select(turn => $"{turn.Who}: {turn.Says}")));

    [Fact]
    public void ACallRingsUntilThePersonAnswersAndIsATranscriptAfterwards()
    {
        using var table = new Table(SampleExercise.Started().Until(At(10, 20, 10)), "cleo").At("?item=owner-call");
        Assert.Equal("Jonas Weber is calling", table.Page.Find(".ringing h2").TextContent);
        Assert.DoesNotContain("dissolved", table.Page.Markup, StringComparison.Ordinal);
        Assert.Empty(table.Asked);

        table.Page.Find(".ringing button").Click();
        Assert.Equal(new Command.ReadInject("", "owner-call"), Assert.Single(table.Asked));
        Assert.Equal("Jonas Weber", table.Page.Find(".transcript .who").TextContent);
        Assert.Contains("dissolved", table.Page.Find(".transcript").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void ACallRingsOnEveryPartOfThePageUntilItIsAnsweredOrPutOff()
    {
        using var table = new Table(SampleExercise.Started().Until(At(10, 20, 10)), "cleo").At("?view=act");
        table.Page.FindAll(".call-bar button")[1].Click();
        Assert.Empty(table.Page.FindAll(".call-bar"));
        Assert.Empty(table.Asked);

        using var again = new Table(SampleExercise.Started().Until(At(10, 20, 10)), "cleo").At("?view=act");
        again.Page.Find(".call-bar button").Click();
        Assert.NotEmpty(again.Page.FindAll(".transcript"));
        Assert.Empty(again.Page.FindAll(".call-bar"));
    }

    [Fact]
    public void ACallThatNobodyAnswersForAMinuteWasMissedAndCanBeCalledBack()
    {
        using var table = new Table(SampleExercise.Started().Until(At(10, 20, 10)), "cleo").At("?view=act");
        Assert.NotEmpty(table.Page.FindAll(".call-bar"));
        table.Time.Advance(TimeSpan.FromMinutes(1));
        table.Page.WaitForAssertion(() => Assert.Empty(table.Page.FindAll(".call-bar")));

        table.At("?item=owner-call");
        Assert.Equal("missed call", table.Page.Find(".line[aria-current] .badge").TextContent);
        Assert.Equal("Missed call from Jonas Weber", table.Page.Find(".ringing h2").TextContent);
        Assert.DoesNotContain("dissolved", table.Page.Markup, StringComparison.Ordinal);
        table.Page.Find(".ringing button").Click();
        Assert.Contains("dissolved", table.Page.Find(".transcript").TextContent, StringComparison.Ordinal);
        Assert.Empty(table.Page.FindAll(".line[aria-current] .badge"));
    }

    [Fact]
    public void ACallThatWasTakenBackRingsNoMore()
    {
        var played = SampleExercise.Started().Until(At(10, 20, 10)).Do(new Command.RecallInject("owner-call", null, "Wrong number."));
        using var table = new Table(played, "cleo").At("?item=owner-call");
        Assert.Empty(table.Page.FindAll(".ringing, .call-bar"));
        Assert.Contains("Wrong number.", table.Page.Find(".reading").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void AFlagIsSetByAButtonThatSaysNothingElse()
    {
        using var table = new Table(SampleExercise.Started()).At("?item=notice");
        Assert.Equal("Flag", table.Page.Find(".reading button[aria-pressed]").TextContent.Trim());
    }

    [Fact]
    public void EachChannelHasItsOwnHead()
    {
        var played = SampleExercise.Started().Until(At(11, 14, 10)).Do(new Command.SendInject("executive", null));
        string Head(string person, string item)
        {
            using var table = new Table(played, person).At($"?item={item}");
            return table.Page.Find(".reading .letter > header").InnerHtml;
        }

        Assert.Contains("class=\"initial\"", Head("ada", "executive"), StringComparison.Ordinal);
        Assert.Contains("Reported by", Head("cleo", "inventory"), StringComparison.Ordinal);
        Assert.Contains("masthead", Head("ada", "press"), StringComparison.Ordinal);
        Assert.Contains("class=\"mono\">Gateway log", Head("bo", "refused"), StringComparison.Ordinal);
    }
}
