using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Tabletop.TestKit;

namespace Tabletop.Scenarios.Tests;

/// <summary>A page under Diagnostics/, taken apart as its README.md says.</summary>
/// <param name="Files">The folder of the example, by path; what stands in each.</param>
/// <param name="Given">The files are handed to the compiler as they are, as an upload does, and don't lie in a folder.</param>
/// <param name="Place">Where the fault must be found.</param>
/// <param name="Said">The block with what the compiler says.</param>
sealed partial record DiagnosticPage(string Id, string Title, string Severity, IReadOnlyDictionary<string, string> Files, bool Given, Place Place, string Said)
{
    /// <summary>A file that is a link to another, or to itself.</summary>
    public const string LinkTo = "-> ";

    /// <summary>A byte that is no character: kept in a text as one of these, from U+E000 on.</summary>
    const char Bytes = '\uE000';

    public static DiagnosticPage Read(string text)
    {
        var head = Head().Match(text);
        Assert.True(head.Success, "A page begins with '# TT0101: Title' and then '**Error.**' or '**Warning.**'.");
        Assert.Contains("\n## How to mend it\n\n", text, StringComparison.Ordinal);
        var example = text[(text.IndexOf("\n## Example\n", StringComparison.Ordinal) + "\n## Example\n".Length)..];
        var words = Block().Replace(example, "");
        var file = FileName().Matches(words).LastOrDefault()?.Groups[1].Value ?? "scenario.yaml";
        var blocks = Block().Matches(example).Select(block => (Kind: block.Groups[1].Value, Text: block.Groups[2].Value)).ToList();
        var said = Assert.Single(blocks, block => block.Kind == "text").Text;
        var (files, place) = FilesOf(blocks.Where(block => block.Kind != "text").ToList(), file);
        return new(head.Groups[1].Value, head.Groups[2].Value, head.Groups[3].Value, files, blocks[0].Kind == "files", place, said);
    }

    /// <summary>The bytes of a text in which some stand for bytes that are no character.</summary>
    public static byte[] ToBytes(string text) =>
        [.. text.SelectMany(letter => letter is >= Bytes and <= (char)(Bytes + 255) ? [(byte)(letter - Bytes)] : Encoding.UTF8.GetBytes([letter]))];

    static (Dictionary<string, string> Files, Place Place) FilesOf(List<(string Kind, string Text)> blocks, string file)
    {
        switch (blocks)
        {
            case [("yaml", var whole)]:
                var (only, at) = Marked(whole, file);
                return (new() { [file] = only }, at);
            case [("yaml", var before), ("yaml", var after)]:
                return Exchanged(before, after, file);
            case [("yaml", var before), ("yaml", var after), ("yaml", var beside)]:
                var (all, _) = Exchanged(before, after + "^\n", "scenario.yaml");
                var (text, place) = Marked(beside, file);
                all[file] = text;
                return (all, place);
            case [("folder" or "files", var listing)]:
                return Listed(listing);
            default:
                throw new InvalidOperationException("An example has one or two blocks of yaml, or one of folder or files.");
        }
    }

    /// <summary>The tiny scenario with some of its lines exchanged.</summary>
    static (Dictionary<string, string> Files, Place Place) Exchanged(string before, string after, string file)
    {
        var files = TinyScenario.Sources.ToDictionary(source => source.Path, source => source.Text + "\n");
        var at = ("\n" + files[file]).IndexOf("\n" + before, StringComparison.Ordinal);
        Assert.True(at >= 0 && ("\n" + files[file]).IndexOf("\n" + before, at + 1, StringComparison.Ordinal) < 0, $"These lines must stand in {file} exactly once:\n{before}");
        var (lines, place) = Marked(after, file);
        var above = files[file][..at].Count(letter => letter == '\n');
        files[file] = string.Concat(files[file].AsSpan(0, at), lines, files[file].AsSpan(at + before.Length));
        return (files, place with { Line = place.Line + above });
    }

    static (Dictionary<string, string> Files, Place Place) Listed(string listing)
    {
        var lines = listing.TrimEnd('\n').Split('\n');
        var files = lines.Where(line => line.Trim() != "^" && !line.EndsWith(" (not there)", StringComparison.Ordinal)).ToDictionary(
            line => line.Split(' ')[0],
            line => line.Split(' ', 2) is [_, var target] ? target : TinyScenario.Sources.FirstOrDefault(source => source.Path == line)?.Text ?? TinyScenario.Ideal);
        return (files, Place.StartOf(lines[Array.IndexOf(lines, "^") - 1].Split(' ')[0]));
    }

    /// <summary>The text without the line of carets, and the place in the line above that they stand under.</summary>
    static (string Text, Place Place) Marked(string text, string file)
    {
        var lines = text.TrimEnd('\n').Split('\n').ToList();
        var carets = lines.FindIndex(line => Carets().IsMatch(line));
        Assert.True(carets > 0 && lines.FindLastIndex(line => Carets().IsMatch(line)) == carets, $"One line of carets stands under the fault:\n{text}");
        var (start, end) = (lines[carets].IndexOf('^', StringComparison.Ordinal), lines[carets].Length);
        lines.RemoveAt(carets);

        var before = Expanded(string.Join('\n', lines.Take(carets - 1).Append(lines[carets - 1][..start])));
        var place = new Place(file, before.Count(letter => letter == '\n') + 1, before.Length - before.LastIndexOf('\n'), Expanded(lines[carets - 1][start..end]).Length);
        return (Expanded(string.Join('\n', lines)) + "\n", place);
    }

    /// <summary>With ⟨U+0007⟩, ⟨byte E9⟩ and ⟨text × 1000⟩ replaced by what they stand for.</summary>
    static string Expanded(string text) => StandIn().Replace(text, match => match.Groups["code"].Success ? ((char)Hex(match.Groups["code"].Value)).ToString()
        : match.Groups["byte"].Success ? ((char)(Bytes + Hex(match.Groups["byte"].Value))).ToString()
        : string.Concat(Enumerable.Repeat(match.Groups["text"].Value.Replace('↵', '\n'), int.Parse(match.Groups["times"].Value, CultureInfo.InvariantCulture))));

    static int Hex(string digits) => int.Parse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\A# (TT\d{4}): (.+)\n\n\*\*(Error|Warning)\.\*\* ")]
    private static partial Regex Head();

    [GeneratedRegex("`([a-z/-]+\\.(?:yaml|md))`")]
    private static partial Regex FileName();

    [GeneratedRegex("^```(\\w+)\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex(@"\A *\^+\z")]
    private static partial Regex Carets();

    [GeneratedRegex(@"⟨(?:U\+(?<code>[0-9A-F]{4})|byte (?<byte>[0-9A-F]{2})|(?<text>.+?) × (?<times>\d+))⟩")]
    private static partial Regex StandIn();
}
