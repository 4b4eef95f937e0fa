using System.Text;

namespace Tabletop.Cli;

/// <summary>Where a command puts what it made: a file, or the output.</summary>
static class Destination
{
    static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes the text and gives the exit code.</summary>
    internal static int Write(string text, string? file, TextWriter output, TextWriter error)
    {
        if (file is null)
        {
            output.Write(text);
            return ExitCode.Done;
        }

        return Try(() => File.WriteAllText(file, text, Utf8), error);
    }

    /// <summary>Puts a file in the place of another in one step: whoever looks finds the old one or the new one.</summary>
    internal static void Replace(string file, byte[] content)
    {
        // A link stays one: what it points to is replaced.
        var target = File.Exists(file) ? new FileInfo(file).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? file : file;
        var written = target + ".new";
        File.WriteAllBytes(written, content);
        File.Move(written, target, overwrite: true);
    }

    /// <summary>The same for a text that must still be what was read: nobody's change of the same moment is lost.</summary>
    internal static void Replace(string file, string before, string after)
    {
        var found = File.ReadAllBytes(file);
        var marked = found.AsSpan().StartsWith(Encoding.UTF8.Preamble);
        if (Encoding.UTF8.GetString(found.AsSpan(marked ? Encoding.UTF8.Preamble.Length : 0)) != before)
        {
            throw new IOException($"{file} was changed at the same moment. Try again.");
        }

        Replace(file, [.. marked ? Encoding.UTF8.Preamble : [], .. Encoding.UTF8.GetBytes(after)]);
    }

    /// <summary>Does something to files; what the system refuses is said and makes an exit code.</summary>
    internal static int Try(Action write, TextWriter error)
    {
        try
        {
            write();
            return ExitCode.Done;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            error.WriteLine(fault.Message);
            return ExitCode.Refused;
        }
    }
}
