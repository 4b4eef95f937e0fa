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
