using System.Collections.Immutable;
using Tabletop.Engine;
using Tabletop.Scenarios;

namespace Tabletop.Cli;

/// <summary>A scenario's folder and everything that is wrong with what lies in it.</summary>
sealed record CheckedFolder(string Folder, ImmutableArray<SourceText> Sources, ImmutableArray<Diagnostic> Faults)
{
    internal int Errors => Faults.Count(fault => fault.Severity == Severity.Error);

    internal int Warnings => Faults.Length - Errors;

    internal static CheckedFolder Of(string folder)
    {
        var read = ScenarioFolder.Read(folder);
        return new(folder, read.Sources, [.. read.Diagnostics, .. Compile(read)]);
    }

    /// <summary>
    /// The path of a fault's file as other tools want it: with slashes, and from the current folder on where it lies below that.
    /// </summary>
    internal string PathOf(Diagnostic fault)
    {
        var path = Path.GetRelativePath(Environment.CurrentDirectory, Path.Combine(Folder, fault.File));
        return (path.StartsWith("..", StringComparison.Ordinal) ? Path.GetFullPath(path) : path).Replace('\\', '/');
    }

    /// <summary>What the compiler says, except that a file is missing which was there and could not be read.</summary>
    static ImmutableArray<Diagnostic> Compile(FolderResult read)
    {
        var compiled = ScenarioCompiler.Compile(read.Sources);
        return [.. compiled.Diagnostics.Where(fault => fault.Code != DiagnosticCodes.MissingFile.Id || !read.Diagnostics.Any(other => other.File == fault.File))];
    }
}
