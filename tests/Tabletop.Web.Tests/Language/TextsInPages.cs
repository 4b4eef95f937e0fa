using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components.Routing;
using Tabletop.TestKit;
using Tabletop.Web.Language;

namespace Tabletop.Web.Tests.Language;

/// <summary>No text that people see is hard-wired: each is found in its reader's language.</summary>
public sealed partial class TextsInPages
{
    /// <summary>Names that are the same in every language.</summary>
    static readonly string[] Names = ["Tabletop", "UTC", "CSV", "Markdown", "Deutsch", "English", "WebSocket", "KB", "Ctrl+S"];

    /// <summary>Words to a program, which nobody reads.</summary>
    static readonly string[] Unsaid =
    [
        "text/plain; charset=utf-8", "text/markdown; charset=utf-8", "text/csv; charset=utf-8", "private, no-store", "--urls http://0.0.0.0:", "columns part-", "mention you",
        "name, team, role", "name,team,role\nAda Lovelace,Blue,SOC analyst", "Facilitator sign-in (once)",
        "playthroughs/panic.yaml, history.yaml, mails/first.md", "id: history\ntitle: ",
    ];

    static readonly string[] AttributesForPeople = ["alt", "aria-description", "aria-label", "aria-roledescription", "aria-valuetext", "placeholder", "title"];

    [Fact]
    public void NoneIsHardWired()
    {
        var properties = CompiledTexts.PropertiesOf(typeof(Texts).Assembly)
            .Union(CompiledTexts.PropertiesOf(typeof(FocusOnNavigate).Assembly)).ToHashSet(StringComparer.Ordinal);
        var classes = ClassName().Matches(string.Concat(Directory.EnumerateFiles(Repository.PathTo("wwwroot"), "*.css").Select(File.ReadAllText)))
            .Select(match => match.Groups[1].Value).ToHashSet();
        var found = CompiledTexts.In("Tabletop.Web")
            .Where(text => text.Wording == Wording.Plain && IsForPeople(text.Type, text.InComponent))
            .SelectMany(text => WordsOf(text, properties, classes).Select(words => $"{text.Type}: {words}"))
            .Distinct().ToList();

        // Not Assert.Empty: it shows the first few.
        Assert.True(found.Count == 0, string.Join(Environment.NewLine, found));
    }

    [Fact]
    public void NoneIsHardWiredInAScript()
    {
        var found = Scripts().SelectMany(script => ScriptLiteral().Matches(script.Text)
            .Where(match => !script.Text[..match.Index].EndsWith("t(", StringComparison.Ordinal) && ScriptSaid().IsMatch(match.Groups[1].Value) && match.Groups[1].Value != "use strict")
            .Select(match => $"{script.Name}: {match.Value}")).ToList();
        Assert.True(found.Count == 0, string.Join(Environment.NewLine, found));
    }

    [Fact]
    public void EveryTextOfAScriptIsGivenToItsPage()
    {
        var given = CompiledTexts.In("Tabletop.Web").Where(text => text.Wording == Wording.Key && text.Type is "Tabletop.Web.App" or "Tabletop.Web.Lobby.CheckPage").Select(text => text.Text).ToHashSet();
        Assert.Subset(given, Scripts().SelectMany(script => ScriptKey().Matches(script.Text).Select(match => match.Groups[1].Value)).ToHashSet());
    }

    // Outside of the folders of pages stand the program's own messages, logs and routes.
    static bool IsForPeople(string type, bool component) => component || type.Count(letter => letter == '.') > 2;

    static IEnumerable<string> WordsOf(CompiledText text, IReadOnlySet<string> properties, HashSet<string> classes) => text switch
    {
        { Call: "AddMarkupContent" } => WordsInMarkup(text.Text),
        { Call: "AddContent" } => HasWord().IsMatch(text.Text) ? [text.Text] : [],
        { Name: { Length: > 0 } name } => AttributesForPeople.Contains(name) && HasWord().IsMatch(text.Text) ? [text.Text] : [],
        _ => LooksWritten().IsMatch(text.Text) && !text.Call.EndsWith("Exception", StringComparison.Ordinal) && text.Call is not ("SetAttribute" or nameof(string.Contains)) && !properties.Contains(text.Text)
            && !text.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(classes.Contains) ? [text.Text] : [],
    } is var found ? found.Where(words => !Names.Contains(words.Trim(' ', '–', ',')) && !Unsaid.Contains(words)) : [];

    static IEnumerable<string> WordsInMarkup(string markup) =>
        Tag().Split(markup).Select(piece => WebUtility.HtmlDecode(piece).Trim()).Where(piece => HasWord().IsMatch(piece))
            .Concat(Attribute().Matches(markup).Where(match => AttributesForPeople.Contains(match.Groups[1].Value) && HasWord().IsMatch(match.Groups[2].Value)).Select(match => match.Groups[2].Value));

    static IEnumerable<(string Name, string Text)> Scripts() => Directory.EnumerateFiles(Repository.PathTo("wwwroot"), "*.js")
        .Select(file => (Path.GetFileName(file), Remark().Replace(File.ReadAllText(file), "")));

    [GeneratedRegex(@"\p{L}{2}")]
    private static partial Regex HasWord();

    // Two words, or one that begins as a sentence does; not an identifier, an address or a format.
    [GeneratedRegex(@"\p{L}{2,}[,.:;]? \p{L}|^\W*\p{Lu}\p{Ll}{2,}\W*$")]
    private static partial Regex LooksWritten();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex("""([a-z-]+)="([^"]*)""")]
    private static partial Regex Attribute();

    [GeneratedRegex(@"\.([a-z][a-z0-9-]*)")]
    private static partial Regex ClassName();

    [GeneratedRegex(@"^\s*//.*$", RegexOptions.Multiline)]
    private static partial Regex Remark();

    [GeneratedRegex("""\bt\("([^"]+)""")]
    private static partial Regex ScriptKey();

    [GeneratedRegex("""["`]((?:[^"`\\\n]|\\.)*)["`]""")]
    private static partial Regex ScriptLiteral();

    // A sentence or a few words in a row; not a selector, an address or the name of a thing.
    [GeneratedRegex(@"^\p{Lu}\p{Ll}+[,.:;]? \p{L}|^[a-z’]{2,}( [a-z’]{2,})+$")]
    private static partial Regex ScriptSaid();
}
