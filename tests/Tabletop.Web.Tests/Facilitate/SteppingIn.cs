using Bunit;
using Tabletop.Engine;
using Tabletop.Exercises.Views;
using Tabletop.TestKit.Samples;
using Tabletop.Web.Tests.Play;

namespace Tabletop.Web.Tests.Facilitate;

/// <summary>Hints, corrections of the score and changes of the world, from the facilitator's page to the team's.</summary>
public sealed class SteppingIn
{
    [Fact]
    public void AHintIsForTheTeamThatIsOpenAndSaysItsPrice()
    {
        using var desk = new Desk(SampleExercise.Started()).At("?view=teams&team=red");
        desk.Page.Find("#hint-text").Change("Look at the token list.");
        desk.Page.Find("#hint-cost").Change("2.5");
        desk.Page.Find("#hint-dialog form").Submit();

        Assert.Equal(new Command.GiveHint("", "Look at the token list.", 2.5m, "red"), Assert.Single(desk.Asked));
        Assert.Contains("to Red", desk.Page.Find("#hint-dialog .announced").TextContent, StringComparison.Ordinal);
        Assert.Contains("read by 0 of 2", desk.Page.Find(".interventions li").TextContent, StringComparison.Ordinal);
        Assert.Contains("−2.5 points", desk.Page.Find(".interventions li").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void EverybodyOfTheTeamSeesAHintWithItsPriceUntilItIsPutAway()
    {
        var played = SampleExercise.Started();
        using var ada = new Table(played).At();
        ada.Happens(exercise => exercise
            .Do(new Command.GiveHint("h1", "<b>Look</b> at the token list.", 5, "blue"))
            .Do(new Command.GiveHint("h2", "Call the vendor.", 0, "blue")));
        Assert.Equal("<b>Look</b> at the token list.", ada.Page.Find(".hint-bar b").TextContent);
        Assert.Contains("for 5 points", ada.Page.Find(".hint-bar").TextContent, StringComparison.Ordinal);
        Assert.Contains("1 more after it", ada.Page.Find(".hint-bar").TextContent, StringComparison.Ordinal);
        Assert.StartsWith("Hint of the facilitator, for 5 points: ", ada.Page.Find("[aria-live=polite]").TextContent, StringComparison.Ordinal);

        ada.Page.Find(".hint-bar button").Click();
        Assert.Equal(new Command.ReadHint("", "h1"), Assert.Single(ada.Asked));
        Assert.Equal("Call the vendor.", ada.Page.Find(".hint-bar b").TextContent);

        ada.At("?view=log");
        Assert.Contains("Look</b> at the token list. (5 points)", System.Net.WebUtility.HtmlDecode(ada.Page.Markup), StringComparison.Ordinal);
        using var eve = new Table(played, "eve").At("?view=log");
        Assert.DoesNotContain("token list", eve.Page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void TheScoreIsCorrectedWithAReasonAndSetRightAgain()
    {
        using var desk = new Desk(SampleExercise.Started()).At("?view=teams&team=blue");
        var before = desk.Page.Find("#team-blue").Closest("tr")!.QuerySelector(".score")!.TextContent;
        desk.Page.Find("#correct-points").Change("-7");
        desk.Page.Find("#correct-dimension").Change("Rotation");
        desk.Page.Find("#correct-reason").Change("Named the wrong vendor.");
        desk.Page.Find("#correct-points").Closest("form")!.Submit();

        Assert.Equal(new Command.CorrectScore("", "blue", Dimension.Rotation, -7, "Named the wrong vendor."), Assert.Single(desk.Asked));
        Assert.NotEqual(before, desk.Page.Find("#team-blue").Closest("tr")!.QuerySelector(".score")!.TextContent);
        desk.Button("Undo", ".interventions").Click();
        Assert.Equal(new Command.UndoCorrection("", "blue", "corrected-1"), desk.Asked[^1]);
        Assert.Equal(before, desk.Page.Find("#team-blue").Closest("tr")!.QuerySelector(".score")!.TextContent);
        Assert.DoesNotContain(desk.Texts(".interventions li button"), text => text.StartsWith("Undo", StringComparison.Ordinal));
    }

    [Fact]
    public void ACorrectionIsNotOnTheTeamsPage()
    {
        using var ada = new Table(SampleExercise.Started()
            .Do(new Command.CorrectScore("c1", "blue", null, -7, "Named the wrong vendor."))
            .Do(new Command.Override("blue", OverrideKind.Adversary, "", SampleExercise.Scenario.Adversary.States[1].Id, "Far too easy."))).At();
        Assert.DoesNotContain("wrong vendor", ada.Page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("too easy", ada.Page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain(SampleExercise.Scenario.Adversary.States[1].Title, ada.Page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void ASecretIsSetByHandAndTheFormSaysHowItStands()
    {
        var credential = SampleExercise.Scenario.Credentials.First(item => item.Live);
        using var desk = new Desk(SampleExercise.Started()).At("?view=teams&team=blue");
        desk.Page.Find("#override-what").Change($"Credential:{credential.Id}");
        Assert.Contains("now: usable", desk.Page.Find("label[for=override-to]").TextContent, StringComparison.Ordinal);
        Assert.True(desk.Page.Find("#override-to").HasAttribute("required"));
        Assert.False(desk.Page.Find("#override-to").Closest("form")!.QuerySelector("button")!.HasAttribute("disabled"));
        desk.Page.Find("#override-to").Change("revoked");
        desk.Page.Find("#override-reason").Change("The vendor was faster.");
        desk.Page.Find("#override-to").Closest("form")!.Submit();

        Assert.Equal(new Command.Override("blue", OverrideKind.Credential, credential.Id, "revoked", "The vendor was faster."), Assert.Single(desk.Asked));
        Assert.Contains("now: revoked", desk.Page.Find("label[for=override-to]").TextContent, StringComparison.Ordinal);
        Assert.Contains($"{credential.Title}: usable → revoked", desk.Page.Find(".interventions li").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatTheServerRefusesIsSaidAndWhatWasTypedStays()
    {
        using var desk = new Desk(SampleExercise.Started()).At("?view=teams&team=blue");
        desk.Refusal = "Not just now.";
        desk.Page.Find("#hint-text").Change("Look at the token list.");
        desk.Page.Find("#hint-dialog form").Submit();
        Assert.Contains(desk.Texts(".fault"), text => text.Contains("Not just now.", StringComparison.Ordinal));
        Assert.Equal("Look at the token list.", desk.Page.Find("#hint-text").GetAttribute("value"));
    }

    [Fact]
    public void TheDebriefSaysWhatWasDoneToTheTeamAndWhatItDidToTheScore()
    {
        var played = SampleExercise.Started()
            .Do(new Command.GiveHint("h1", "Look at the token list.", 5, "blue"))
            .Do(new Command.CorrectScore("c1", "blue", null, 2, "Well spoken."))
            .Do(new Command.CorrectScore("c2", "red", null, 50, "Red’s own."))
            .Do(new Command.End());
        using var page = new Review.Reviewed(DebriefProjection.Of(played.Exercise, played.Log), at: new("ex1", "blue"));

        var section = page.Text("[aria-labelledby=interventions-title]");
        Assert.Contains("Look at the token list.", section, StringComparison.Ordinal);
        Assert.Contains("Well spoken.", section, StringComparison.Ordinal);
        Assert.DoesNotContain("Red’s own.", section, StringComparison.Ordinal);
        Assert.Contains(page.Page.FindAll(".score .coverage"), line => line.TextContent.StartsWith("−3 of it", StringComparison.Ordinal));
    }
}
