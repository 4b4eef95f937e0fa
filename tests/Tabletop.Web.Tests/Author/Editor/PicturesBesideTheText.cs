using Bunit;
using Tabletop.Engine;
using Tabletop.Exercises.Views;
using Tabletop.TestKit;
using Tabletop.Web.Author.Editor;
using Tabletop.Web.Tests.Language;

namespace Tabletop.Web.Tests.Author.Editor;

public sealed class PicturesBesideTheText : BunitContext
{
    public PicturesBesideTheText()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        this.AddTexts();
    }

    [Fact]
    public void TheGraphHasACardForEachStateAndSaysTheSameAsText()
    {
        var graph = Render<ScenarioGraph>(with => with.Add(graph => graph.Scenario, TinyScenario.Scenario));
        Assert.Equal(["outside", "inside", "gone"], graph.FindAll(".graph-state").Select(card => card.GetAttribute("data-state")));
        var words = graph.Find(".graph-words").TextContent;
        Assert.All(TinyScenario.Scenario.Adversary.States, state => Assert.Contains(state.Title, words, StringComparison.Ordinal));
        Assert.All(TinyScenario.Scenario.Adversary.States.SelectMany(state => state.Steps), step => Assert.Contains(step.Title, words, StringComparison.Ordinal));
    }

    [Fact]
    public void AStateLeadsToItsPlaceInTheText()
    {
        SourceRef? led = null;
        var graph = Render<ScenarioGraph>(with => with.Add(graph => graph.Scenario, TinyScenario.Scenario).Add(graph => graph.OnGoTo, source => led = source));
        graph.Find("[data-state=inside]").Click();
        Assert.Equal(TinyScenario.Scenario.Adversary.States["inside"].Source, led);
        graph.Find(".graph-words button").Click();
        Assert.Equal(TinyScenario.Scenario.Adversary.States["outside"].Source, led);
    }

    [Fact]
    public void WithErrorsTheLastGoodPictureStaysAndSaysSo()
    {
        var graph = Render<ScenarioGraph>(with => with.Add(graph => graph.Scenario, null));
        Assert.Contains("as soon as the text has no errors", graph.Markup, StringComparison.Ordinal);

        graph.Render(with => with.Add(graph => graph.Scenario, TinyScenario.Scenario));
        Assert.Empty(graph.FindAll(".note"));

        graph.Render(with => with.Add(graph => graph.Scenario, null));
        Assert.Contains("The text has errors", graph.Find(".note").TextContent, StringComparison.Ordinal);
        Assert.Equal(3, graph.FindAll(".graph-state").Count);
    }

    [Fact]
    public void TheTimelineHasEverythingInThePhaseOfItsTime()
    {
        var timeline = Render<ScenarioTimeline>(with => with.Add(timeline => timeline.Scenario, ShippedScenarios.Flagship).Add(timeline => timeline.Folder, "flagship"));
        var phases = timeline.FindAll(".clock-phase");
        Assert.Equal([.. ShippedScenarios.Flagship.Phases.Select(phase => phase.Title), "Waits for something to happen"], phases.Select(phase => phase.GetAttribute("aria-label")));
        Assert.All(ShippedScenarios.Flagship.Injects, inject => Assert.Contains(inject.Title, timeline.Find(".scenario-timeline").TextContent, StringComparison.Ordinal));

        var plan = TimelinePlan.Of(ShippedScenarios.Flagship);
        Assert.All(plan.Phases, phase => Assert.All(phase.Rows, row => Assert.InRange(row.X, phase.Axis.From, phase.Axis.To + 0.001)));
        Assert.Equal(ShippedScenarios.Flagship.History!.Steps.Length, plan.Phases.Sum(phase => phase.Rows.Count(row => row.Lane == TimelineLane.History)));
        Assert.Equal(plan.Phases.Sum(phase => phase.Rows.Length), timeline.FindAll(".clock-mark").Count);
    }

    [Fact]
    public void ARowLeadsToItsPlaceInTheText()
    {
        SourceRef? led = null;
        var timeline = Render<ScenarioTimeline>(with => with.Add(timeline => timeline.Scenario, TinyScenario.Scenario).Add(timeline => timeline.Folder, "tiny").Add(timeline => timeline.OnGoTo, source => led = source));
        timeline.FindAll(".clock-row .source-link").First(link => link.TextContent == "Logs in to the VPN").Click();
        Assert.Equal("scenario.yaml", led?.File);
        Assert.Contains("log-in:", TinyScenario.Text.Split('\n')[led!.Value.Line - 1], StringComparison.Ordinal);
    }

    [Fact]
    public void FromAPhaseAndFromAnInjectOneCanPlayOn()
    {
        var timeline = Render<ScenarioTimeline>(with => with.Add(timeline => timeline.Scenario, TinyScenario.Scenario).Add(timeline => timeline.Folder, "a scenario"));
        var plan = TimelinePlan.Of(TinyScenario.Scenario);
        Assert.Equal(
            plan.Phases.SelectMany(phase => phase.Rows.Where(row => row.Lane == TimelineLane.Injects).Select(row => row.At!.Value).Prepend(phase.Spec.Start))
                .Select(at => $"author/a%20scenario/play?from={Uri.EscapeDataString(ScenarioTime.Iso(at))}"),
            timeline.FindAll(".clock-play").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public void StepsStandAtTheEarliestTimeThatTheyCanHave()
    {
        var rows = TimelinePlan.Of(TinyScenario.Scenario).Phases.SelectMany(phase => phase.Rows).Where(row => row.Lane == TimelineLane.Attacker).ToList();
        Assert.Equal("4 Mar 12:00", rows.First(row => row.Title.ToString() == "Logs in to the VPN").When.ToString());
        Assert.Equal("4 Mar 12:30", rows.First(row => row.Title.ToString() == "Leaves a backdoor").When.ToString());
    }

    [Fact]
    public void BothAreInTheAuthorsLanguage()
    {
        using var german = InGerman.Texts();
        var graph = Render<ScenarioGraph>(with => with.Add(graph => graph.Scenario, TinyScenario.Scenario));
        Assert.Contains("4. Mär 14:00, frühestens nach 1 h 30 min", graph.Find(".graph-words").TextContent, StringComparison.Ordinal);
        Assert.Contains(graph.FindAll(".graph-when"), line => line.TextContent == "nach 30 min");
        Assert.Contains(graph.FindAll(".graph-refused"), line => line.TextContent.StartsWith("falls abgewiesen", StringComparison.Ordinal));

        var timeline = Render<ScenarioTimeline>(with => with.Add(timeline => timeline.Scenario, ShippedScenarios.Flagship).Add(timeline => timeline.Folder, "flagship"));
        Assert.Equal("Wartet auf ein Ereignis", timeline.FindAll(".clock-phase h2")[^1].TextContent);
        Assert.Contains(timeline.FindAll(".clock-when"), when => when.TextContent.StartsWith("20 min, nachdem der Schritt „Tries a stolen credential", StringComparison.Ordinal));
    }
}
