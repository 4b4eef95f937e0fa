using System.Collections.Immutable;
using Tabletop.Engine;

namespace Tabletop.Scenarios;

/// <summary>What was found in a scenario's folder.</summary>
/// <param name="Sources">To be compiled; what could not be read is absent.</param>
/// <param name="Diagnostics">Why something could not be read.</param>
public sealed record FolderResult(ImmutableArray<SourceText> Sources, ImmutableArray<Diagnostic> Diagnostics)
{
    public bool HasErrors => Diagnostics.Any(found => found.Severity == Severity.Error);
}

/// <summary>A scenario as it lies on disk.</summary>
public static class ScenarioFolder
{
    /// <summary>More are not looked at: whoever has so many sees enough warnings.</summary>
    const int MostOthers = 1000;

    static readonly ImmutableDictionary<string, string> NothingTyped = ImmutableDictionary<string, string>.Empty;

    /// <summary>
    /// Reads a folder's scenario.yaml, its history.yaml and playthroughs/*.yaml, and the files that the scenario names.
    /// Never throws for what it finds there.
    /// </summary>
    public static FolderResult Read(string path) => Read(path, NothingTyped);

    /// <summary>The same with other texts in place of some files, or beside them, as somebody is typing them.</summary>
    /// <param name="typed">By path inside the folder, with <c>/</c>.</param>
    public static FolderResult Read(string path, IReadOnlyDictionary<string, string> typed)
    {
        var report = new Report();
        var sources = ImmutableArray.CreateBuilder<SourceText>();
        if (!Directory.Exists(path))
        {
            report.Add(DiagnosticCodes.MissingFile, Place.StartOf(SourcePaths.Scenario), $"there is no folder '{path}'", "Give the path of a folder with a scenario.yaml in it.");
            return new FolderResult([], report.Sorted(SourcePaths.Compare));
        }

        var tried = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in FilesOf(path, typed, report))
        {
            Add(file);
        }

        var scenario = TreeOf(SourcePaths.Scenario);
        CheckName(path, scenario, report);
        var included = Includes.Named(scenario).Select(item => item.Value).Where(file => IsThere(file, ".yaml")).ToList();
        included.ForEach(Add);
        foreach (var file in included.Select(TreeOf).Prepend(scenario).SelectMany(NamedFiles).Where(file => Attachment.Endings.Add(".md").Any(ending => IsThere(file, ending))))
        {
            Add(file);
        }

        WarnOfOthers(path, typed, tried, report);
        return new FolderResult(sources.ToImmutable(), report.Sorted(SourcePaths.Compare));

        // One that is not there is a fault of the text that names it: the compiler says where.
        bool IsThere(string file, string ending) => SourcePaths.MayBeAttached(file, ending) && (typed.ContainsKey(file) || File.Exists(Path.Combine(path, file)));

        MapNode TreeOf(string file) =>
            sources.FirstOrDefault(source => source.Path == file) is { Text: { } text } && YamlTree.Read(file, text, new Report()) is MapNode tree
                ? tree
                : new MapNode([], Place.StartOf(file));

        void Add(string file)
        {
            if (tried.Add(file) && (typed.GetValueOrDefault(file) ?? SourceFile.Read(path, file, report)) is { } text)
            {
                sources.Add(new SourceText(file, text));
            }
        }
    }

    /// <summary>
    /// The folders that hold a scenario: the given one if it has a scenario.yaml, else those directly in it that have
    /// one, by name. Empty when there is none.
    /// </summary>
    public static ImmutableArray<string> Find(string path)
    {
        try
        {
            if (File.Exists(Path.Combine(path, SourcePaths.Scenario)))
            {
                return [path];
            }

            return Directory.Exists(path)
                ? [.. Directory.GetDirectories(path).Where(folder => File.Exists(Path.Combine(folder, SourcePaths.Scenario))).Order(StringComparer.Ordinal)]
                : [];
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    /// <summary>Whether a file plays the scenario, as history or a playthrough, and is no part of what it says.</summary>
    /// <param name="path">Relative to the folder.</param>
    public static bool IsPlay(string path) => SourcePaths.RoleOf(path) is SourceRole.History or SourceRole.Playthrough;

    /// <summary>The order of a folder's files: the scenario, its history, the playthroughs, then the rest by name.</summary>
    public static int Compare(string left, string right) => SourcePaths.Compare(left, right);

    static IEnumerable<string> FilesOf(string path, IReadOnlyDictionary<string, string> typed, Report report) =>
        FilesOf(path, report).Concat(typed.Keys.Where(file => SourcePaths.RoleOf(file) != SourceRole.None)).Order(Comparer<string>.Create(SourcePaths.Compare));

    static List<string> FilesOf(string path, Report report)
    {
        var files = new List<string> { SourcePaths.Scenario };
        if (File.Exists(Path.Combine(path, SourcePaths.History)))
        {
            files.Add(SourcePaths.History);
        }

        try
        {
            if (Directory.Exists(Path.Combine(path, SourcePaths.Playthroughs)))
            {
                files.AddRange(Directory.GetFiles(Path.Combine(path, SourcePaths.Playthroughs), "*.yaml")
                    .Select(file => SourcePaths.Playthroughs + "/" + Path.GetFileName(file))
                    .Order(StringComparer.Ordinal));
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            SourceFile.Unreadable(path, SourcePaths.Playthroughs, fault, report);
        }

        return files;
    }

    /// <summary>Whatever stands under a key such as body-file, in any language, or under 'attachments'.</summary>
    static IEnumerable<string> NamedFiles(Node node) => node switch
    {
        MapNode map => map.Entries.SelectMany(entry =>
            entry.Key.Value == "attachments" || entry.Key.Value.EndsWith(Attached.Suffix, StringComparison.Ordinal) ? Words(entry.Value) : NamedFiles(entry.Value)),
        ListNode list => list.Items.SelectMany(NamedFiles),
        _ => [],
    };

    static IEnumerable<string> Words(Node node) => node switch
    {
        ScalarNode scalar => [scalar.Value],
        MapNode map => map.Entries.Select(entry => entry.Value).OfType<ScalarNode>().Select(scalar => scalar.Value),
        ListNode list => list.Items.OfType<ScalarNode>().Select(scalar => scalar.Value),
        _ => [],
    };

    /// <summary>Folders are listed by name and exercises by id: they should be the same where the name can be an id.</summary>
    static void CheckName(string path, MapNode scenario, Report report)
    {
        if (scenario.Find("id")?.Value is ScalarNode id
            && Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path))) is var folder
            && id.Value != folder && Ids.IsId(id.Value) && Ids.IsId(folder))
        {
            report.Add(DiagnosticCodes.IdNotFolder, id.Place, $"the id is '{id.Value}' and the folder's name is '{folder}'", "Let them be the same.");
        }
    }

    /// <summary>Files that look like a part of the scenario and are none.</summary>
    static void WarnOfOthers(string path, IReadOnlyDictionary<string, string> typed, HashSet<string> tried, Report report)
    {
        var everywhere = new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 4, IgnoreInaccessible = true };
        var others = Directory.EnumerateFiles(path, "*", everywhere)
            .Take(MostOthers)
            .Select(file => Path.GetRelativePath(path, file).Replace(Path.DirectorySeparatorChar, '/'))
            .Union(typed.Keys)
            .Where(file => Path.GetExtension(file) is ".yaml" or ".yml" or ".md" && Path.GetFileName(file) is not ("README.md" or "RUBRIC.md") && !tried.Contains(file))
            .Order(StringComparer.Ordinal);
        foreach (var file in others)
        {
            var isYml = file.EndsWith(".yml", StringComparison.Ordinal);
            report.Add(DiagnosticCodes.IgnoredFile, Place.StartOf(file), isYml ? "this file is not read: its name ends in .yml" : "this file is not read: nothing names it",
                isYml ? "Rename it: the ending is .yaml." : "Name it in scenario.yaml, under 'include' or as a 'body-file', or move it elsewhere.");
        }
    }
}
