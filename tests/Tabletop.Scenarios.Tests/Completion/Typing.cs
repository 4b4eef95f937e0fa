using System.Collections.Immutable;
using Tabletop.Engine;
using Tabletop.TestKit;

namespace Tabletop.Scenarios.Tests.Completion;

/// <summary>A caret, written as ^, in a text.</summary>
static class Typing
{
    public static Completions At(string text, string path = "scenario.yaml", string? scenario = null)
    {
        var at = text.IndexOf('^', StringComparison.Ordinal);
        var before = Outline.LinesOf(text[..at]);
        ImmutableArray<SourceText> sources = [new SourceText(path, text.Remove(at, 1)), .. scenario is null ? [] : new[] { new SourceText("scenario.yaml", scenario) }];
        return ScenarioCompletion.At(sources, path, before.Length, before[^1].Length + 1);
    }

    public static ImmutableArray<string> Labels(string text, string path = "scenario.yaml", string? scenario = null) => [.. At(text, path, scenario).Items.Select(item => item.Label)];

    /// <summary>With a line put behind a piece of the tiny scenario.</summary>
    public static ImmutableArray<string> LabelsIn(string piece, string line) => Labels(TinyScenario.Replace(piece, piece + line));

    public static Hover? Over(string piece, string word)
    {
        var at = TinyScenario.Text.IndexOf(word, TinyScenario.Text.IndexOf(piece, StringComparison.Ordinal), StringComparison.Ordinal);
        var before = Outline.LinesOf(TinyScenario.Text[..at]);
        return ScenarioHover.At(TinyScenario.Sources, "scenario.yaml", before.Length, before[^1].Length + 2);
    }

    /// <summary>A text that is nothing but the way to a key's path, with the caret where the key would be written.</summary>
    public static string NestedTo(string path)
    {
        var text = "";
        var indent = 0;
        foreach (var key in path.Split('.')[1..^1])
        {
            // Lists have no part in a path; whether there is one here is for the language to say.
            var shape = Language.Of(path.StartsWith("playthrough", StringComparison.Ordinal) ? "history.yaml" : "scenario.yaml")!;
            text += new string(' ', indent) + (key == "*" ? "any" : key) + ":\n";
            indent += 2;
            if (Language.Of(shape, Outline.Read(text).Root.All().Last()) is { IsMap: false, Item: not null })
            {
                text += new string(' ', indent) + "-\n";
                indent += 2;
            }
        }

        return text + new string(' ', indent) + "^";
    }
}
