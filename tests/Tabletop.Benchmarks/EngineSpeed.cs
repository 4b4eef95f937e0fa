using System.Diagnostics;
using Tabletop.Engine;
using Tabletop.Scenarios;
using Tabletop.TestKit;

namespace Tabletop.Benchmarks;

/// <summary>What trainers wait for: checking, rehearsing and exploring the flagship, one core. And what a debrief waits for: a what-if, the best change (all cores), and the fold that a replay begins with.</summary>
static class EngineSpeed
{
    const int Rounds = 5;
    const int Runs = 300;
    const int States = 300;
    const int Teams = 8;

    public static Task<string> Measure()
    {
        var sources = ScenarioFolder.Read(Repository.PathTo("scenarios", "okta-cloudflare-2023")).Sources;
        var flagship = ShippedScenarios.Flagship;
        var main = sources.First(source => source.Path == "scenario.yaml");
        var lines = main.Text.Split('\n');
        var needs = Array.FindIndex(lines, line => line.Contains("credential: ", StringComparison.Ordinal));
        var complete = Median(() => ScenarioCompletion.At(sources, main.Path, needs + 1, lines[needs].IndexOf("credential: ", StringComparison.Ordinal) + 13));
        var compile = Median(() => ScenarioCompiler.Compile(sources));
        var history = Median(() => PlaythroughRun.Of(flagship, flagship.History!));
        var rehearse = Median(() => RehearsalReport.Of(flagship, Runs, 1, () => { }));
        var explore = Median(() => Exploration.Of(flagship, States, () => { }));
        var alone = PlaythroughRun.Of(flagship, flagship.History!).Log;
        var whatIf = Median(() => WhatIf.Of(flagship, alone, PlaythroughRun.TeamId, new Change.Add("revoke", "moveworks-token", flagship.Phases[1].Start)));
        var room = Played(flagship);
        var fold = Median(() => Recording.Of(flagship, room));
        var best = Median(() => BestChange.Of(flagship, room, "t0"));
        return Task.FromResult(Figures.Table(
            ["the flagship, median of 5", "figure"],
            [
                ["check (read, compile, all diagnostics)", Figures.Text($"{compile * 1000:0} ms")],
                ["completion (what can stand at a credential's place)", Figures.Text($"{complete * 1000:0} ms")],
                ["one whole playthrough (history)", Figures.Text($"{history * 1000:0.0} ms")],
                ["rehearsal", Figures.Text($"{Runs / rehearse:0} runs/s")],
                ["what-if over a whole exercise (history's team)", Figures.Text($"{whatIf * 1000:0.0} ms")],
                [Figures.Text($"the one change that would have helped most, for one of {Teams} teams"), Figures.Text($"{best * 1000:0} ms")],
                [Figures.Text($"replay: fold of a whole exercise, {Teams} teams, {room.Count} events"), Figures.Text($"{fold * 1000:0} ms")],
                ["exploration", Figures.Text($"{States / explore:0} states/s")],
            ]));
    }

    /// <summary>An exercise in which every team does what history did.</summary>
    static List<Event> Played(Scenario scenario)
    {
        var opened = new Event.Opened("bench", "", "Bench", [], scenario.Hash, scenario.Paces[0].Id, 1, ExerciseMode.Facilitated) { Version = 1, At = scenario.Start, Time = scenario.Start };
        var log = new List<Event> { opened };
        var exercise = Exercise.Open(scenario, opened);
        void Do(Command command)
        {
            foreach (var e in exercise.Decide(command with { Id = $"c{log.Count}" }, scenario.Start).Events)
            {
                log.Add(e);
                exercise = exercise.Apply(e);
            }
        }

        for (var team = 0; team < Teams; team++)
        {
            Do(new Command.AddTeam($"t{team}", $"Team {team}"));
            Do(new Command.Join($"p{team}", "Ada", $"t{team}", scenario.Roles[0].Id));
        }

        Do(new Command.Start());
        Do(new Command.Pause(""));
        foreach (var e in PlaythroughRun.Of(scenario, scenario.History!).Log.Where(e => e is Event.DecisionMade or Event.InjectAnswered))
        {
            if (e.Time > exercise.Now)
                Do(new Command.Jump(e.Time));
            for (var team = 0; team < Teams; team++)
                Do(e is Event.DecisionMade made ? new Command.SubmitDecision($"p{team}", made.Action, made.Target, made.Reason, 70)
                    : e is Event.InjectAnswered said ? new Command.AnswerInject($"p{team}", said.Inject, said.Reply, said.Reason, 70) : new Command.Advance());
        }

        Do(new Command.Jump(scenario.End));
        return log;
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
