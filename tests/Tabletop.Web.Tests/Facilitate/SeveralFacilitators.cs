using Bunit;
using Tabletop.Engine;
using Tabletop.TestKit.Samples;

namespace Tabletop.Web.Tests.Facilitate;

public sealed class SeveralFacilitators
{
    static readonly Facilitator Ann = new("ann", "Ann");
    static readonly Facilitator Self = new("me", "Max");

    [Fact]
    public void WhatAnotherDidIsSaidWithTheName()
    {
        using var desk = new Desk(SampleExercise.Lobby().Do(new Command.Start()).Do(new Command.Pause("Coffee") { Facilitator = Ann }).Do(new Command.Resume() { Facilitator = Self })).At();
        Assert.Equal("Done by facilitators 3", desk.Page.Find(".acts-done summary").TextContent.Trim());
        var rows = desk.Texts(".acts-done li > span");
        Assert.StartsWith("You let the clock run on", rows[0], StringComparison.Ordinal);
        Assert.StartsWith("Ann paused: Coffee", rows[1], StringComparison.Ordinal);
        Assert.StartsWith("A facilitator started the clock", rows[2], StringComparison.Ordinal);
    }

    [Fact]
    public void AnInjectSaysWhoChangedMovedWroteAndHeldIt()
    {
        var played = SampleExercise.Started();
        var inject = SampleExercise.Scenario.Injects.First(item => item.Trigger is Trigger.AtTime timed && timed.Time > SampleExercise.Scenario.Start.AddDays(2));
        played.Do(new Command.EditInject(inject.Id, Channel.Email, "Boss", "New words", "Body", []) { Facilitator = Ann })
            .Do(new Command.HoldInject(inject.Id) { Facilitator = Self })
            .Do(new Command.RescheduleInject(inject.Id, SampleExercise.Scenario.Start.AddDays(9)) { Facilitator = Ann });
        using var desk = new Desk(played).At($"?inject={inject.Id}");
        Assert.Contains("Ann changed its words", desk.Page.Find(".letter").TextContent, StringComparison.Ordinal);
        Assert.Contains("Held back by you.", desk.Page.Find(".letter").TextContent, StringComparison.Ordinal);
        Assert.Contains("Ann set it", desk.Page.Find(".reschedule").TextContent, StringComparison.Ordinal);

        desk.At("?view=msel");
        Assert.Contains(desk.Texts(".msel-title + .sub"), text => text.EndsWith("changed by Ann", StringComparison.Ordinal));
        Assert.Contains("moved by Ann", desk.Texts(".msel-time .sub"));
    }

    [Fact]
    public void ASendToManyTeamsIsOneAct()
    {
        var played = SampleExercise.Started();
        var inject = SampleExercise.Scenario.Injects.First(item => item.Trigger is Trigger.Manual);
        played.Do(new Command.SendInject(inject.Id, null) { Facilitator = Ann });
        using var desk = new Desk(played).At();
        Assert.StartsWith($"Ann sent “{inject.Title}”, 2 teams", desk.Texts(".acts-done li > span")[0], StringComparison.Ordinal);
    }

    [Fact]
    public void TheOwnerNamesWhoMayHelpAndHandsItOver()
    {
        using var desk = new Desk(SampleExercise.Started().Do(new Command.HandOver(Self))).At();
        Assert.Contains("owned by you", desk.Page.Find("#facilitators-dialog").TextContent, StringComparison.Ordinal);
        desk.Page.FindAll("#facilitators-dialog input[type=radio]")[1].Change("on");
        Assert.Equal(["Ann", "Ben"], desk.Texts("#facilitators-dialog fieldset:last-of-type .choice"));
        desk.Page.FindAll("#facilitators-dialog input[type=checkbox]")[1].Change(true);
        desk.Page.FindAll("#facilitators-dialog form")[0].Submit();
        Assert.Equal(["ben"], Assert.IsType<Command.AdmitFacilitators>(desk.Asked.Single()).Who!.Value.Select(actor => actor.Id));

        desk.Page.Find("#hand-to").Change("ann");
        desk.Page.FindAll("#facilitators-dialog form")[1].Submit();
        Assert.Equal(new Command.HandOver(Ann), desk.Asked[^1]);
        Assert.Contains("owned by Ann", desk.Page.Find("#facilitators-dialog").TextContent, StringComparison.Ordinal);
        Assert.Empty(desk.Page.FindAll("#facilitators-dialog form"));
        Assert.Contains("Beside the owner: Ben, you.", desk.Page.Find("#facilitators-dialog").TextContent, StringComparison.Ordinal);
    }
}
