using Bunit;
using Tabletop.Engine;
using Tabletop.TestKit.Samples;
using static Tabletop.TestKit.Samples.SampleScenario;

namespace Tabletop.Web.Tests.Play;

public sealed class Deciding
{
    [Fact]
    public void ThePriceStandsBeforeTheButton()
    {
        using var table = new Table(SampleExercise.Started()).At($"?view=credentials&item={Token}&action=rotate");
        var form = table.Page.Find("form.decision").TextContent;
        Assert.Contains("4 h of scenario time", form, StringComparison.Ordinal);
        Assert.Contains("5 h of the 60 h left in this phase", form, StringComparison.Ordinal);
        Assert.Contains("1 h, if it is in use", form, StringComparison.Ordinal);
        Assert.Equal("Rotate: Helpdesk chatbot token", table.Page.Find("form.decision button[type=submit]").TextContent);
    }

    [Fact]
    public void OnlyACredentialsOutageHangsOnWhetherItIsInUse()
    {
        using var table = new Table(SampleExercise.Started().Until(At(11, 23, 16, 30)).Decide("ada", "declare").Until(At(11, 23, 16, 45))).At($"?view=act&item=isolate&target={Host}");
        var form = table.Page.Find("form.decision").TextContent;
        Assert.Contains("10 h", form, StringComparison.Ordinal);
        Assert.DoesNotContain("if it is in use", form, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatCannotBeUndoneIsSaidBeforeTheButton()
    {
        using var table = new Table(SampleExercise.Started()).At($"?view=credentials&item={Token}&action=disable");
        Assert.Equal("What depends on it stops at once.", table.Page.Find("form.decision .note.warn").TextContent);
    }

    [Fact]
    public void CommittingSendsTheDecisionWithItsReasonAndConfidence()
    {
        using var table = new Table(SampleExercise.Started()).At($"?view=credentials&item={Token}&action=rotate");
        table.Page.Find("textarea").Change("No owner");
        table.Page.Find("input[value='30']").Change("30");
        table.Page.Find("form.decision details textarea").Change("Watch it for a day");
        table.Page.Find("form.decision").Submit();

        Assert.Equal([new Command.SubmitDecision("", "rotate", Token, "No owner", 30, "Watch it for a day")], table.Asked);
        Assert.Empty(table.Page.FindAll("form.decision"));
        Assert.Contains("Rotate…", table.Page.Find("tr.chosen .state").TextContent, StringComparison.Ordinal);
        table.At("?view=log");
        Assert.Equal("Considered: Watch it for a day", table.Page.Find(".log .considered").TextContent);
    }

    [Fact]
    public void ARefusalIsShownBesideTheButtonAndNothingIsLost()
    {
        using var table = new Table(SampleExercise.Started()) { Refusal = "Your team has 2 h left." };
        table.At($"?view=credentials&item={Token}&action=rotate");
        table.Page.Find("textarea").Change("No owner");
        table.Page.Find("form.decision").Submit();

        Assert.Equal("Your team has 2 h left.", table.Page.Find("form.decision [role=alert]").TextContent.Trim());
        Assert.Equal("No owner", table.Page.Find("textarea").GetAttribute("value"));
    }

    [Fact]
    public void SeveralCredentialsAreDecidedTogetherForOnePrice()
    {
        using var table = new Table(SampleExercise.Started()).At($"?view=credentials&pick={Token},{Account}&action=rotate");
        Assert.Contains("11 h of the 60 h left", table.Page.Find("form.decision").TextContent, StringComparison.Ordinal);
        Assert.Equal("Rotate: all 2", table.Page.Find("form.decision button[type=submit]").TextContent);

        table.Page.Find("form.decision").Submit();
        Assert.Equal([Token, Account], table.Asked.OfType<Command.SubmitDecision>().Select(decision => decision.Target));
    }

    [Fact]
    public void WhatCannotBeDecidedAnyMoreIsLeftOutAndSaid()
    {
        using var table = new Table(SampleExercise.Started().Decide("cleo", "rotate", Token)).At($"?view=credentials&pick={Token},{Account}&action=rotate");
        Assert.Equal("Rotate: 1 of 2", table.Page.Find("form.decision button[type=submit]").TextContent);
        Assert.StartsWith("1 of 2 is left out. Cléo decided", table.Page.Find("form.decision .note").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void TickingACredentialKeepsTheOthersTicked()
    {
        using var table = new Table(SampleExercise.Started()).At("?view=credentials");
        table.Page.Find("input[aria-label='Tick Helpdesk chatbot token']").Change(true);
        table.Page.Find("input[aria-label='Tick Sheet integration account']").Change(true);
        Assert.Contains("2 credentials ticked", table.Page.Find(".reading").TextContent, StringComparison.Ordinal);

        table.Page.Find("input[aria-label='Tick Helpdesk chatbot token']").Change(false);
        Assert.Contains("Sheet integration account", table.Page.Find(".reading h2").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void ARefusedActionShowsWhyAndNoButtonToDecideIt()
    {
        using var table = new Table(SampleExercise.Started(), "bo").At("?view=act&item=declare");
        Assert.Contains("Ask Ada", table.Page.Find(".reading .note").TextContent, StringComparison.Ordinal);
        Assert.Empty(table.Page.FindAll("form.decision button[type=submit]"));
    }

    [Fact]
    public void WithdrawingAsksFirstAndSaysWhatIsNotGivenBack()
    {
        using var table = new Table(SampleExercise.Started().Decide("ada", "rotate", Token)).At();
        table.Page.Find(".rail .running button").Click();
        Assert.Contains("The 5 h of work are not given back", table.Page.Find(".rail .running .note").TextContent, StringComparison.Ordinal);
        Assert.Empty(table.Asked);

        table.Page.Find(".rail .running .danger").Click();
        Assert.IsType<Command.WithdrawDecision>(Assert.Single(table.Asked));
        Assert.Empty(table.Page.FindAll(".rail .running > li"));
    }

    [Fact]
    public void WhatIsFoundOfTheAttackerCanBeRemoved()
    {
        var played = SampleExercise.Started().Until(At(11, 16, 15)).Decide("bo", "hunt", Host).Until(At(11, 16, 19));
        using var table = new Table(played).At($"?view=systems&item={RogueUser}");
        Assert.Equal("there", table.Page.Find(".reading .badge").TextContent);
        Assert.Contains("Remove", table.Page.Find(".reading .choices").TextContent, StringComparison.Ordinal);
    }
}
