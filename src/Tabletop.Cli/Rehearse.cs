using System.Collections.Immutable;
using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Tabletop.Engine;
using Tabletop.Scenarios;

namespace Tabletop.Cli;

/// <summary><c>tabletop rehearse PATH</c>: plays a scenario headless and says what came of it.</summary>
static class Rehearse
{
    const int Name = 18;

    internal static System.CommandLine.Command Create()
    {
        var path = new Argument<DirectoryInfo>("path") { Description = "The scenario's folder." };
        var run = new Option<string?>("--run") { Description = "The id of one playthrough, to see each step of it." };
        var runs = new Option<int>("--runs") { Description = "How often the random bot plays.", DefaultValueFactory = _ => 1000 };
        var seed = new Option<long>("--seed") { Description = "The seed of its first run.", DefaultValueFactory = _ => 1 };
        runs.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<int>() is < 1 or > 1_000_000)
            {
                given.AddError("--runs must be between 1 and 1000000.");
            }
        });
        var command = new System.CommandLine.Command("rehearse", "Plays a scenario without people: its history, its playthroughs and bots, many times.") { path, run, runs, seed };
        command.SetAction(parsed =>
        {
            var output = parsed.InvocationConfiguration.Output;
            return Load(parsed.GetRequiredValue(path), output) is not { } scenario ? 1
                : parsed.GetValue(run) is { } id ? One(scenario, id, output)
                : Many(scenario, parsed.GetValue(runs), parsed.GetValue(seed), output);
        });
        return command;
    }

    internal static Scenario? Load(DirectoryInfo folder, TextWriter output)
    {
        var read = ScenarioFolder.Read(folder.FullName);
        var compiled = ScenarioCompiler.Compile(read.Sources);
        foreach (var diagnostic in compiled.Scenario is null ? read.Diagnostics.Concat(compiled.Diagnostics) : [])
        {
            output.WriteLine(diagnostic.Render(read.Sources));
        }

        return compiled.Scenario;
    }

    internal static ImmutableArray<Playthrough> PlaythroughsOf(Scenario scenario) =>
        scenario.History is { } history ? [history, .. scenario.Playthroughs] : scenario.Playthroughs;

    static int One(Scenario scenario, string id, TextWriter output)
    {
        if (PlaythroughsOf(scenario).FirstOrDefault(item => item.Id == id) is not { } playthrough)
        {
            output.WriteLine($"{scenario.Id} has no playthrough '{id}'. It has: {string.Join(", ", PlaythroughsOf(scenario).Select(item => item.Id))}.");
            return 2;
        }

        var run = PlaythroughRun.Of(scenario, playthrough);
        Explain(run, output);
        output.WriteLine();
        output.WriteLine($"{playthrough.Title}: {Points(run.Score.Points).Trim()} of {run.Score.Max}, ending {run.Ending.Id}");
        return Say(playthrough, run, output) ? 0 : 1;
    }

    static int Many(Scenario scenario, int runs, long seed, TextWriter output)
    {
        var watch = Stopwatch.StartNew();
        var bar = new ProgressBar("rehearsing", runs);
        var report = RehearsalReport.Of(scenario, runs, seed, bar.Step);
        bar.Clear();
        var took = watch.Elapsed;

        output.WriteLine($"{"",-Name}{"total",8}{string.Concat(Enum.GetValues<Dimension>().Select(item => $"{Head(item),8}"))}  ending");
        foreach (var player in report.Players.Where(player => player.Runs == 1))
        {
            output.WriteLine($"{player.Player,-Name}{Points(player.Totals[0])}{Dimensions(player)}  {player.Endings[0].Ending}");
        }

        foreach (var player in report.Players.Where(player => player.Runs > 1))
        {
            output.WriteLine($"{player.Player,-Name}{Points(player.Quantile(0.5))}{Dimensions(player)}  median of {player.Runs} runs, seeds {seed} to {seed + player.Runs - 1}");
            output.WriteLine($"{"",-Name}{"",8}  lowest {Points(player.Totals[0]).Trim()}, a tenth below {Points(player.Quantile(0.1)).Trim()}, a tenth above {Points(player.Quantile(0.9)).Trim()}, highest {Points(player.Totals[^1]).Trim()}");
            foreach (var (ending, count) in player.Endings)
            {
                output.WriteLine($"{"",-Name}{"",8}  {ending}: {count}");
            }
        }

        output.WriteLine();
        foreach (var (pace, lasts) in report.Duration)
        {
            output.WriteLine($"pace {pace}: {lasts:h\\:mm\\:ss}");
        }

        foreach (var lull in report.Lulls.Take(5))
        {
            output.WriteLine($"nothing new for {lull.Lasts:m\\:ss} (default pace) between {Stamp(lull.From)} and {Stamp(lull.Until)}");
        }

        output.WriteLine(report.NeverCame.IsEmpty ? "every inject came in some run" : $"came in no run: {string.Join(", ", report.NeverCame)}");
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{runs} runs in {took.TotalSeconds:0.0} s, {runs / took.TotalSeconds:0} runs a second"));

        var good = true;
        foreach (var playthrough in PlaythroughsOf(scenario))
        {
            good &= Say(playthrough, PlaythroughRun.Of(scenario, playthrough), output);
        }

        return good ? 0 : 1;
    }

    /// <summary>Says what did not come about; true when everything did.</summary>
    static bool Say(Playthrough playthrough, PlaythroughRun run, TextWriter output)
    {
        foreach (var miss in run.Misses)
        {
            output.WriteLine($"{playthrough.Id}: {miss.Source}: {miss.Message}");
        }

        return run.Misses.IsEmpty;
    }

    static string Dimensions(PlayerReport player) => string.Concat(Enum.GetValues<Dimension>().Select(item => Points(player.Dimensions[item])));

    static string Stamp(DateTimeOffset time) => time.UtcDateTime.ToString("d MMM HH:mm", CultureInfo.InvariantCulture);

    static string Head(Dimension dimension) => dimension.ToString()[..7].ToLowerInvariant();

    static string Points(decimal points) => points.ToString("0.0", CultureInfo.InvariantCulture).PadLeft(8);

    static void Explain(PlaythroughRun run, TextWriter output)
    {
        foreach (var e in run.Log)
        {
            if (Say(run, e) is { } words)
            {
                output.WriteLine($"{e.Time.UtcDateTime.ToString("MM-dd HH:mm:ss", CultureInfo.InvariantCulture)}  {words}");
            }
        }

        output.WriteLine();
        foreach (var line in run.Score.Lines)
        {
            output.WriteLine($"{Points(line.Points)} of {line.Max,2}  {(line.Judged ? "" : "(not judged) ")}{line.Title}. {line.Why} [{line.Source}]");
        }
    }

    static string? Say(PlaythroughRun run, Event e) => e switch
    {
        Event.PhaseEntered phase => $"— {run.Exercise.Scenario.Phases[phase.Phase].Title}",
        Event.InjectReleased inject => $"inject    {inject.Inject}",
        Event.DecisionMade made => $"decision  {made.Action} {made.Target} (done {made.Finishes.UtcDateTime.ToString("MM-dd HH:mm", CultureInfo.InvariantCulture)}, {made.Effort} h)",
        Event.DecisionFinished finished => $"finished  {run.Exercise.Teams[0].Decisions.First(item => item.Id == finished.Decision).Action}",
        Event.InjectAnswered answered => $"answer    {answered.Inject}: {answered.Reply}",
        Event.DeadlinePassed lapsed => $"deadline  {lapsed.Inject}: {lapsed.Reply ?? "no answer"}",
        Event.AdversaryMoved moved => $"attacker  {moved.Step}: {moved.From} -> {moved.To}",
        Event.AdversaryRefused refused => $"attacker  {refused.Step} refused{(refused.To is null ? "" : $" -> {refused.To}")}",
        _ => null,
    };
}
