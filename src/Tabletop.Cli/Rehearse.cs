using System.CommandLine;
using System.Globalization;
using Tabletop.Engine;
using Tabletop.Scenarios;

namespace Tabletop.Cli;

/// <summary><c>tabletop rehearse PATH</c>: plays a scenario's history and playthroughs headless and says what came of them.</summary>
internal static class Rehearse
{
    private const int Name = 18;

    internal static System.CommandLine.Command Create()
    {
        var path = new Argument<DirectoryInfo>("path") { Description = "The scenario's folder." };
        var run = new Option<string?>("--run") { Description = "The id of one playthrough, to see each step of it." };
        var command = new System.CommandLine.Command("rehearse", "Plays history and the playthroughs of a scenario without people.") { path, run };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(path), parsed.GetValue(run), parsed.InvocationConfiguration.Output));
        return command;
    }

    private static int Run(DirectoryInfo folder, string? only, TextWriter output)
    {
        var read = ScenarioFolder.Read(folder.FullName);
        var compiled = ScenarioCompiler.Compile(read.Sources);
        if (compiled.Scenario is not { } scenario)
        {
            foreach (var diagnostic in read.Diagnostics.Concat(compiled.Diagnostics))
            {
                output.WriteLine(diagnostic.Render(read.Sources));
            }

            return 1;
        }

        var playthroughs = scenario.History is { } history ? [history, .. scenario.Playthroughs] : scenario.Playthroughs;
        var chosen = playthroughs.Where(item => only is null || item.Id == only).ToList();
        if (chosen.Count == 0)
        {
            output.WriteLine(only is null
                ? $"{scenario.Id} has no history.yaml and no playthroughs; there is nothing to rehearse."
                : $"{scenario.Id} has no playthrough '{only}'. It has: {string.Join(", ", playthroughs.Select(item => item.Id))}.");
            return 2;
        }

        output.WriteLine($"{"",-Name}{"total",8}{string.Concat(Enum.GetValues<Dimension>().Select(item => $"{Head(item),8}"))}{"judged",8}  ending");
        var failed = false;
        foreach (var playthrough in chosen)
        {
            var result = PlaythroughRun.Of(scenario, playthrough);
            output.WriteLine(Row(playthrough, result));
            foreach (var miss in result.Misses)
            {
                output.WriteLine($"  {miss.Source}: {miss.Message}");
                failed = true;
            }

            if (only is not null)
            {
                Explain(result, output);
            }
        }

        return failed ? 1 : 0;
    }

    private static string Head(Dimension dimension) => dimension.ToString()[..7].ToLowerInvariant();

    private static string Row(Playthrough playthrough, PlaythroughRun run) =>
        $"{playthrough.Id,-Name}{Points(run.Score.Points)}{string.Concat(Enum.GetValues<Dimension>().Select(item => Points(run.Score.Of(item).Points)))}"
        + $"{run.Score.Coverage.ToString("P0", CultureInfo.InvariantCulture),8}  {run.Ending.Id}";

    private static string Points(decimal points) => points.ToString("0.0", CultureInfo.InvariantCulture).PadLeft(8);

    private static void Explain(PlaythroughRun run, TextWriter output)
    {
        output.WriteLine();
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

    private static string? Say(PlaythroughRun run, Event e) => e switch
    {
        Event.PhaseEntered phase => $"— {run.Exercise.Scenario.Phases[phase.Phase].Title}",
        Event.InjectReleased inject => $"inject    {inject.Inject}",
        Event.DecisionMade made => $"decision  {made.Action} {made.Target} (done {made.Finishes.UtcDateTime.ToString("MM-dd HH:mm", CultureInfo.InvariantCulture)}, {made.Effort} h)",
        Event.DecisionFinished finished => $"finished  {run.Exercise.Teams[0].Decisions.First(item => item.Id == finished.Decision).Action}",
        Event.InjectAnswered answered => $"answer    {answered.Inject}: {answered.Option}",
        Event.AdversaryMoved moved => $"attacker  {moved.Step}: {moved.From} -> {moved.To}",
        Event.AdversaryRefused refused => $"attacker  {refused.Step} refused{(refused.To is null ? "" : $" -> {refused.To}")}",
        _ => null,
    };
}
