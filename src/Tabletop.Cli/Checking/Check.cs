using System.Collections.Immutable;
using System.CommandLine;
using Tabletop.Scenarios;

namespace Tabletop.Cli;

/// <summary><c>tabletop check PATH...</c>: says everything that is wrong with scenarios.</summary>
static class Check
{
    static readonly ImmutableSortedDictionary<string, Action<ImmutableArray<CheckedFolder>, TextWriter>> Formats =
        new Dictionary<string, Action<ImmutableArray<CheckedFolder>, TextWriter>>
        {
            ["human"] = HumanReport.Write,
            ["json"] = JsonReport.Write,
            ["sarif"] = SarifReport.Write,
            ["github"] = GitHubReport.Write,
        }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    internal static Command Create()
    {
        var paths = new Argument<string[]>("path")
        {
            Description = "A scenario's folder, one of its files, or a folder of such folders.",
            Arity = ArgumentArity.OneOrMore,
        };
        var format = new Option<string>("--format")
        {
            Description = "human: with the source line; json: one object; sarif: SARIF 2.1.0 for code scanning; github: annotations of a GitHub workflow.",
            DefaultValueFactory = _ => "human",
        };
        format.AcceptOnlyFromAmong([.. Formats.Keys]);
        var watch = new Option<bool>("--watch") { Description = "Checks again whenever a file changes, until Ctrl+C." };
        var command = new Command(
            "check",
            "Says everything that is wrong with scenarios, where, and how to mend it. "
            + "Exit codes: 0 no errors (there may be warnings), 1 errors, 2 no scenario there or wrong words on the command line.")
        {
            paths, format, watch,
        };
        command.SetAction(async (parsed, stop) =>
        {
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            var places = parsed.GetRequiredValue(paths).Select(ScenarioOnDisk.FolderOf).ToList();
            var write = Formats[parsed.GetRequiredValue(format)];
            return parsed.GetValue(watch)
                ? await Watch(places, write, output, error, stop)
                : Run(places, write, output, error);
        });
        return command;
    }

    static int Run(List<string> places, Action<ImmutableArray<CheckedFolder>, TextWriter> write, TextWriter output, TextWriter error)
    {
        var folders = new List<string>();
        foreach (var place in places)
        {
            var found = ScenarioFolder.Find(place);
            if (found.IsEmpty)
            {
                error.WriteLine($"There is no scenario in '{place}'. Give a folder with a scenario.yaml in it, or a folder of such folders.");
                return ExitCode.Refused;
            }

            folders.AddRange(found);
        }

        ImmutableArray<CheckedFolder> results = [.. folders.Distinct(StringComparer.Ordinal).Select(CheckedFolder.Of)];
        write(results, output);
        return results.Any(result => result.Errors > 0) ? ExitCode.Faults : ExitCode.Done;
    }

    static async Task<int> Watch(List<string> places, Action<ImmutableArray<CheckedFolder>, TextWriter> write, TextWriter output, TextWriter error, CancellationToken stop)
    {
        if (places.Find(place => !Directory.Exists(place)) is { } absent)
        {
            error.WriteLine($"There is no folder '{absent}' to watch.");
            return ExitCode.Refused;
        }

        // The watch begins before the first check, so that nothing changes unseen between the two.
        using var files = new FileWatch(places, TimeProvider.System);
        var result = ExitCode.Done;
        while (!stop.IsCancellationRequested)
        {
            result = Run(places, write, output, error);
            error.WriteLine("Waiting for changes, Ctrl+C ends.");
            await files.Changed(stop);
        }

        return result;
    }
}
