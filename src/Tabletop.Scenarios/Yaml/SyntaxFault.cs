using YamlDotNet.Core;

namespace Tabletop.Scenarios;

/// <summary>Says in our words, and at the right place, why the parser gave up.</summary>
static class SyntaxFault
{
    public static Diagnostic Explain(Exception fault, Mark position, string file, string text)
    {
        var place = Where(fault, position, file);
        if (TextGuard.TabInIndentation(file, text, place.Line) is { } tab)
        {
            return Report.ToDiagnostic(DiagnosticCodes.TabIndent, tab, "a tab in the indentation",
                "YAML allows only spaces there: use two for each level.");
        }

        return Report.ToDiagnostic(DiagnosticCodes.NotYaml, place, $"this is not YAML: {Reason(fault)}",
            "Look at the indentation, at colons inside a text (put the text in quotes) and at brackets and quotes that are not closed, here or in the lines above.");
    }

    public static Place PlaceOf(string file, Mark start, Mark end)
    {
        var length = end.Line == start.Line ? end.Column - start.Column : 1;
        return new Place(file, (int)Math.Max(1, start.Line), (int)Math.Max(1, start.Column), (int)Math.Max(1, length));
    }

    /// <summary>Some faults come without a place, which is then the file's first character; the scanner knows better.</summary>
    static Place Where(Exception fault, Mark position, string file) => fault is YamlException { Start.Index: > 0 } known
        ? PlaceOf(file, known.Start, known.End)
        : PlaceOf(file, position, position);

    static string Reason(Exception fault)
    {
        if (fault is not YamlException)
        {
            return "something is not closed before this line, such as a bracket";
        }

        var words = fault.Message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var line = string.Join(' ', words).TrimEnd('.');
        return line.Length == 0 ? "it cannot be parsed" : char.ToLowerInvariant(line[0]) + line[1..];
    }
}
