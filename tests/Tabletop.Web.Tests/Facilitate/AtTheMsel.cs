using Bunit;
using Tabletop.Engine;
using Tabletop.TestKit.Samples;
using Tabletop.Web.Facilitate;

namespace Tabletop.Web.Tests.Facilitate;

public sealed class AtTheMsel
{
    static readonly InjectSpec Timed = SampleExercise.Scenario.Injects.First(item => item.Trigger is Trigger.AtTime timed && timed.Time > SampleExercise.Scenario.Start);

    [Fact]
    public void EveryInjectIsInTheTableInOrderOfTime()
    {
        using var desk = new Desk(SampleExercise.Started()).At("?view=msel");
        Assert.Equal(SampleExercise.Scenario.Injects.Count, desk.Page.FindAll(".msel tbody tr").Count);
        var times = desk.Page.FindAll(".msel .msel-time time").Select(time => time.GetAttribute("datetime")).ToList();
        Assert.Equal(times.Order(StringComparer.Ordinal), times);
    }

    [Fact]
    public void TheFilterIsInTheAddressAndNarrowsByStateChannelTeamAndWord()
    {
        using var desk = new Desk(SampleExercise.Started()).At("?view=msel");
        var all = desk.Page.FindAll(".msel tbody tr").Count;
        desk.Page.Find("select[aria-label=Channel]").Change("Email");
        Assert.Contains("channel=email", desk.Query, StringComparison.Ordinal);
        Assert.Equal(SampleExercise.Scenario.Injects.Count(item => item.Channel == Channel.Email), desk.Page.FindAll(".msel tbody tr").Count);

        desk.At($"?view=msel&for=blue");
        desk.Happens(exercise => exercise.Do(new Command.SendInject(Timed.Id, "red")));
        Assert.Contains(desk.Page.FindAll(".msel tbody tr"), row => row.QuerySelector($"#inject-{Timed.Id}") is not null && !row.TextContent.Contains("sent", StringComparison.Ordinal));
        desk.At("?view=msel&state=sent&for=red");
        Assert.Contains(desk.Texts(".msel .msel-title"), title => title.EndsWith(Timed.Title, StringComparison.Ordinal));

        desk.At("?view=msel");
        desk.Page.Find(".msel-filters .filter").Input(Timed.Title);
        Assert.InRange(desk.Page.FindAll(".msel tbody tr").Count, 1, all - 1);
        desk.Page.Find(".msel-filters .filter").Input("no such word anywhere");
        Assert.Contains("No inject is like this", desk.Page.Find(".room-msel .empty").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void ARowIsSentAndHeldWithOnePress()
    {
        using var desk = new Desk(SampleExercise.Started()).At("?view=msel");
        Row(desk).QuerySelectorAll("button")[1].Click();
        Assert.Equal(new Command.HoldInject(Timed.Id), desk.Asked[^1]);
        Assert.Contains("held", Row(desk).TextContent, StringComparison.Ordinal);
        Row(desk).QuerySelectorAll("button")[0].Click();
        Assert.Equal(new Command.SendInject(Timed.Id, null), desk.Asked[^1]);
        Assert.Empty(Row(desk).QuerySelectorAll("button"));
    }

    [Fact]
    public void AnInjectIsMovedByAStepAndBackToItsOwnTime()
    {
        var own = ((Trigger.AtTime)Timed.Trigger).Time;
        using var desk = new Desk(SampleExercise.Started()).At($"?view=msel&inject={Timed.Id}");
        desk.Button("+1 h", ".reschedule").Click();
        Assert.Equal(new Command.RescheduleInject(Timed.Id, own.AddHours(1)), desk.Asked[^1]);
        Assert.Contains("moved", Row(desk).TextContent, StringComparison.Ordinal);
        Assert.Contains("its own time is", desk.Page.Find(".reschedule").TextContent, StringComparison.Ordinal);

        desk.Page.Find(".reschedule input").Change(own.AddHours(3).UtcDateTime.ToString("yyyy-MM-ddTHH:mm", System.Globalization.CultureInfo.InvariantCulture));
        desk.Page.Find(".reschedule form").Submit();
        Assert.Equal(new Command.RescheduleInject(Timed.Id, own.AddHours(3)), desk.Asked[^1]);
        desk.Button("Back to its own time", ".reschedule").Click();
        Assert.Equal(new Command.RescheduleInject(Timed.Id, null), desk.Asked[^1]);
        Assert.DoesNotContain("moved", Row(desk).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void AnInjectIsDraggedOntoAnotherToComeWithItAndTheMoveIsTakenBack()
    {
        var other = SampleExercise.Scenario.Injects.Last(item => item.Trigger is Trigger.AtTime timed && timed.Time > ((Trigger.AtTime)Timed.Trigger).Time);
        var to = ((Trigger.AtTime)other.Trigger).Time;
        using var desk = new Desk(SampleExercise.Started()).At("?view=msel");
        Assert.Contains("movable", Row(desk).ClassName, StringComparison.Ordinal);
        Row(desk).TriggerEvent("ondragstart", new Microsoft.AspNetCore.Components.Web.DragEventArgs());
        RowOf(desk, other.Id).TriggerEvent("ondragenter", new Microsoft.AspNetCore.Components.Web.DragEventArgs());
        Assert.Contains("drop", RowOf(desk, other.Id).ClassName, StringComparison.Ordinal);
        Assert.StartsWith("Let go here", desk.Page.Find(".msel-hint").TextContent.Trim(), StringComparison.Ordinal);
        RowOf(desk, other.Id).TriggerEvent("ondrop", new Microsoft.AspNetCore.Components.Web.DragEventArgs());
        Assert.Equal(new Command.RescheduleInject(Timed.Id, to), desk.Asked[^1]);
        Assert.Contains("moved", Row(desk).TextContent, StringComparison.Ordinal);

        desk.Button("Take it back", ".msel-hint").Click();
        Assert.Equal(new Command.RescheduleInject(Timed.Id, null), desk.Asked[^1]);
        Assert.DoesNotContain("moved", Row(desk).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatWasSentOrHasNoTimeIsNeitherDraggedNorATarget()
    {
        var timeless = SampleExercise.Scenario.Injects.First(item => item.Trigger is Trigger.Manual);
        using var desk = new Desk(SampleExercise.Started().Do(new Command.SendInject(Timed.Id, null))).At("?view=msel");
        var asked = desk.Asked.Count;
        Assert.DoesNotContain("movable", Row(desk).ClassName, StringComparison.Ordinal);
        Row(desk).TriggerEvent("ondragstart", new Microsoft.AspNetCore.Components.Web.DragEventArgs());
        RowOf(desk, timeless.Id).TriggerEvent("ondrop", new Microsoft.AspNetCore.Components.Web.DragEventArgs());
        Assert.Equal(asked, desk.Asked.Count);

        var movable = desk.Page.FindAll(".msel tr.movable").First(row => row.QuerySelector("time") is not null);
        movable.TriggerEvent("ondragstart", new Microsoft.AspNetCore.Components.Web.DragEventArgs());
        RowOf(desk, timeless.Id).TriggerEvent("ondrop", new Microsoft.AspNetCore.Components.Web.DragEventArgs());
        Assert.Equal(asked, desk.Asked.Count);
        Assert.Contains("That one has no time", desk.Page.Find(".room-msel").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatNobodyHasIsChangedInAFormThatHoldsWhatItSays()
    {
        using var desk = new Desk(SampleExercise.Started()).At($"?view=msel&inject={Timed.Id}");
        desk.Follow(".acts a[href*='edit']");
        Assert.Equal(Timed.Title, desk.Page.Find("#write-title").GetAttribute("value"));
        Assert.Empty(desk.Page.FindAll("#write-team, #write-due"));
        desk.Page.Find("#write-title").Change("Something else");
        desk.Page.Find("form.write").Submit();

        var edit = Assert.IsType<Command.EditInject>(desk.Asked[^1]);
        Assert.Equal((Timed.Id, "Something else", Timed.From, Timed.Channel), (edit.Inject, edit.Title, edit.From, edit.Channel));
        Assert.Equal(Timed.To.Order(StringComparer.Ordinal), edit.To.Order(StringComparer.Ordinal));
        Assert.Equal("Something else", desk.Page.Find("#opened").TextContent);
        Assert.Contains("changed by you", Row(desk).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatATeamHasIsNotChangedAnyMore()
    {
        using var desk = new Desk(SampleExercise.Started().Do(new Command.SendInject(Timed.Id, "red"))).At($"?view=msel&inject={Timed.Id}");
        Assert.Empty(desk.Page.FindAll(".acts a[href*='edit']"));
        desk.At($"?view=msel&inject=edit:{Timed.Id}");
        Assert.Equal(Timed.Title, desk.Page.Find("#opened").TextContent);
    }

    [Fact]
    public void ADuplicateIsWrittenForATimeAheadAndATemplateFillsTheForm()
    {
        var due = SampleExercise.Scenario.Start.AddDays(2);
        using var desk = new Desk(SampleExercise.Started()).At($"?view=msel&inject={Timed.Id}");
        desk.Follow(".acts a[href*='copy']");
        desk.Page.Find("#write-due").Change(due.UtcDateTime.ToString("yyyy-MM-ddTHH:mm", System.Globalization.CultureInfo.InvariantCulture));
        desk.Page.Find("form.write").Submit();
        var copy = Assert.IsType<Command.WriteInject>(desk.Asked[^1]);
        Assert.Equal((Timed.Title, Timed.From, (DateTimeOffset?)due), (copy.Title, copy.From, copy.Due));
        Assert.Equal(2, desk.Page.FindAll(".msel-title").Count(title => title.TextContent.Trim().EndsWith(Timed.Title, StringComparison.Ordinal)));

        desk.At("?view=msel&inject=new");
        desk.Page.Find("#write-template").Change(InjectTemplate.All[0].Name.Format);
        desk.Page.Find("form.write").Submit();
        var written = Assert.IsType<Command.WriteInject>(desk.Asked[^1]);
        Assert.Equal((InjectTemplate.All[0].Title.ToString(), InjectTemplate.All[0].Channel, (DateTimeOffset?)null), (written.Title, written.Channel, written.Due));
    }

    [Fact]
    public void ADeadlineAndWhoHasAnsweredStandInTheRow()
    {
        var asking = SampleExercise.Scenario.Injects.First(item => item.Question is not null);
        using var desk = new Desk(SampleExercise.Started().Do(new Command.SendInject(asking.Id, null))).At("?view=msel&state=open");
        var row = desk.Page.Find($"#inject-{asking.Id}").Closest("tr")!;
        Assert.Contains("0 of 2", row.TextContent, StringComparison.Ordinal);
        Assert.Equal(asking.Question!.Deadline is not null, row.TextContent.Contains("until", StringComparison.Ordinal));
    }

    static AngleSharp.Dom.IElement Row(Desk desk) => RowOf(desk, Timed.Id);

    static AngleSharp.Dom.IElement RowOf(Desk desk, string inject) => desk.Page.Find($"#inject-{inject}").Closest("tr")!;

    [Fact]
    public void WhatWasPlannedIsDeletedAndPutBack()
    {
        var due = SampleExercise.Scenario.Start.AddDays(5);
        using var desk = new Desk(SampleExercise.Started().Do(new Command.WriteInject("w1", Channel.Chat, "Boss", "Planned", "Body", [], null) { Due = due })).At("?view=msel&inject=w1");
        desk.Button("Delete", ".room-detail").Click();
        Assert.Equal(new Command.DropInject("w1", true), desk.Asked[^1]);
        Assert.DoesNotContain(desk.Texts(".msel .msel-title"), title => title.EndsWith("Planned", StringComparison.Ordinal));
        Assert.Equal("Planned", desk.Page.Find(".msel-dropped a").TextContent);
        desk.Button("Put it back", ".room-detail").Click();
        Assert.Contains(desk.Texts(".msel .msel-title"), title => title.EndsWith("Planned", StringComparison.Ordinal));
        Assert.Empty(desk.Page.FindAll(".msel-dropped"));

        // What the scenario brings can be held, not deleted.
        desk.At($"?view=msel&inject={Timed.Id}");
        Assert.DoesNotContain("Delete", desk.Texts(".room-detail button"));
    }

    [Fact]
    public void InTheLobbyTheInjectsAreWrittenMovedAndHeldAheadAndNothingIsSent()
    {
        var own = ((Trigger.AtTime)Timed.Trigger).Time;
        using var desk = new Desk(SampleExercise.Lobby()).At();
        Assert.Contains("Prepare the injects", desk.Page.Find(".lobby-teams").TextContent, StringComparison.Ordinal);
        desk.At($"?view=msel&inject={Timed.Id}");
        Assert.DoesNotContain("Send now", desk.Page.Markup, StringComparison.Ordinal);
        Assert.Contains("Back to the lobby", desk.Page.Find(".room-msel").TextContent, StringComparison.Ordinal);
        desk.Button("+1 h", ".reschedule").Click();
        Assert.Equal(new Command.RescheduleInject(Timed.Id, own.AddHours(1)), desk.Asked[^1]);
        Assert.Single(Row(desk).QuerySelectorAll("button")).Click();
        Assert.Equal(new Command.HoldInject(Timed.Id), desk.Asked[^1]);

        desk.At("?view=msel&inject=new");
        Assert.True(desk.Page.Find("#write-due").HasAttribute("required"));
        desk.Page.Find("#write-from").Change("Boss");
        desk.Page.Find("#write-title").Change("Where are we?");
        desk.Page.Find("#write-body").Change("In three sentences.");
        desk.Page.Find("#write-team").Change("blue");
        desk.Page.Find("#write-due").Change(own.UtcDateTime.ToString("yyyy-MM-ddTHH:mm", System.Globalization.CultureInfo.InvariantCulture));
        desk.Page.Find("form.write").Submit();
        Assert.Equal(("blue", own), Assert.IsType<Command.WriteInject>(desk.Asked[^1]) is { Team: var team, Due: { } due } ? (team, due) : default);
        Assert.Contains(desk.Texts(".msel .msel-title"), title => title.EndsWith("Where are we?", StringComparison.Ordinal));

        desk.At();
        Assert.Contains("Injects: 1 own, 1 moved, 1 held back", desk.Page.Find(".lobby").TextContent, StringComparison.Ordinal);
    }
}
