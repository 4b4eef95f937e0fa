namespace Tabletop.Scenarios;

/// <summary>Texts with headings, lists and links, which may be long enough for a file of their own.</summary>
sealed partial class MapReader
{
    /// <summary>A text that must be there, under its key or in the file that <c>key-file</c> names.</summary>
    public string Markdown(string key)
    {
        DescribeChoice(exactly: true, key, key + Attached.Suffix);
        return FromFile(key) ?? ShortMarkdown(key);
    }

    public string OptionalMarkdown(string key) => FromFile(key) ?? OptionalShortMarkdown(key);

    /// <summary>One that has no file of its own.</summary>
    public string ShortMarkdown(string key) => Need(key) is { } node ? ToProse(node, key, isMarkdown: true) ?? "" : "";

    public string OptionalShortMarkdown(string key) => Find(key) is { } node ? ToProse(node, key, isMarkdown: true) ?? "" : "";

    /// <summary>Null when no file is named; empty when it has been reported.</summary>
    string? FromFile(string key)
    {
        var named = key + Attached.Suffix;
        if (NullableText(named) is not { } path)
        {
            return null;
        }

        // The files of the other languages belong to the scenario as well.
        foreach (var other in Find(named) is MapNode map ? map.Entries.Select(entry => entry.Value).OfType<ScalarNode>().Where(other => other.Value != path) : [])
        {
            Reading.Files.Open(other.Value, ".md", other.Place, Reading.Report);
        }

        if (Has(key))
        {
            Report(DiagnosticCodes.TextTwice, AtKey(named), $"{What} has both '{key}' and '{named}'", "Keep one of the two.");

            // The file has been named all the same.
            Reading.Files.Open(path, ".md", At(named), new Report());
            return "";
        }

        if (Reading.Files.Open(path, ".md", At(named), Reading.Report) is not { } text)
        {
            return "";
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            Report(DiagnosticCodes.EmptyText, At(named), $"the file '{path}' is empty", $"Write something in it, or take '{named}' out.");
        }

        return Reading.Texts.Fill(this, text.ReplaceLineEndings("\n").TrimEnd(), isMarkdown: true, At(named));
    }
}
