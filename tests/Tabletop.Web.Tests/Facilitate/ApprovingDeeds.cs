using Bunit;
using Tabletop.Engine;
using Tabletop.TestKit.Samples;

namespace Tabletop.Web.Tests.Facilitate;

/// <summary>Two-person approval in the control room: whoever asks, and whoever may approve it.</summary>
public sealed class ApprovingDeeds
{
    static readonly Facilitator Ann = new("ann", "Ann");
    static readonly Facilitator Self = new("me", "Max");

    [Fact]
    public void WhoeverAsksSeesThatItWaitsAndMayWithdrawIt()
    {
        using var desk = new Desk(WithApproval()).At();
        Assert.Contains("Another facilitator has to approve it first.", desk.Page.Find("#end-dialog").TextContent, StringComparison.Ordinal);
        desk.Button("End and debrief").Click();
        Assert.Equal(new Command.End(), Assert.Single(desk.Asked));
        Assert.Contains("You asked to end the exercise for everybody.", desk.Page.Find(".deed").TextContent, StringComparison.Ordinal);
        Assert.Contains("It waits for a second facilitator.", desk.Page.Find("[aria-live=polite]").TextContent, StringComparison.Ordinal);
        Assert.Empty(desk.Page.FindAll(".deed .primary"));

        desk.Button("Withdraw", ".deed").Click();
        Assert.Equal(DeedOutcome.Withdrawn, Assert.IsType<Command.SettleDeed>(desk.Asked[^1]).As);
        Assert.Empty(desk.Page.FindAll(".deed"));
    }

    [Fact]
    public void AnotherReadsWhoAsksWhatItDoesAndApprovesIt()
    {
        using var desk = new Desk(WithApproval()).At();
        desk.Happens(played => played.Do(new Command.Jump(SampleExercise.Scenario.Phases[1].Start) { Id = "deed", Facilitator = Ann }));
        Assert.StartsWith("Ann asks to move the clock to ", desk.Page.Find("[aria-live=polite]").TextContent, StringComparison.Ordinal);
        var deed = desk.Page.Find(".deed.asks").TextContent;
        Assert.Contains("The clock goes forward for all teams and never back.", deed, StringComparison.Ordinal);
        Assert.Contains("On the way: ", deed, StringComparison.Ordinal);

        desk.Button("Approve", ".deed").Click();
        Assert.Equal(new Command.SettleDeed("deed", DeedOutcome.Approved, ""), Assert.Single(desk.Asked));
        Assert.Empty(desk.Page.FindAll(".deed"));
        Assert.Contains(desk.Texts(".acts-done li > span"), text => text.StartsWith("Ann moved the clock to ", StringComparison.Ordinal) && text.Contains("approved by Max", StringComparison.Ordinal));
    }

    [Fact]
    public void WordsThatPlayersWouldReadAreShownAsDataToWhoeverApprovesThem()
    {
        using var desk = new Desk(WithApproval()).At();
        desk.Happens(played => played.Do(new Command.WriteInject("w1", Channel.Chat, "Boss", "<i>News</i>", "Say **nothing** <script>", ["soc"], "blue") { Id = "deed", Facilitator = Ann }));
        var deed = desk.Page.Find(".deed.asks");
        Assert.Contains("Ann asks to send a new inject, “<i>News</i>”, to Blue.", deed.TextContent, StringComparison.Ordinal);
        Assert.Equal("nothing", deed.QuerySelector("details strong")!.TextContent);
        Assert.Null(deed.QuerySelector("details script"));
    }

    [Fact]
    public void ADeclineGoesWithAReasonThatWhoeverAskedReadsUntilItIsPutAway()
    {
        var played = WithApproval().Do(new Command.Override("blue", OverrideKind.Adversary, "", SampleExercise.Scenario.Adversary.States[^1].Id, "Too easy.") { Id = "theirs", Facilitator = Ann });
        using var desk = new Desk(played).At();
        Assert.Contains("Why: Too easy.", desk.Page.Find(".deed").TextContent, StringComparison.Ordinal);
        desk.Button("Decline…", ".deed").Click();
        desk.Page.Find(".deed input").Change("They have enough to do.");
        desk.Page.Find(".deed form").Submit();
        Assert.Equal(new Command.SettleDeed("theirs", DeedOutcome.Declined, "They have enough to do."), Assert.Single(desk.Asked));
        Assert.Empty(desk.Page.FindAll(".deed"));

        desk.Happens(exercise => exercise
            .Do(new Command.End { Id = "mine", Facilitator = Self })
            .Do(new Command.SettleDeed("mine", DeedOutcome.Declined, "Red is not done.") { Facilitator = Ann }));
        Assert.Contains("Ann declined: Red is not done.", desk.Page.Find(".deed").TextContent, StringComparison.Ordinal);
        Assert.Contains("Ann declined your request to end the exercise for everybody: Red is not done.", desk.Page.Find("[aria-live=polite]").TextContent, StringComparison.Ordinal);
        desk.Button("Put away", ".deed").Click();
        Assert.Empty(desk.Page.FindAll(".deed"));
    }

    [Fact]
    public void WhatWasWrittenCanStillBeReadWhenItWasDeclined()
    {
        using var desk = new Desk(WithApproval()
            .Do(new Command.WriteInject("w1", Channel.Chat, "Boss", "Now", "All of **this**.", [], null) { Id = "mine", Facilitator = Self })
            .Do(new Command.SettleDeed("mine", DeedOutcome.Declined, "Not now.") { Facilitator = Ann })).At();
        Assert.Contains("All of this.", desk.Page.Find(".deed details").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void ARefusalIsSaidWhereTheRequestStood()
    {
        using var desk = new Desk(WithApproval().Do(new Command.End { Id = "deed", Facilitator = Ann })) { Refusal = "It is done already." }.At();
        desk.Button("Approve", ".deed").Click();
        Assert.Contains("It is done already.", desk.Page.Find(".approval-strip [role=alert]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void WhoeverIsAloneIsToldWhatToDo()
    {
        using var desk = new Desk(WithApproval()).At();
        Assert.DoesNotContain("only facilitator", desk.Page.Find(".approval-strip").TextContent, StringComparison.Ordinal);
        desk.Page.Render(page => page.Add(p => p.Alone, true));
        Assert.Contains("You are the only facilitator here.", desk.Page.Find(".approval-strip").TextContent, StringComparison.Ordinal);
        Assert.Equal("facilitators-dialog", desk.Page.Find(".approval-state button").GetAttribute("data-opens"));

        desk.Button("Turn two-person approval off").Click();
        Assert.Equal(new Command.SetApproval(false), Assert.Single(desk.Asked));
        Assert.Empty(desk.Page.FindAll(".approval-strip"));
        Assert.StartsWith("You turned two-person approval off", desk.Texts(".acts-done li > span")[0], StringComparison.Ordinal);
    }

    [Fact]
    public void ItIsTurnedOnInTheLobbyAndSeenThere()
    {
        using var desk = new Desk(SampleExercise.Lobby()).At();
        Assert.DoesNotContain("two-person approval", desk.Page.Find(".lobby").TextContent, StringComparison.Ordinal);
        desk.Button("Turn two-person approval on").Click();
        Assert.Contains("two-person approval", desk.Page.Find(".lobby").TextContent, StringComparison.Ordinal);
        Assert.Empty(desk.Page.FindAll(".approval-strip"));
    }

    static SampleExercise WithApproval() => SampleExercise.Started().Do(new Command.SetApproval(true) { Facilitator = Self });
}
