using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Tabletop.Engine;

namespace Tabletop.Scenarios;

public enum Severity
{
    /// <summary>The scenario runs, but probably not as its author thinks.</summary>
    Warning,

    /// <summary>There is no scenario until this is mended.</summary>
    Error,
}

/// <summary>One thing that is wrong with a scenario's text, where it stands, and how to mend it.</summary>
public sealed record Diagnostic
{
    public required Severity Severity { get; init; }

    /// <summary>Stable, listed in <see cref="DiagnosticCodes"/>: "TT0101".</summary>
    public required string Code { get; init; }

    /// <summary>What is wrong, one line without a full stop.</summary>
    public required string Message { get; init; }

    /// <summary>What to do about it, one or two sentences.</summary>
    public required string Mend { get; init; }

    /// <summary>Relative to the scenario's folder, with <c>/</c>.</summary>
    public required string File { get; init; }

    /// <summary>1-based.</summary>
    public required int Line { get; init; }

    /// <summary>1-based, in UTF-16 units.</summary>
    public required int Column { get; init; }

    /// <summary>How many characters of the line it is about; at least 1.</summary>
    public required int Length { get; init; }

    /// <summary>One line as compilers write it, so that editors can jump to the place.</summary>
    public override string ToString() => Headline("");

    /// <summary>The headline, the line of the source with a caret under the place, and the mend.</summary>
    /// <param name="sources">The sources that were compiled; a place outside them is shown without its line.</param>
    /// <param name="folder">Written before the file's name, so that the place can be found from elsewhere.</param>
    public string Render(ImmutableArray<SourceText> sources, string folder = "")
    {
        var text = new StringBuilder(Headline(folder));
        if (SourceLine(sources) is { } line)
        {
            AppendSource(text, line);
        }

        return text.Append("\n  mend: ").Append(Mend).ToString();
    }

    string Headline(string folder)
    {
        var file = folder.Length == 0 ? File : folder.TrimEnd('/') + "/" + File;
        var severity = Severity == Severity.Error ? "error" : "warning";
        return string.Create(CultureInfo.InvariantCulture, $"{file}:{Line}:{Column}: {severity} {Code}: {Message}");
    }

    string? SourceLine(ImmutableArray<SourceText> sources)
    {
        var text = sources.FirstOrDefault(source => source.Path == File)?.Text;
        if (text is null)
        {
            return null;
        }

        var line = 1;
        foreach (var part in text.AsSpan().EnumerateLines())
        {
            if (line++ == Line)
            {
                return part.ToString();
            }
        }

        return null;
    }

    void AppendSource(StringBuilder text, string line)
    {
        // A window around the place: a line may be a megabyte long.
        const int Before = 80;
        const int Window = 160;
        var start = Math.Max(0, Math.Min(Column - 1, line.Length) - Before);
        var shown = line.Substring(start, Math.Min(Window, line.Length - start));
        var caret = Math.Min(Column - 1 - start, shown.Length);
        var length = Math.Clamp(Length, 1, Math.Max(1, shown.Length - caret));
        var number = Line.ToString(CultureInfo.InvariantCulture);

        text.Append("\n  ").Append(number).Append(" | ");
        foreach (var letter in shown)
        {
            // One column per character, and nothing that a terminal would obey.
            text.Append(char.IsControl(letter) ? ' ' : letter);
        }

        text.Append("\n  ").Append(' ', number.Length).Append(" | ").Append(' ', caret).Append('^', length);
    }
}
