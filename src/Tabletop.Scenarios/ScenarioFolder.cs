using System.Collections.Immutable;
using System.Text;
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
    /// <summary>Bytes of one file: what is larger cannot hold few enough characters.</summary>
    const int MostBytes = 4 * TextGuard.MostCharacters;

    static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a folder's scenario.yaml, its history.yaml and playthroughs/*.yaml. Never throws for what it finds there.</summary>
    public static FolderResult Read(string path)
    {
        var report = new Report();
        var sources = ImmutableArray.CreateBuilder<SourceText>();
        if (!Directory.Exists(path))
        {
            report.Add(DiagnosticCodes.MissingFile, Place.StartOf(SourcePaths.Scenario), $"there is no folder '{path}'", "Give the path of a folder with a scenario.yaml in it.");
        }
        else
        {
            foreach (var file in FilesOf(path, report))
            {
                if (ReadText(path, file, report) is { } text)
                {
                    sources.Add(new SourceText(file, text));
                    CheckName(path, file, text, report);
                }
            }
        }

        return new FolderResult(sources.ToImmutable(), report.Sorted(SourcePaths.Compare));
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

    static List<string> FilesOf(string path, Report report)
    {
        var files = new List<string> { SourcePaths.Scenario };
        if (File.Exists(Path.Combine(path, SourcePaths.History)))
        {
            files.Add(SourcePaths.History);
        }

        try
        {
            WarnOfOtherSuffix(path, "", report);
            if (Directory.Exists(Path.Combine(path, SourcePaths.Playthroughs)))
            {
                WarnOfOtherSuffix(path, SourcePaths.Playthroughs + "/", report);
                files.AddRange(Directory.GetFiles(Path.Combine(path, SourcePaths.Playthroughs), "*.yaml")
                    .Select(file => SourcePaths.Playthroughs + "/" + Path.GetFileName(file))
                    .Order(StringComparer.Ordinal));
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            Unreadable(path, SourcePaths.Playthroughs, fault, report);
        }

        return files;
    }

    static string? ReadText(string path, string file, Report report)
    {
        var info = new FileInfo(Path.Combine(path, file));
        try
        {
            if (!info.Exists)
            {
                report.Add(DiagnosticCodes.MissingFile, Place.StartOf(file), $"there is no {file}", SourcePaths.Mend);
                return null;
            }

            if (info.Length > MostBytes)
            {
                report.Add(DiagnosticCodes.TooLarge, Place.StartOf(file), $"the file has {info.Length} bytes, {MostBytes} are allowed",
                    "A scenario is text of some hundred kilobytes at most: is this the right file?");
                return null;
            }

            return Decode(File.ReadAllBytes(info.FullName), file, report);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            Unreadable(path, file, fault, report);
            return null;
        }
    }

    /// <summary>Folders are listed by name and exercises by id: they should be the same where the name can be an id. What else is wrong with the text, the compiler says.</summary>
    static void CheckName(string path, string file, string text, Report report)
    {
        if (file == SourcePaths.Scenario
            && (YamlTree.Read(file, text, new Report()) as MapNode)?.Find("id")?.Value is ScalarNode id
            && Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path))) is var folder
            && id.Value != folder && Ids.IsId(id.Value) && Ids.IsId(folder))
        {
            report.Add(DiagnosticCodes.IdNotFolder, id.Place, $"the id is '{id.Value}' and the folder's name is '{folder}'", "Let them be the same.");
        }
    }

    static string? Decode(byte[] bytes, string file, Report report)
    {
        ReadOnlySpan<byte> content = bytes;
        if (content.StartsWith(Encoding.UTF8.Preamble))
        {
            content = content[Encoding.UTF8.Preamble.Length..];
        }

        try
        {
            return Strict.GetString(content);
        }
        catch (DecoderFallbackException fault)
        {
            var before = content[..Math.Clamp(fault.Index, 0, content.Length)];
            var place = new Place(file, before.Count((byte)'\n') + 1, before.Length - before.LastIndexOf((byte)'\n'), 1);
            report.Add(DiagnosticCodes.NotUtf8, place, "the file is not UTF-8", "Save it with the encoding UTF-8.");
            return null;
        }
    }

    static void WarnOfOtherSuffix(string path, string folder, Report report)
    {
        foreach (var file in Directory.GetFiles(Path.Combine(path, folder), "*.yml").Select(Path.GetFileName).Order(StringComparer.Ordinal))
        {
            report.Add(DiagnosticCodes.IgnoredFile, Place.StartOf(folder + file), "this file is not read: its name ends in .yml", "Rename it: the ending is .yaml.");
        }
    }

    /// <summary>The system names the whole path; who reads the report need not know where on the machine the folder lies.</summary>
    static void Unreadable(string path, string file, Exception fault, Report report) =>
        report.Add(DiagnosticCodes.UnreadableFile, Place.StartOf(file),
            $"it cannot be read: {fault.Message.Replace(Path.GetFullPath(path) + Path.DirectorySeparatorChar, "", StringComparison.Ordinal)}",
            "See to it that the file is there and that this program may read it.");
}
