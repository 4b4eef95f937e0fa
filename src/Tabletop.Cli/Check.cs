using System.Collections.Immutable;
using System.CommandLine;
using Tabletop.Scenarios;

namespace Tabletop.Cli;

/// <summary><c>tabletop check PATH...</c>: says everything that is wrong with scenarios.</summary>
internal static class Check
{
    private const int Clean = 0;
    private const int Errors = 1;
    private const int NothingThere = 2;

    internal static System.CommandLine.Command Create()
    {
        var paths = new Argument<string[]>("path")
        {
            Description = "A scenario's folder, or a folder of such folders.",
            Arity = ArgumentArity.OneOrMore,
        };
        var command = new System.CommandLine.Command("check", "Says everything that is wrong with scenarios, where, and how to mend it.") { paths };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(paths), parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error));
        return command;
    }

    private static int Run(string[] paths, TextWriter output, TextWriter error)
    {
        var folders = new List<string>();
        foreach (var path in paths)
        {
            var found = ScenarioFolder.Find(path);
            if (found.IsEmpty)
            {
                error.WriteLine($"There is no scenario in '{path}'. Give a folder with a scenario.yaml in it, or a folder of such folders.");
                return NothingThere;
            }

            folders.AddRange(found);
        }

        var faults = folders.Distinct(StringComparer.Ordinal).Select(folder => CheckFolder(folder, output)).ToList();
        var errors = faults.Sum(found => found.Count(item => item.Severity == Severity.Error));
        var warnings = faults.Sum(found => found.Length) - errors;
        output.WriteLine($"{Count(faults.Count, "scenario")}, {Count(errors, "error")}, {Count(warnings, "warning")}");
        return errors == 0 ? Clean : Errors;
    }

    private static ImmutableArray<Diagnostic> CheckFolder(string folder, TextWriter output)
    {
        var read = ScenarioFolder.Read(folder);
        ImmutableArray<Diagnostic> faults = [.. read.Diagnostics, .. Compile(read)];
        foreach (var fault in faults)
        {
            output.WriteLine(fault.Render(read.Sources, folder));
            output.WriteLine();
        }

        return faults;
    }

    /// <summary>What the compiler says, except that a file is missing which was there and could not be read.</summary>
    private static ImmutableArray<Diagnostic> Compile(FolderResult read)
    {
        var compiled = ScenarioCompiler.Compile(read.Sources);
        return [.. compiled.Diagnostics.Where(fault => fault.Code != DiagnosticCodes.MissingFile.Id || !read.Diagnostics.Any(other => other.File == fault.File))];
    }

    private static string Count(int number, string word) => number == 1 ? $"1 {word}" : $"{number} {word}s";
}
