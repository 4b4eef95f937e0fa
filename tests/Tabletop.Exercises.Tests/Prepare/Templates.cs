using Tabletop.Engine;
using Tabletop.Scenarios;
using Tabletop.TestKit;

namespace Tabletop.Exercises.Tests;

public sealed class Templates
{
    [Fact]
    public async Task AnExerciseFromATemplateIsPreparedLikeTheOneItWasMadeOf()
    {
        await using var server = await Server.StartAsync();
        var settings = new ScenarioSettings { Values = ScenarioSettings.None.Values.Add("company", "Globex"), Language = "de" };
        var opened = await server.AskAsync(new OpenExercise(Caller.Facilitator, "tiny-names", "quick", "Autumn exercise") { Settings = settings });
        var ada = await server.SeatAsync(opened, "Blue", "Ada");
        await server.AskAsync(new AddTeam(Caller.Facilitator, opened.Exercise, "Red"));
        await server.AskAsync(new ShowStanding(Caller.Facilitator, opened.Exercise, Standing.Names));
        await server.AskAsync(new SetApproval(Caller.Facilitator, opened.Exercise, true));
        var template = await server.AskAsync(new SaveTemplate(Caller.Facilitator, opened.Exercise, "For autumn", KeepsText: false, WithTeams: true));

        await server.RestartAsync(downFor: TimeSpan.FromMinutes(1));
        var row = Assert.Single(await server.AskAsync(new ListTemplates(Caller.Facilitator)));
        Assert.Equal((template, "For autumn", TemplateScenario.AsItWas, "Globex"), (row.Template.Id, row.Template.Name, row.Scenario, row.Template.Prepared.Names["company"]));

        var next = await server.AskAsync(new OpenTemplate(Caller.Facilitator, template, "", AsKept: false));
        var exercise = await server.StateOf(next.Exercise);
        Assert.Equal(("Autumn exercise", "quick", Standing.Names, Lifecycle.Lobby, ExerciseMode.Facilitated), (exercise.Title, exercise.Pace, exercise.Standing, exercise.Lifecycle, exercise.Mode));
        Assert.Equal(["Blue", "Red"], exercise.Teams.Select(team => team.Name));
        Assert.Equal("Globex hat es verloren.", exercise.Scenario.Injects["supplier-calls"].Body);
        Assert.Empty(exercise.People);
        Assert.True(exercise.Approval);
        Assert.NotEqual(opened.Code, next.Code);
    }

    [Fact]
    public async Task WhatBecameOfItsScenarioIsSaidAndTheTextOfThenStaysPlayable()
    {
        await using var server = await Server.StartAsync();
        var opened = await server.OpenAsync();
        var then = (await server.StateOf(opened.Exercise)).Scenario.Hash;
        var template = await server.AskAsync(new SaveTemplate(Caller.Facilitator, opened.Exercise, "Tiny", KeepsText: true, WithTeams: false));

        var folder = Path.Combine(server.Get<ScenarioLibrary>().Path, "tiny");
        await File.WriteAllTextAsync(Path.Combine(folder, "scenario.yaml"), TinyScenario.Replace("body: We have lost your VPN token.", "body: We have lost it again."));
        Assert.Equal(TemplateScenario.Changed, await Standing());
        Assert.NotEqual(then, await HashOf(asKept: false));
        Assert.Equal(then, await HashOf(asKept: true));

        await File.WriteAllTextAsync(Path.Combine(folder, "scenario.yaml"), "id: tiny-leak\ntitle: Broken now\n");
        Assert.Equal(TemplateScenario.Broken, await Standing());
        Assert.True((await server.SendAsync(new OpenTemplate(Caller.Facilitator, template, "", AsKept: false))).Refusal!.Is(RefusalCode.BrokenScenario));

        Directory.Delete(folder, recursive: true);
        Assert.Equal(TemplateScenario.Gone, await Standing());
        Assert.True((await server.SendAsync(new OpenTemplate(Caller.Facilitator, template, "", AsKept: false))).Refusal!.Is(RefusalCode.UnknownScenario));
        Assert.Equal(then, await HashOf(asKept: true));

        async Task<TemplateScenario> Standing() => Assert.Single(await server.AskAsync(new ListTemplates(Caller.Facilitator))).Scenario;

        async Task<string> HashOf(bool asKept) =>
            (await server.StateOf((await server.AskAsync(new OpenTemplate(Caller.Facilitator, template, "Again", asKept))).Exercise)).Scenario.Hash;
    }

    [Fact]
    public async Task WhatTheNewestTextDoesNotKnowAnyMoreIsNamedAndLeftOut()
    {
        await using var server = await Server.StartAsync();
        var settings = new ScenarioSettings { Values = ScenarioSettings.None.Values.Add("company", "Globex"), Language = "de" };
        var opened = await server.AskAsync(new OpenExercise(Caller.Facilitator, "tiny-names") { Settings = settings });
        var template = await server.AskAsync(new SaveTemplate(Caller.Facilitator, opened.Exercise, "Named", KeepsText: false, WithTeams: true));
        await File.WriteAllTextAsync(Path.Combine(server.Get<ScenarioLibrary>().Path, "tiny-names", "scenario.yaml"), TinyScenario.Replace("id: tiny-leak", "id: tiny-names"));

        Assert.Equal(["company", "de"], Assert.Single(await server.AskAsync(new ListTemplates(Caller.Facilitator))).Lost);
        var next = await server.AskAsync(new OpenTemplate(Caller.Facilitator, template, "", AsKept: false));
        Assert.Equal("We have lost your VPN token.", (await server.StateOf(next.Exercise)).Scenario.Injects["supplier-calls"].Body);
    }

    [Fact]
    public async Task ANameStandsForOneTemplateWhichIsRenamedAndDeleted()
    {
        await using var server = await Server.StartAsync();
        var opened = await server.OpenAsync();
        var first = await server.AskAsync(new SaveTemplate(Caller.Facilitator, opened.Exercise, "Übung", false, false));
        Assert.True((await server.SendAsync(new SaveTemplate(Caller.Facilitator, opened.Exercise, "übung", false, false))).Refusal!.Is(RefusalCode.Taken));
        var second = await server.AskAsync(new SaveTemplate(Caller.Facilitator, opened.Exercise, "Another", false, false));
        Assert.True((await server.SendAsync(new RenameTemplate(Caller.Facilitator, second, "Übung"))).Refusal!.Is(RefusalCode.Taken));
        await server.AskAsync(new RenameTemplate(Caller.Facilitator, first, "ÜBUNG"));
        await server.AskAsync(new DeleteTemplate(Caller.Facilitator, second));

        Assert.Equal(["ÜBUNG"], (await server.AskAsync(new ListTemplates(Caller.Facilitator))).Select(row => row.Template.Name));
        Assert.True((await server.SendAsync(new OpenTemplate(Caller.Facilitator, second, "", false))).Refusal!.Is(RefusalCode.BadValue));
        Assert.True((await server.SendAsync(new RenameTemplate(Caller.Facilitator, second, "Back"))).Refusal!.Is(RefusalCode.BadValue));
    }

    [Fact]
    public async Task WhatWasPlannedOfTheInjectsBeforeTheStartIsInTheNextLobbyAndWhatCameLaterIsNot()
    {
        await using var server = await Server.StartAsync();
        var opened = await server.OpenAsync();
        var ada = await server.SeatAsync(opened, "Blue", "Ada");
        await server.SeatAsync(opened, "Red", "Bo");
        await PlanAsync(server, opened.Exercise, ada.Joined.Team);
        await server.AskAsync(new Start(Caller.Facilitator, opened.Exercise));
        await server.AskAsync(new WriteInject(Caller.Facilitator, opened.Exercise, Channel.Chat, "Boss", "In the heat", "Quick.", []));
        await server.AskAsync(new HoldInject(Caller.Facilitator, opened.Exercise, "vpn-alert"));
        var template = await server.AskAsync(new SaveTemplate(Caller.Facilitator, opened.Exercise, "Planned", KeepsText: false, WithTeams: true));
        var plain = await server.AskAsync(new SaveTemplate(Caller.Facilitator, opened.Exercise, "Without teams", KeepsText: false, WithTeams: false));

        await server.RestartAsync(downFor: TimeSpan.FromMinutes(1));
        var next = await server.StateOf((await server.AskAsync(new OpenTemplate(Caller.Facilitator, template, "", AsKept: false))).Exercise);
        Assert.Equal(["Only for Blue", "Own for all"], next.Written.Values.Select(inject => inject.Title).Order(StringComparer.Ordinal));
        var (forBlue, forAll) = (next.Written.Values.Single(inject => inject.OnlyFor is not null), next.Written.Values.Single(inject => inject.OnlyFor is null));
        Assert.Equal("Blue", next.FindTeam(forBlue.OnlyFor)!.Name);
        Assert.Equal((Channel.Chat, "Boss", "Where are we?"), (forAll.Channel, forAll.From, forAll.Body));
        Assert.Equal(["lead"], forAll.To);
        Assert.Equal(new Trigger.AtTime(At(9), null), forAll.Trigger);
        Assert.Equal("Reworded", next.FindInject("reminder")!.Title);
        Assert.Equal(At(10), next.Rescheduled["reminder"]);
        Assert.Equal(["supplier-calls"], next.Held);
        Assert.Equal(Lifecycle.Lobby, next.Lifecycle);

        var without = await server.StateOf((await server.AskAsync(new OpenTemplate(Caller.Facilitator, plain, "", AsKept: false))).Exercise);
        Assert.Equal(["Own for all"], without.Written.Values.Select(inject => inject.Title));
    }

    [Fact]
    public async Task APlannedInjectThatTheChangedScenarioHasNoPlaceForIsNamedAndLeftOut()
    {
        await using var server = await Server.StartAsync();
        var opened = await server.OpenAsync();
        var ada = await server.SeatAsync(opened, "Blue", "Ada");
        await PlanAsync(server, opened.Exercise, ada.Joined.Team);
        var template = await server.AskAsync(new SaveTemplate(Caller.Facilitator, opened.Exercise, "Planned", KeepsText: false, WithTeams: true));
        Assert.Empty(Assert.Single(await server.AskAsync(new ListTemplates(Caller.Facilitator))).Lost);

        // The inject has gone, and with it what was changed of it.
        var text = TinyScenario.Replace("  reminder:\n", "  another:\n");
        await File.WriteAllTextAsync(Path.Combine(server.Get<ScenarioLibrary>().Path, "tiny", "scenario.yaml"), text);
        var row = Assert.Single(await server.AskAsync(new ListTemplates(Caller.Facilitator)));
        Assert.Equal(TemplateScenario.Changed, row.Scenario);
        Assert.Equal(["Reworded"], row.Lost);

        var next = await server.StateOf((await server.AskAsync(new OpenTemplate(Caller.Facilitator, template, "", AsKept: false))).Exercise);
        Assert.Equal((2, 0, 1), (next.Written.Count, next.Edited.Count, next.Held.Count));
        var kept = await server.StateOf((await server.AskAsync(new OpenTemplate(Caller.Facilitator, template, "", AsKept: true))).Exercise);
        Assert.Equal("Reworded", kept.FindInject("reminder")!.Title);
    }

    [Fact]
    public async Task ARehearsalHasWhatWasPlannedInTheLobby()
    {
        await using var server = await Server.StartAsync();
        var opened = await server.OpenAsync();
        var ada = await server.SeatAsync(opened, "Blue", "Ada");
        await PlanAsync(server, opened.Exercise, ada.Joined.Team);
        var rehearsal = await server.AskAsync(new RehearseExercise(Caller.Facilitator, opened.Exercise, "Rehearsal", [], ByHand: true));
        var state = await server.StateOf(rehearsal.Exercise);
        Assert.Equal(2, state.Written.Count);
        Assert.Equal((At(10), "Reworded"), (state.Rescheduled["reminder"], state.FindInject("reminder")!.Title));
        Assert.Contains("supplier-calls", state.Held);
    }

    static DateTimeOffset At(int hour) => new(2024, 3, 4, hour, 0, 0, TimeSpan.Zero);

    static async Task PlanAsync(Server server, string exercise, string team)
    {
        await server.AskAsync(new WriteInject(Caller.Facilitator, exercise, Channel.Chat, "Boss", "Own for all", "Where are we?", ["lead"]) { Due = At(9) });
        await server.AskAsync(new WriteInject(Caller.Facilitator, exercise, Channel.Email, "Boss", "Only for Blue", "You too?", [], team) { Due = At(9) });
        await server.AskAsync(new EditInject(Caller.Facilitator, exercise, "reminder", Channel.Phone, "Supplier", "Reworded", "Well?", []));
        await server.AskAsync(new RescheduleInject(Caller.Facilitator, exercise, "reminder", At(10)));
        await server.AskAsync(new HoldInject(Caller.Facilitator, exercise, "supplier-calls"));
    }
}
