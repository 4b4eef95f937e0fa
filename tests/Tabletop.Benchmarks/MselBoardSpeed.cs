using System.Diagnostics;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Tabletop.Engine;
using Tabletop.Exercises.Views;
using Tabletop.TestKit;
using Tabletop.Web;
using Tabletop.Web.Facilitate;

namespace Tabletop.Benchmarks;

/// <summary>What a facilitator waits for: the table of 260 injects with 25 teams of four, half of the injects sent.</summary>
static class MselBoardSpeed
{
    const int Injects = 260;
    const int Teams = 25;
    const int Rounds = 9;

    public static async Task<string> Measure()
    {
        var (exercise, log) = Begin();
        var nobody = new HashSet<string>(StringComparer.Ordinal);
        var view = ControlProjection.Of(exercise, log, new Dictionary<string, ScoreGlance>(), nobody);
        var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddSingleton<NavigationManager, Nowhere>().AddSingleton<Sender>(_ => Task.FromResult<Phrase?>(null));
        await using var provider = services.BuildServiceProvider();
        var size = 0;
        var gather = Median(() => ControlProjection.Of(exercise, log, new Dictionary<string, ScoreGlance>(), nobody));
        var list = Median(() => MselLines.Of(view, MselFilter.Everything, ""));
        var draw = await MedianAsync(async () => size = await Draw(provider, view));
        return Figures.Table(
            [Figures.Text($"{Injects} injects, {Teams} teams, median of {Rounds}"), "figure"],
            [
                ["everything that the facilitator's page shows, gathered", Figures.Text($"{gather * 1000:0} ms")],
                ["filtered and put in order", Figures.Text($"{list * 1000:0.0} ms")],
                ["drawn as HTML", Figures.Text($"{draw * 1000:0} ms, {size / 1024} KB")],
            ]);
    }

    static async Task<int> Draw(IServiceProvider services, ControlView view)
    {
        await using var renderer = new HtmlRenderer(services, services.GetRequiredService<ILoggerFactory>());
        return await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<MselBoard>(ParameterView.FromDictionary(new Dictionary<string, object?>
        {
            [nameof(MselBoard.View)] = view,
            [nameof(MselBoard.Address)] = new ControlAddress("ex1", ControlPart.Msel),
        }))).ToHtmlString().Length);
    }

    static (Exercise Exercise, List<Event> Log) Begin()
    {
        var flagship = ShippedScenarios.Flagship;
        var scenario = flagship with
        {
            Injects = new(Enumerable.Range(0, Injects).Select(number => flagship.Injects[number % flagship.Injects.Count] with
            {
                Id = $"inject-{number}",
                Trigger = number % 2 == 0 ? new Trigger.AtTime(flagship.Start.AddHours(number + 1), null) : new Trigger.Manual(),
                Withdrawal = null,
            })),
        };
        var at = DateTimeOffset.UnixEpoch;
        var opened = new Event.Opened("ex1", "ABC234", "Benchmark", [], scenario.Hash, scenario.Paces[0].Id, 1, ExerciseMode.Facilitated) { Version = 1, At = at, Time = scenario.Start };
        var exercise = Exercise.Open(scenario, opened);
        var log = new List<Event> { opened };
        var commands = 0;
        void Do(Command command)
        {
            foreach (var e in exercise.Decide(command with { Id = $"c{++commands}" }, at).Events)
            {
                exercise = exercise.Apply(e);
                log.Add(e);
            }
        }

        for (var team = 0; team < Teams; team++)
        {
            Do(new Command.AddTeam($"t{team}", $"Team {team + 1}"));
            for (var person = 0; person < 4; person++)
                Do(new Command.Join($"p{team}-{person}", $"Person {person + 1}", $"t{team}", scenario.Roles[person].Id));
        }

        Do(new Command.Start());
        Do(new Command.Pause(""));
        for (var number = 1; number < Injects; number += 2)
            Do(new Command.SendInject($"inject-{number}", null));
        return (exercise, log);
    }

    static double Median(Action work)
    {
        work();
        return Figures.Median(Enumerable.Range(0, Rounds).Select(_ =>
        {
            var watch = Stopwatch.StartNew();
            work();
            return watch.Elapsed.TotalSeconds;
        }));
    }

    static async Task<double> MedianAsync(Func<Task> work)
    {
        await work();
        var times = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            var watch = Stopwatch.StartNew();
            await work();
            times.Add(watch.Elapsed.TotalSeconds);
        }

        return Figures.Median(times);
    }

    sealed class Nowhere : NavigationManager
    {
        public Nowhere() => Initialize("http://localhost/", "http://localhost/facilitate/ex1?view=msel");
    }
}
