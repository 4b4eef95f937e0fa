using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Tabletop.Engine;
using Tabletop.Exercises;
using Tabletop.Exercises.Views;
using Tabletop.TestKit.Samples;
using Tabletop.Web.Evaluate;
using Tabletop.Web.Tests.Language;
using static Tabletop.TestKit.Samples.SampleScenario;

namespace Tabletop.Web.Tests.Evaluate;

public sealed class Evaluating
{
    static readonly Viewer Evaluator = new Viewer.Evaluator("p1", null);

    [Fact]
    public void WhatIsWrittenIsTiedToTheTeamAndTheObjective()
    {
        using var context = new BunitContext();
        context.AddTexts();
        var asked = new List<Command>();
        var page = Show(context, Played(), asked);
        var objective = EvaluationGuide.Of(SampleExercise.Scenario)[0].Id;
        page.Find("#observation").Change("They asked the supplier first.");
        page.Find("#observed-objective").Change(objective);
        page.Find("form.observe").Submit();

        Assert.Equal(new Command.Observe("", "", "blue", null, objective, "They asked the supplier first."), Assert.Single(asked));
        Assert.Equal("", page.Find("#observation").GetAttribute("value") ?? "");
    }

    [Fact]
    public void ARatingIsOnePressAndTakenBackByAnother()
    {
        using var context = new BunitContext();
        context.AddTexts();
        var asked = new List<Command>();
        var objective = EvaluationGuide.Of(SampleExercise.Scenario)[0].Id;
        var page = Show(context, Played().Do(new Command.Rate("p1", "blue", objective, Rating.SomeChallenges, "Late.")), asked);

        var buttons = page.FindAll(".guide li:first-child .segments button");
        Assert.Equal(["false", "true", "false", "false"], buttons.Select(button => button.GetAttribute("aria-pressed")));
        buttons[1].Click();
        page.FindAll(".guide li:first-child .segments button")[3].Click();
        Assert.Equal([new Command.Rate("", "blue", objective, null, "Late."), new Command.Rate("", "blue", objective, Rating.Unable, "Late.")], asked);
    }

    [Fact]
    public void NothingThatTheTeamDoesNotKnowIsOnThePage()
    {
        using var context = new BunitContext();
        context.AddTexts();
        var played = Played().Decide("cleo", "rotate", Account).Until(At(10, 25, 10));
        var page = Show(context, played, []);
        foreach (var state in SampleExercise.Scenario.Adversary.States)
            Assert.DoesNotContain(state.Title, page.Markup, StringComparison.Ordinal);
        Assert.Contains("Rotate", page.Find(".deeds").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void TheDebriefSaysWhatWasMadeOfTheTeam()
    {
        using var context = new BunitContext();
        context.AddTexts();
        var objective = EvaluationGuide.Of(SampleExercise.Scenario)[0];
        var played = Played()
            .Do(new Command.Rate("p1", "blue", objective.Id, Rating.SomeChallenges, "Late."))
            .Do(new Command.Observe("p1", "o1", "blue", null, objective.Id, "<b>They</b> hesitated."));
        var section = context.Render<EvaluationSection>(item => item.Add(p => p.Exercise, "ex1").Add(p => p.Of, EvaluationSummary.Of(played.Exercise, "blue")));

        Assert.Contains("Performed with some challenges, says Al: Late.", section.Markup, StringComparison.Ordinal);
        Assert.Equal("<b>They</b> hesitated.", section.Find(".said-whole").TextContent);
        Assert.True(EvaluationSummary.Of(played.Exercise, "red").IsEmpty);
    }

    [Fact]
    public void PhotosStandInTheFacilitatorsDebriefAndInNobodyElses()
    {
        using var context = new BunitContext();
        context.AddTexts();
        var file = new ObservedFile(new string('a', 64), "board.jpg", "image/jpeg", 1000);
        var played = Played().Do(new Command.Observe("p1", "o1", "blue", null, null, "See the board.") { Files = [file] });
        var summary = EvaluationSummary.Of(played.Exercise, "blue");
        var section = context.Render<EvaluationSection>(item => item.Add(p => p.Exercise, "ex1").Add(p => p.Of, summary));
        Assert.Empty(section.FindAll("img"));

        section.Render(item => item.Add(p => p.Of, summary.WithFiles(played.Exercise)));
        Assert.Equal($"evaluate/ex1/files/{file.Id}", section.Find("img").GetAttribute("src"));
        Assert.Equal("Photo: board.jpg", section.Find("img").GetAttribute("alt"));
    }

    static SampleExercise Played() => SampleExercise.Started().Do(new Command.GivePass("p1", PassKind.Evaluator, "Al", null));

    static IRenderedComponent<EvaluateScreen> Show(BunitContext context, SampleExercise played, List<Command> asked)
    {
        context.Services.AddSingleton<TimeProvider>(new FakeTimeProvider(played.At));
        context.JSInterop.Mode = JSRuntimeMode.Loose;
        context.SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        var events = played.Log.Where(e => Visibility.For(Evaluator, e, played.Exercise) is not null);
        return context.Render<EvaluateScreen>(page => page
            .Add(p => p.View, EvaluationProjection.Of(Evaluator, played.Exercise, events, "blue")!)
            .Add(p => p.Send, command =>
            {
                asked.Add(command);
                return Task.FromResult<Phrase?>(null);
            }));
    }
}
