using System.Collections.Immutable;
using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Tabletop.Engine;

namespace Tabletop.Cli;

/// <summary><c>tabletop explore PATH</c>: walks through the choices of a team and says what can be reached and what can't.</summary>
static class Explore
{
    const int MostLines = 12;

    internal static System.CommandLine.Command Create()
    {
        var path = new Argument<DirectoryInfo>("path") { Description = "The scenario's folder." };
        var bound = new Option<int>("--states") { Description = "The most states to look at; a small scenario is walked through whole.", DefaultValueFactory = _ => 2000 };
        bound.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<int>() is < 1 or > 10_000_000)
            {
                given.AddError("--states must be between 1 and 10000000.");
            }
        });
        var command = new System.CommandLine.Command("explore", "Walks through a team's choices: dead ends, what is never reached, the lowest and highest score, options that are no choice.") { path, bound };
        command.SetAction(parsed =>
        {
            var output = parsed.InvocationConfiguration.Output;
            return Rehearse.Load(parsed.GetRequiredValue(path), output) is { } scenario ? Run(scenario, parsed.GetValue(bound), output) : 1;
        });
        return command;
    }

    static int Run(Scenario scenario, int bound, TextWriter output)
    {
        var watch = Stopwatch.StartNew();
        var bar = new ProgressBar("exploring", bound);
        var report = Exploration.Of(scenario, bound, bar.Step);
        bar.Clear();

        var rate = report.States / watch.Elapsed.TotalSeconds;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{report.States} states in {watch.Elapsed.TotalSeconds:0.0} s, {rate:0} a second, plus the scenario's own playthroughs"));
        output.WriteLine(
            report.Complete ? "complete: every reachable state was looked at"
            : report.States < bound ? $"not complete: of all answers only some were tried to {string.Join(", ", report.Sampled)}"
            : $"not complete: stopped at the bound of {bound} states, those with the fewest decisions first; give more with --states");
        if (scenario.HasChance)
        {
            output.WriteLine("chance: where something is left to it, both ways were walked");
        }

        Say(output, "attacker's states never reached", report.UnreachedStates);
        Say(output, "injects never released", report.UnreachedInjects);
        Say(output, "questions with an answer that was never worse", [.. report.Dominating.Select(item => $"{item.Inject}: {item.Reply} ({item.Comparisons} comparisons)")]);
        Say(output, "dead ends", [.. report.DeadEnds.Select(end => $"{Stamp(end.Time)} in '{end.AdversaryState}' after {Words(end.Steps)}").Distinct()]);
        Say(output, "highest score", report.Highest);
        Say(output, "lowest score", report.Lowest);
        return report.DeadEnds.IsEmpty ? 0 : 1;
    }

    static void Say(TextWriter output, string what, ImmutableArray<string> items)
    {
        output.WriteLine(items.IsEmpty ? $"{what}: none" : $"{what}:");
        foreach (var item in items.Take(MostLines))
        {
            output.WriteLine($"  {item}");
        }

        if (items.Length > MostLines)
        {
            output.WriteLine($"  and {items.Length - MostLines} more");
        }
    }

    static void Say(TextWriter output, string what, Way path)
    {
        output.WriteLine($"{what}: {path.Score.ToString("0.0", CultureInfo.InvariantCulture)}, ending {path.Ending}");
        foreach (var step in path.Steps)
        {
            output.WriteLine($"  {Stamp(step.At)}  {step.Action ?? step.Inject} {step.Target ?? step.Reply}");
        }

        foreach (var fall in path.Falls)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {Stamp(fall.Time)}  chance {fall.Draw.Odds} %: {fall.Id} {(fall.Draw.ComesTrue ? "came true" : "did not come true")}"));
        }
    }

    static string Words(ImmutableArray<PlaythroughStep> steps) =>
        steps.IsEmpty ? "no decision" : string.Join(", ", steps.Select(step => $"{step.Action ?? step.Inject} {step.Target ?? step.Reply}".Trim()));

    static string Stamp(DateTimeOffset time) => time.UtcDateTime.ToString("d MMM HH:mm", CultureInfo.InvariantCulture);
}
