using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Tabletop.Engine;
using Tabletop.Exercises.Views;
using Tabletop.TestKit.Samples;
using Tabletop.Web.Guests;
using Tabletop.Web.Tests.Language;
using static Tabletop.TestKit.Samples.SampleScenario;

namespace Tabletop.Web.Tests.Guests;

public sealed class AtTheWall
{
    [Fact]
    public void BeforeTheStartItSaysHowToJoin()
    {
        using var context = new BunitContext();
        context.AddTexts();
        var page = Show(context, SampleExercise.Lobby());
        Assert.Equal("7KQ P4M", page.Find(".wall-code").TextContent);
        Assert.Equal("5 people are here, in 2 teams", page.Find(".wall-count").TextContent);
    }

    [Fact]
    public void OnlyWhatEverybodyInEveryTeamHasHadIsOnIt()
    {
        var played = SampleExercise.Started().Until(At(10, 25, 10));
        var everybodys = played.Exercise.Scenario.Injects
            .Where(inject => inject.To.IsEmpty && played.Exercise.Teams.All(team => team.Inbox.Any(item => item.Inject == inject.Id)))
            .Select(inject => inject.Title)
            .ToList();
        var others = played.Exercise.Scenario.Injects.Select(inject => inject.Title).Except(everybodys).ToList();

        var titles = new WallRoom().View(played.Exercise, played.Log).Timeline.Select(entry => entry.Title).ToList();

        Assert.NotEmpty(everybodys);
        Assert.NotEmpty(others);
        Assert.Subset(titles.ToHashSet(), everybodys.ToHashSet());
        Assert.Empty(titles.Intersect(others));
    }

    [Fact]
    public void WhatOneTeamAloneHasHadIsNotOnIt()
    {
        var played = SampleExercise.Started().Do(new Command.WriteInject("w1", Channel.News, "Boss", "For Blue alone", "Body", [], "blue"));
        Assert.DoesNotContain(new WallRoom().View(played.Exercise, played.Log).Timeline, entry => entry.Title == "For Blue alone");
        played.Do(new Command.WriteInject("w2", Channel.News, "Boss", "For all", "Body", [], null));
        Assert.Contains(new WallRoom().View(played.Exercise, played.Log).Timeline, entry => entry.Title == "For all");
    }

    [Fact]
    public void WhatIsSaidToAllStandsAboveItAndWhatIsSaidToOneTeamDoesNot()
    {
        using var context = new BunitContext();
        context.AddTexts();
        var played = SampleExercise.Started().Do(new Command.Announce("a1", "Lunch at noon.", null)).Do(new Command.Announce("a2", "Red, come here.", "red"));
        var page = Show(context, played);
        Assert.Equal("Lunch at noon.", page.Find("[role=status] .wall-said").TextContent);
        Assert.DoesNotContain("come here", page.Markup, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Standing.None, 0, false)]
    [InlineData(Standing.Anonymous, 2, false)]
    [InlineData(Standing.Names, 2, true)]
    public void TheStandingIsWhatTheFacilitatorChose(Standing standing, int rows, bool names)
    {
        using var context = new BunitContext();
        context.AddTexts();
        var played = SampleExercise.Started().Decide("cleo", "rotate", Account).Until(At(10, 25, 10));
        if (standing != Standing.None)
            played.Do(new Command.ShowStanding(standing));
        var page = Show(context, played);

        Assert.Equal(rows, page.FindAll(".wall-points li").Count);
        Assert.Equal(names, page.Markup.Contains("Blue", StringComparison.Ordinal));
    }

    static IRenderedComponent<WallScreen> Show(BunitContext context, SampleExercise played)
    {
        context.Services.AddSingleton<TimeProvider>(new FakeTimeProvider(played.At));
        context.JSInterop.Mode = JSRuntimeMode.Loose;
        context.SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        return context.Render<WallScreen>(page => page.Add(p => p.View, new WallRoom().View(played.Exercise, played.Log)));
    }
}
