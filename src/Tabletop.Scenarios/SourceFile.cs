using System.Text;

namespace Tabletop.Scenarios;

/// <summary>One file of a scenario's folder.</summary>
static class SourceFile
{
    /// <summary>Bytes of one file: what is larger cannot hold few enough characters.</summary>
    const int MostBytes = 4 * TextGuard.MostCharacters;

    /// <summary>Links that lead to links; a system gives up at about as many.</summary>
    const int MostLinks = 40;

    static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Its text, or null with the reason in the report.</summary>
    public static string? Read(string folder, string file, Report report)
    {
        var info = new FileInfo(Path.Combine(folder, file));
        try
        {
            if (!info.Exists)
            {
                report.Add(DiagnosticCodes.MissingFile, Place.StartOf(file), $"there is no {file}", SourcePaths.Mend);
                return null;
            }

            if (!Real(info.FullName).StartsWith(Real(Path.GetFullPath(folder)) + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            {
                report.Add(DiagnosticCodes.UnreadableFile, Place.StartOf(file), "it is a link that leads out of the scenario's folder", "Copy the file into the folder.");
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
            Unreadable(folder, file, fault, report);
            return null;
        }
    }

    /// <summary>The system names the whole path; who reads the report need not know where on the machine the folder lies.</summary>
    public static void Unreadable(string folder, string file, Exception fault, Report report) =>
        report.Add(DiagnosticCodes.UnreadableFile, Place.StartOf(file),
            $"it cannot be read: {fault.Message.Replace(Path.GetFullPath(folder) + Path.DirectorySeparatorChar, "", StringComparison.Ordinal)}",
            "See to it that the file is there and that this program may read it.");

    /// <summary>Where a path leads when every link on the way is followed. A mounted folder may be made of links, all of which stay inside.</summary>
    static string Real(string path)
    {
        for (var links = 0; links < MostLinks; links++)
        {
            if (FirstLink(path) is not var (at, target))
            {
                return Path.TrimEndingDirectorySeparator(path);
            }

            path = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(at)!, target, Path.GetRelativePath(at, path)));
        }

        throw new IOException($"Too many links: '{path}'");
    }

    static (string At, string Target)? FirstLink(string path)
    {
        var whole = Path.GetPathRoot(path)!;
        foreach (var part in path[whole.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries))
        {
            whole = Path.Combine(whole, part);
            if (new FileInfo(whole).LinkTarget is { } target)
            {
                return (whole, target);
            }
        }

        return null;
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
}
