using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Tabletop.Engine;

namespace Tabletop.Exercises;

/// <summary>The files in a scenario's folder, by their paths inside it: what may be there, and what is.</summary>
static class ScenarioFiles
{
    public const string Main = "scenario.yaml";
    public const int Most = 200;
    public const int MostBytes = 20 * 1024 * 1024;
    public const int MostBytesOfOne = 4 * 1024 * 1024;
    const int LongestPath = 200;
    const int Deepest = 4;

    /// <summary>What a scenario by itself brings along for editors.</summary>
    static readonly string[] Schemas = ["scenario.schema.json", "playthrough.schema.json"];

    /// <summary>Why a file may not be put at a path, in a sentence; null when it may.</summary>
    public static Phrase? Fault(string path)
    {
        var parts = path.Split('/');
        return path.Length is 0 or > LongestPath ? (Phrase)$"A path has 1 to {LongestPath} characters."
            : path.Contains('\\', StringComparison.Ordinal) || Path.IsPathRooted(path) || path.Contains(':', StringComparison.Ordinal) || parts.Any(part => part is ".." or ".")
                ? (Phrase)"The path leads out of the scenario’s folder."
            : parts.Length > Deepest ? (Phrase)$"It lies deeper than {Deepest} folders."
            : parts.Any(part => part.Length == 0 || part[0] == '.' || part[^1] == '.' || !part.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.'))
                ? (Phrase)"Names of files and folders have letters, digits, “-”, “_” and “.” only, and begin and end with none of the last."
            : IsText(path) || Schemas.Contains(path) ? null
            : (Phrase)$"A scenario has files that end in .yaml, .yml or .md, attachments that end in {string.Join(", ", Attachment.Endings)}, and no others.";
    }

    public static bool IsText(string path) => Path.GetExtension(path) is ".yaml" or ".yml" or ".md" || (Attachment.Endings.Contains(Path.GetExtension(path)) && !Schemas.Contains(path));

    /// <summary>Every file that isn't hidden and no link out of the folder, in order of path.</summary>
    public static IEnumerable<(string Path, FileInfo File)> In(string folder)
    {
        var root = new DirectoryInfo(folder);
        return root.Exists ? In(root, "", 1).OrderBy(found => found.Item1, StringComparer.Ordinal) : [];
    }

    public static (string Stamp, DateTimeOffset SavedAt) StampOf(string folder)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var savedAt = DateTime.UnixEpoch;
        foreach (var (path, file) in In(folder))
        {
            savedAt = file.LastWriteTimeUtc > savedAt ? file.LastWriteTimeUtc : savedAt;
            hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{path}\n{file.Length}\n{file.LastWriteTimeUtc.Ticks}\n")));
        }

        return (Convert.ToHexStringLower(hash.GetHashAndReset()), new(savedAt, TimeSpan.Zero));
    }

    /// <summary>All of it, as bytes.</summary>
    public static Result<FileTree> Read(string folder)
    {
        var files = ImmutableSortedDictionary.CreateBuilder<string, ImmutableArray<byte>>(StringComparer.Ordinal);
        var left = (long)MostBytes;
        try
        {
            foreach (var (path, file) in In(folder))
            {
                left -= file.Length;
                if (files.Count == Most || left < 0)
                    return TooMuch;
                files[path] = [.. File.ReadAllBytes(file.FullName)];
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new Refusal(RefusalCode.Unavailable, $"The scenario’s files can’t be read: {Plain(e, folder)}");
        }

        return new FileTree(files.ToImmutable());
    }

    /// <summary>The system's own words, without where on the machine the folder lies.</summary>
    public static string Plain(Exception e, string folder) =>
        e.Message.Replace(Path.GetFullPath(folder) + Path.DirectorySeparatorChar, "", StringComparison.Ordinal).TrimEnd('.') + ".";

    static Refusal TooMuch { get; } = new(
        RefusalCode.BadValue, $"The folder has more than {Most} files or {MostBytes / 1024 / 1024} MB. Move out of it what is no part of the scenario.");

    static IEnumerable<(string, FileInfo)> In(DirectoryInfo folder, string prefix, int depth)
    {
        foreach (var entry in folder.EnumerateFileSystemInfos("*", new EnumerationOptions { IgnoreInaccessible = true, AttributesToSkip = 0 }))
        {
            if (entry.Name.StartsWith('.'))
                continue;
            if (entry is FileInfo file && StaysInside(file, folder, depth))
                yield return (prefix + file.Name, file);
            else if (entry is DirectoryInfo { LinkTarget: null } inner && depth < Deepest)
            {
                foreach (var found in In(inner, $"{prefix}{inner.Name}/", depth + 1))
                    yield return found;
            }
        }
    }

    // A mounted folder may be made of links, all of which stay inside.
    static bool StaysInside(FileInfo file, DirectoryInfo folder, int depth)
    {
        if (file.LinkTarget is null)
            return true;

        var root = folder;
        for (var up = 1; up < depth; up++)
            root = root.Parent!;
        return file.ResolveLinkTarget(returnFinalTarget: true) is FileInfo { Exists: true } target
            && target.FullName.StartsWith(root.FullName + Path.DirectorySeparatorChar, StringComparison.Ordinal);
    }
}

/// <summary>The content of a folder: bytes by path.</summary>
sealed record FileTree(ImmutableSortedDictionary<string, ImmutableArray<byte>> Files)
{
    public static FileTree Empty { get; } = new(ImmutableSortedDictionary.Create<string, ImmutableArray<byte>>(StringComparer.Ordinal));

    public FileText? Find(string path) => Files.TryGetValue(path, out var bytes) ? FileText.Of(bytes) : null;

    public FileTree With(string path, ImmutableArray<byte> bytes) => new(Files.SetItem(path, bytes));

    public FileTree Without(string path) => new(Files.Remove(path));
}

/// <summary>A file as an editor has it: lines ended by \n, whatever stands on the disk.</summary>
/// <param name="Text">Null when it is no text in UTF-8.</param>
/// <param name="Hash">Of the bytes; empty for a file that isn't there.</param>
/// <param name="Crlf">Its lines end as on Windows.</param>
sealed record FileText(string? Text, string Hash, bool Crlf)
{
    static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static readonly FileText Missing = new("", "", false);

    public static FileText Of(ImmutableArray<byte> bytes)
    {
        var hash = HashOf(bytes);
        var content = bytes.AsSpan();
        if (content.StartsWith(Encoding.UTF8.Preamble))
            content = content[Encoding.UTF8.Preamble.Length..];
        try
        {
            var text = Strict.GetString(content);
            return new(text.ReplaceLineEndings("\n"), hash, text.Contains("\r\n", StringComparison.Ordinal));
        }
        catch (DecoderFallbackException)
        {
            return new(null, hash, false);
        }
    }

    /// <summary>A new text with the line endings of this one.</summary>
    public ImmutableArray<byte> Write(string text) => [.. Strict.GetBytes(text.ReplaceLineEndings(Crlf ? "\r\n" : "\n"))];

    public static string HashOf(ImmutableArray<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes.AsSpan()));
}
