using System.Collections.Immutable;
using System.CommandLine;
using Tabletop.Scenarios;

namespace Tabletop.Cli;

/// <summary><c>tabletop import --msel FILE PATH</c>: takes the changed cells of an exported list over into scenario.yaml.</summary>
static class Import
{
    internal static Command Create()
    {
        var file = new Option<string>("--msel") { Description = "The workbook (.xlsx) that 'export --msel' wrote.", Required = true };
        var path = new Argument<string>("path") { Description = ScenarioOnDisk.PathHelp };
        var dry = new Option<bool>("--dry-run") { Description = "Says what would change and writes nothing." };
        var command = new Command(
            "import",
            "Writes the changed cells of a spreadsheet into scenario.yaml: times, from, to, method, title, message, expected action, objectives. "
            + "Everything else in the file stays as it is. If one cell is bad, nothing is written. "
            + "Exit codes: 0 done, 1 cells or scenario have faults, 2 the command could not be carried out.")
        {
            file, path, dry,
        };
        command.SetAction(parsed =>
        {
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            return ScenarioOnDisk.Load(parsed.GetRequiredValue(path), error, out var code) is { } loaded
                ? Take(loaded, parsed.GetRequiredValue(file), parsed.GetValue(dry), output, error)
                : code;
        });
        return command;
    }

    static int Take(ScenarioOnDisk loaded, string file, bool dry, TextWriter output, TextWriter error)
    {
        var book = MselReader.Read(file);
        if (book.Fault is { } bad)
        {
            error.WriteLine($"{file}: {bad}.");
            return ExitCode.Refused;
        }

        foreach (var heading in book.Unread)
        {
            error.WriteLine($"{file}: the column '{heading}' is not read.");
        }

        var (changes, faults) = MselComparison.Of(loaded.Scenario, book);
        if (faults.Count == 0 && changes.Count == 0)
        {
            output.WriteLine("No cell has changed.");
            return ExitCode.Done;
        }

        var text = faults.Count == 0 ? Edited(loaded, changes, error) : null;
        if (text is null)
        {
            foreach (var fault in faults)
            {
                error.WriteLine(fault);
            }

            error.WriteLine("Nothing was written.");
            return ExitCode.Faults;
        }

        var code = dry ? ExitCode.Done : Destination.Try(() => Destination.Replace(Path.Combine(loaded.Folder, ScenarioOnDisk.FileName), loaded.Text, text), error);
        if (code == ExitCode.Done)
        {
            foreach (var change in changes)
            {
                output.WriteLine(change);
            }

            output.WriteLine($"{changes.Count} {(changes.Count == 1 ? "cell" : "cells")} {(dry ? "would be" : "were")} written to {Path.Combine(loaded.Folder, ScenarioOnDisk.FileName)}.");
        }

        return code;
    }

    /// <summary>The text with the changes in it, read once more: null, and said why, unless it says exactly what the cells say.</summary>
    static string? Edited(ScenarioOnDisk loaded, IReadOnlyList<MselChange> changes, TextWriter error)
    {
        var editor = new YamlEditor(loaded.Text);
        foreach (var change in changes)
        {
            change.Write(editor);
        }

        var sources = loaded.Sources.Select(source => source.Path == ScenarioOnDisk.FileName ? source with { Text = editor.Text } : source).ToImmutableArray();
        var compiled = ScenarioCompiler.Compile(sources);
        if (compiled.Scenario is not { } scenario)
        {
            foreach (var fault in compiled.Diagnostics)
            {
                error.WriteLine($"With these cells: {fault.Render(sources, loaded.Folder)}");
            }

            return null;
        }

        var wanted = changes.ToDictionary(change => (change.Inject, change.Column), change => change.After);
        foreach (var (before, after) in MselRow.Of(loaded.Scenario).Zip(MselRow.Of(scenario)))
        {
            foreach (var heading in MselHeading.All.Where(heading => heading.FollowsFrom is null))
            {
                if (after[heading.Column] != wanted.GetValueOrDefault((before.Inject, heading.Column), before[heading.Column]))
                {
                    error.WriteLine($"'{heading.Heading}' of '{before.Inject}' can't be changed from here without harm: change it in {ScenarioOnDisk.FileName}.");
                    return null;
                }
            }
        }

        return editor.Text;
    }
}
