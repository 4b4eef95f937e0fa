using System.Diagnostics;
using Tabletop.Engine;
using Tabletop.Scenarios;
using Tabletop.TestKit;

namespace Tabletop.Benchmarks;

/// <summary>What trainers wait for: checking, rehearsing and exploring the flagship, one core.</summary>
static class EngineSpeed
{
    const int Rounds = 5;
    const int Runs = 300;
    const int States = 300;

    public static Task<string> Measure()
    {
        var sources = ScenarioFolder.Read(Repository.PathTo("scenarios", "okta-cloudflare-2023")).Sources;
        var flagship = ShippedScenarios.Flagship;
        var compile = Median(() => ScenarioCompiler.Compile(sources));
        var history = Median(() => PlaythroughRun.Of(flagship, flagship.History!));
        var rehearse = Median(() => RehearsalReport.Of(flagship, Runs, 1, () => { }));
        var explore = Median(() => Exploration.Of(flagship, States, () => { }));
        return Task.FromResult(Figures.Table(
            ["the flagship, median of 5", "figure"],
            [
                ["check (read, compile, all diagnostics)", Figures.Text($"{compile * 1000:0} ms")],
                ["one whole playthrough (history)", Figures.Text($"{history * 1000:0.0} ms")],
                ["rehearsal", Figures.Text($"{Runs / rehearse:0} runs/s")],
                ["exploration", Figures.Text($"{States / explore:0} states/s")],
            ]));
    }

    static double Median<T>(Func<T> work)
    {
        work();
        return Figures.Median(Enumerable.Range(0, Rounds).Select(_ =>
        {
            var watch = Stopwatch.StartNew();
            work();
            return watch.Elapsed.TotalSeconds;
        }));
    }
}
