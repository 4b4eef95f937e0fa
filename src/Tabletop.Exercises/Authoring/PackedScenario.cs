using System.Collections.Immutable;
using System.IO.Compression;
using Tabletop.Engine;
using Tabletop.Scenarios;

namespace Tabletop.Exercises;

/// <summary>A scenario as it travels: one zip, or a scenario.yaml by itself. What comes from outside is trusted in nothing.</summary>
static class PackedScenario
{
    public const int MostBytes = 10 * 1024 * 1024;

    /// <summary>Folders count as entries.</summary>
    const int MostEntries = 2 * ScenarioFiles.Most;

    const int UnixFile = 0x8000 | 0x1A4;
    const int UnixKinds = 0xF000;
    const int UnixLink = 0xA000;

    static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>A zip with the folder in it: the same files always give the same bytes.</summary>
    public static ImmutableArray<byte> Pack(string name, FileTree tree)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create))
        {
            foreach (var (path, bytes) in tree.Files)
            {
                var entry = zip.CreateEntry($"{name}/{path}", CompressionLevel.Optimal);
                entry.LastWriteTime = NoTime;
                entry.ExternalAttributes = UnixFile << 16;
                using var content = entry.Open();
                content.Write(bytes.AsSpan());
            }
        }

        return [.. packed.ToArray()];
    }

    /// <param name="fileName">As the browser gives it; says what kind of file it is, and how the scenario is called if it doesn't say so itself.</param>
    public static Result<(string Id, FileTree Tree)> Unpack(string fileName, ImmutableArray<byte> bytes)
    {
        var name = fileName[(fileName.LastIndexOfAny(['/', '\\']) + 1)..];
        switch (Path.GetExtension(name).ToLowerInvariant())
        {
            case ".yaml" or ".yml":
                return bytes.Length > ScenarioFiles.MostBytesOfOne
                    ? Refuse(name, TooLarge)
                    : Named(FileTree.Empty.With(ScenarioFiles.Main, bytes), Path.GetFileNameWithoutExtension(name), name);
            case ".zip":
                try
                {
                    using var zip = new ZipArchive(new MemoryStream([.. bytes]), ZipArchiveMode.Read);
                    return Unpack(zip, name);
                }
                catch (Exception e) when (e is InvalidDataException or IOException or NotSupportedException or ArgumentException)
                {
                    return Refuse(name, $"It can’t be read as a zip: {e.Message.TrimEnd('.')}.");
                }

            default:
                return Refuse(name, "Upload a .zip of the scenario’s folder, or its scenario.yaml.");
        }
    }

    static Result<(string Id, FileTree Tree)> Unpack(ZipArchive zip, string name)
    {
        if (zip.Entries.Count > MostEntries)
            return Refuse(name, $"It has {zip.Entries.Count} entries; {MostEntries} are allowed.");

        // Windows' own folders are sometimes written the Windows way, and a Mac packs notes of its own.
        var files = zip.Entries
            .Select(entry => (Entry: entry, Path: entry.FullName.Replace('\\', '/')))
            .Where(file => !file.Path.EndsWith('/') && !IsNoise(file.Path))
            .ToList();
        var top = TopOf([.. files.Select(file => file.Path)]);
        var tree = FileTree.Empty;
        var left = (long)ScenarioFiles.MostBytes;
        foreach (var (entry, whole) in files)
        {
            var path = whole[top.Length..];
            var fault = ScenarioFiles.Fault(path)
                ?? (((entry.ExternalAttributes >> 16) & UnixKinds) == UnixLink ? (Phrase)"It is a link; put the file itself into the zip."
                    : tree.Files.Keys.Contains(path, StringComparer.OrdinalIgnoreCase) ? (Phrase)"It is there twice."
                    : tree.Files.Count == ScenarioFiles.Most ? (Phrase)$"There are more than {ScenarioFiles.Most} files."
                    : null);
            if (fault is not null)
                return Refuse(entry.FullName, fault);

            // What a zip says of its sizes may be a lie: bytes are counted as they come.
            var most = Math.Min(left, ScenarioFiles.MostBytesOfOne);
            if (ReadUpTo(entry, most) is not { } bytes)
                return Refuse(entry.FullName, most < ScenarioFiles.MostBytesOfOne ? (Phrase)$"With it the files have more than {ScenarioFiles.MostBytes / 1024 / 1024} MB together." : (Phrase)TooLarge);
            left -= bytes.Length;
            tree = tree.With(path, [.. bytes]);
        }

        return tree.Files.ContainsKey(ScenarioFiles.Main)
            ? Named(tree, top.Length > 0 ? top[..^1] : Path.GetFileNameWithoutExtension(name), name)
            : Refuse(name, "There is no scenario.yaml in it, neither at its top nor in its one folder.");
    }

    static Result<(string Id, FileTree Tree)> Named(FileTree tree, string otherwise, string name)
    {
        if (tree.Files.FirstOrDefault(file => ScenarioFiles.IsText(file.Key) && FileText.Of(file.Value).Text is null) is { Key: { } path })
            return Refuse(path, "It is no text in UTF-8.");

        var id = ScenarioHead.Of(tree.Find(ScenarioFiles.Main)!.Text).Id ?? otherwise;
        return Tabletop.Scenarios.Ids.IsId(id)
            ? (id, tree)
            : Refuse(name, $"Its scenario.yaml has no id that can be read, and “{id}” can’t be one. {(Phrase)Tabletop.Scenarios.Ids.Mend}");
    }

    /// <summary>The one folder that everything is in, with its slash; empty when there is none.</summary>
    static string TopOf(IReadOnlyCollection<string> paths) =>
        !paths.Contains(ScenarioFiles.Main) && paths.FirstOrDefault() is { } first && first.IndexOf('/', StringComparison.Ordinal) is > 0 and var slash
            && first[..(slash + 1)] is var top && top is not ("../" or "./") && paths.All(path => path.StartsWith(top, StringComparison.Ordinal))
            ? top
            : "";

    static bool IsNoise(string path) => path.StartsWith("__MACOSX/", StringComparison.Ordinal) || Path.GetFileName(path) is ".DS_Store" or "Thumbs.db" or "desktop.ini";

    static byte[]? ReadUpTo(ZipArchiveEntry entry, long most)
    {
        using var content = entry.Open();
        using var read = new MemoryStream();
        var buffer = new byte[16 * 1024];
        for (int got; (got = content.Read(buffer)) > 0;)
        {
            if (read.Length + got > most)
                return null;
            read.Write(buffer, 0, got);
        }

        return read.ToArray();
    }

    const string TooLarge = "It is larger than 4 MB.";

    static Refusal Refuse(string entry, Phrase why) => new(RefusalCode.BadValue, $"{Short(entry)}: {why} Nothing was uploaded.");

    static string Short(string entry)
    {
        var line = Limits.OneLine(entry);
        return line.Length > 120 ? line[..120] + "…" : line;
    }
}
