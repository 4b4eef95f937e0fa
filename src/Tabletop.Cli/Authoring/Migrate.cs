using System.Collections.Immutable;
using System.CommandLine;
using Tabletop.Scenarios;

namespace Tabletop.Cli;

/// <summary><c>tabletop migrate PATH...</c>: brings files of an older format to the present one.</summary>
static class Migrate
{
    internal static Command Create()
    {
        var paths = new Argument<string[]>("path") { Description = "Scenario folders, or folders that hold some.", Arity = ArgumentArity.OneOrMore };
        var check = new Option<bool>("--check") { Description = "Says what would change and writes nothing; exit code 1 when something would." };
        var command = new Command(
            "migrate",
            "Rewrites scenarios of an older format so that they play as before. Comments, order and all other text stay as they are. "
            + "Of a scenario that has errors nothing is written.")
        {
            paths, check,
        };
        command.SetAction(parsed =>
        {
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            return parsed.GetRequiredValue(paths).Select(path => In(path, parsed.GetValue(check), output, error)).DefaultIfEmpty(ExitCode.Done).Max();
        });
        return command;
    }

    static int In(string path, bool check, TextWriter output, TextWriter error)
    {
        var folders = ScenarioFolder.Find(path);
        if (folders.IsEmpty)
        {
            error.WriteLine($"There is no scenario in '{path}'. Give a folder with a scenario.yaml in it.");
            return ExitCode.Refused;
        }

        return folders.Select(folder => One(folder, check, output, error)).Max();
    }

    static int One(string folder, bool check, TextWriter output, TextWriter error)
    {
        var read = ScenarioFolder.Read(folder);
        if (Faults(read.Diagnostics, ScenarioCompiler.Compile(read.Sources)) is { IsEmpty: false } faults)
        {
            error.WriteLine($"{folder} has errors; mend them first. Nothing was written.");
            Say(faults, read, folder, error);
            return ExitCode.Faults;
        }

        var files = Migration.Of(read.Sources);
        if (files.IsEmpty)
        {
            output.WriteLine($"{folder} is in the present format.");
            return ExitCode.Done;
        }

        var after = new FolderResult([.. read.Sources.Select(source => files.FirstOrDefault(file => file.Path == source.Path) is { } file ? source with { Text = file.After } : source)], []);
        if (Faults([], ScenarioCompiler.Compile(after.Sources)) is { IsEmpty: false } left)
        {
            error.WriteLine($"{folder} can't be rewritten without harm. Nothing was written; this is what would be wrong:");
            Say(left, after, folder, error);
            return ExitCode.Faults;
        }

        foreach (var file in files)
        {
            var code = check ? ExitCode.Done : Destination.Try(() => Destination.Replace(Path.Combine(folder, file.Path), file.Before, file.After), error);
            if (code != ExitCode.Done)
            {
                return code;
            }

            output.WriteLine($"{Path.Combine(folder, file.Path)}{(check ? " would change" : "")}:");
            foreach (var change in file.Changes)
            {
                output.WriteLine($"    {change}");
            }
        }

        return check ? ExitCode.Faults : ExitCode.Done;
    }

    static ImmutableArray<Diagnostic> Faults(ImmutableArray<Diagnostic> read, CompileResult compiled) =>
        [.. read.Concat(compiled.Diagnostics).Where(fault => fault.Severity == Severity.Error)];

    static void Say(ImmutableArray<Diagnostic> faults, FolderResult read, string folder, TextWriter error)
    {
        foreach (var fault in faults)
        {
            error.WriteLine(fault.Render(read.Sources, folder));
        }
    }
}
