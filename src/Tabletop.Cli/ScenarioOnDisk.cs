using System.Collections.Immutable;
using Tabletop.Engine;
using Tabletop.Scenarios;

namespace Tabletop.Cli;

/// <summary>The scenario that a command works on: its folder, its files, and the model compiled from them.</summary>
/// <param name="Sources">Without history and playthroughs.</param>
sealed record ScenarioOnDisk(string Folder, ImmutableArray<SourceText> Sources, Scenario Scenario)
{
    internal const string FileName = "scenario.yaml";
    internal const string PathHelp = "The scenario's folder, or one of its files.";

    /// <summary>What stands in scenario.yaml.</summary>
    internal string Text => Sources.First(source => source.Path == FileName).Text;

    /// <summary>
    /// The scenario at a path, or null and the exit code when there is none that can be used; then it has been said why.
    /// History and playthroughs are left aside: a fault in them is no reason not to draw or export the rest.
    /// </summary>
    internal static ScenarioOnDisk? Load(string path, TextWriter error, out int code)
    {
        var folder = FolderOf(path);
        if (ScenarioFolder.Find(folder) is not [var only] || only != folder)
        {
            error.WriteLine($"There is no scenario in '{path}'. Give a folder with a scenario.yaml in it.");
            code = ExitCode.Refused;
            return null;
        }

        var read = ScenarioFolder.Read(folder);
        ImmutableArray<SourceText> sources = [.. read.Sources.Where(source => !ScenarioFolder.IsPlay(source.Path))];
        var compiled = !sources.Any(source => source.Path == FileName) ? new(null, read.Diagnostics) : ScenarioCompiler.Compile(sources);
        code = compiled.Scenario is null ? ExitCode.Faults : ExitCode.Done;
        if (compiled.Scenario is { } scenario)
        {
            return new ScenarioOnDisk(folder, sources, scenario);
        }

        foreach (var fault in compiled.Diagnostics.Where(fault => fault.Severity == Severity.Error))
        {
            error.WriteLine(fault.Render(sources, folder));
        }

        return null;
    }

    /// <summary>Editors and hooks name the file that was changed; the scenario is the folder around it.</summary>
    internal static string FolderOf(string path)
    {
        if (!File.Exists(path))
        {
            return path;
        }

        var folder = Above(path);
        return File.Exists(Path.Combine(folder, FileName)) || !File.Exists(Path.Combine(Above(folder), FileName)) ? folder : Above(folder);
    }

    static string Above(string path) => Path.GetDirectoryName(path) is { Length: > 0 } folder ? folder : path == "." ? ".." : ".";
}
