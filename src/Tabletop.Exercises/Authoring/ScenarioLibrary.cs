using System.Collections.Immutable;
using Tabletop.Engine;
using Tabletop.Scenarios;

namespace Tabletop.Exercises;

/// <summary>
/// The folders that scenarios lie in. The files there are the truth: whoever asks gets what stands in them now, compiled
/// again only where something has changed.
/// </summary>
public sealed class ScenarioLibrary
{
    const string Added = "scenarios";

    readonly Lock gate = new();
    readonly ImmutableArray<Root> roots;
    ImmutableSortedDictionary<string, LibraryFolder> seen = ImmutableSortedDictionary.Create<string, LibraryFolder>(StringComparer.Ordinal);

    /// <param name="path">Where scenarios are read from; or the folder of a single one.</param>
    /// <param name="mayWrite">Whether authors change scenarios there. If not, they change copies in the data folder.</param>
    /// <param name="data">The server's data folder. Nothing is made in it before something has to be written.</param>
    public ScenarioLibrary(string path, bool mayWrite, string data)
    {
        Path = path;
        Data = data;
        var given = new Root(path, mayWrite && IsFolderToWriteIn(path));
        var own = new Root(System.IO.Path.Combine(data, Added), true);

        // One of the same name in the data folder is what authors have made of the one given.
        roots = [own, given];
        NewOnes = given.Writable ? given.Path : own.Path;
        Copies = own.Path;
    }

    /// <summary>Where scenarios are read from.</summary>
    public string Path { get; }

    internal string Data { get; }

    /// <summary>The folder in which new scenarios are made.</summary>
    internal string NewOnes { get; }

    /// <summary>The folder in which changed copies of those that can't be written are made.</summary>
    internal string Copies { get; }

    internal ImmutableArray<string> Folders => [.. roots.Select(root => root.Path)];

    /// <summary>All that there are now, by name of folder.</summary>
    internal IEnumerable<LibraryFolder> Look()
    {
        lock (gate)
        {
            var now = ImmutableSortedDictionary.CreateBuilder<string, LibraryFolder>(StringComparer.Ordinal);
            foreach (var root in roots)
            {
                foreach (var folder in ScenarioFolder.Find(root.Path).Where(folder => !IsOurs(folder)))
                {
                    var name = NameOf(folder);
                    if (now.TryGetValue(name, out var own))
                        now[name] = own with { HidesAnother = true };
                    else
                        now[name] = LibraryFolder.Look(name, folder, root.Writable, seen.GetValueOrDefault(name));
                }
            }

            return (seen = now.ToImmutable()).Values;
        }
    }

    /// <summary>As they were when somebody looked last.</summary>
    internal IEnumerable<LibraryFolder> Seen => seen.Values;

    internal Result<LibraryFolder> Find(string name) =>
        Look().FirstOrDefault(folder => folder.Name == name) is { } found
            ? found
            : new Refusal(RefusalCode.UnknownScenario, $"There is no scenario folder \"{name}\" here. It may have been deleted or renamed; the library has the list.");

    internal static string NameOf(string folder) => System.IO.Path.GetFileName(System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(folder)));

    /// <summary>A folder that is being made or taken away.</summary>
    static bool IsOurs(string folder) => NameOf(folder).StartsWith('.');

    static bool IsFolderToWriteIn(string path)
    {
        // In a scenario's own folder there is no room for another one.
        if (!Directory.Exists(path) || ScenarioFolder.Find(path) is [var only] && only == path)
            return false;

        try
        {
            var probe = System.IO.Path.Combine(path, $".tabletop-{Ids.New()}");
            Directory.CreateDirectory(probe);
            Directory.Delete(probe);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    sealed record Root(string Path, bool Writable);
}

/// <summary>A scenario's folder as it was when somebody looked.</summary>
/// <param name="Name">Of the folder: what its pages and versions go by.</param>
/// <param name="Stamp">Changes when a file in it does.</param>
/// <param name="SavedAt">When its newest file was written.</param>
sealed record LibraryFolder(string Name, string Path, bool Writable, string Stamp, DateTimeOffset SavedAt)
{
    /// <summary>Null while there is an error.</summary>
    public Scenario? Scenario { get; private init; }

    public required ImmutableArray<SourceText> Sources { get; init; }

    public required ImmutableArray<Diagnostic> Diagnostics { get; init; }

    public required ScenarioHead Head { get; init; }

    /// <summary>It is a changed copy of one that can't be written.</summary>
    public bool HidesAnother { get; init; }

    public string Id => Scenario?.Id ?? Head.Id ?? Name;

    public string Title => Scenario?.Title ?? Head.Title ?? Name;

    public int Errors => Diagnostics.Count(found => found.Severity == Severity.Error);

    public static LibraryFolder Look(string name, string path, bool writable, LibraryFolder? before)
    {
        var (stamp, savedAt) = ScenarioFiles.StampOf(path);
        if (before is not null && before.Path == path && before.Stamp == stamp)
            return before with { HidesAnother = false };

        var (read, compiled) = Compile(path, ImmutableDictionary<string, string>.Empty);
        return new(name, path, writable, stamp, savedAt)
        {
            Scenario = compiled.Scenario,
            Sources = read.Sources,
            Diagnostics = compiled.Diagnostics,
            Head = ScenarioHead.Of(read.Sources.FirstOrDefault(source => source.Path == ScenarioFiles.Main)?.Text),
        };
    }

    /// <param name="typed">Texts in place of files, by path.</param>
    /// <returns>What was read, and what became of it with all that is wrong.</returns>
    public static (FolderResult Read, CompileResult Compiled) Compile(string path, IReadOnlyDictionary<string, string> typed)
    {
        var read = ScenarioFolder.Read(path, typed);
        var compiled = ScenarioCompiler.Compile(read.Sources);

        // A file that could not be read is a fault once, not again for whoever names it.
        var all = read.Diagnostics.Concat(compiled.Diagnostics).DistinctBy(found => (found.File, found.Line, found.Column, found.Code)).ToImmutableArray();
        return (read, new(read.HasErrors ? null : compiled.Scenario, all));
    }
}
