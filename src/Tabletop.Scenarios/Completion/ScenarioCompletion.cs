using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Tabletop.Engine;

namespace Tabletop.Scenarios;

/// <summary>What can be written at a place of a scenario's file, told from the language's own description.</summary>
public static partial class ScenarioCompletion
{
    const int MostItems = 500;

    /// <summary>Never throws, whatever the text and the place; what cannot be told is an empty list.</summary>
    /// <param name="sources">The folder's files, as far as they are known; that with the path holds what has been typed.</param>
    /// <param name="path">The file that is being written, by its path in the folder.</param>
    /// <param name="line">From 1.</param>
    /// <param name="column">Of the caret, in UTF-16 units: 1 before the first character.</param>
    public static Completions At(ImmutableArray<SourceText> sources, string path, int line, int column)
    {
        var text = sources.FirstOrDefault(source => source.Path == path)?.Text ?? "";
        if (text.Length > TextGuard.MostCharacters || EditPlace.Find(text, line, column) is not { } place)
        {
            return new Completions(column, column, []);
        }

        var outlines = Outlines(sources, path);
        var names = Definitions.In(outlines);
        if (Slot().Match(place.Before) is { Success: true } slot)
        {
            return Variables(names, place, slot.Groups[1].Value);
        }

        if (Language.Of(path) is not { } root)
        {
            return new Completions(column, column, []);
        }

        var whole = outlines.First(file => file.Path == path).Outline;
        var caret = Outline.Read(text[..place.Offset]).End;
        var spot = new Spot(root, caret, Same(whole.Root, caret.Owner), place);
        var items = caret.Place == CaretPlace.Elsewhere ? [] : Offers.At(spot, names, sources, path);
        return new Completions(caret.Column + 1, place.EndOfWord(caret.Column) + 1, [.. items.Take(MostItems)]);
    }

    internal static List<(string Path, Outline Outline)> Outlines(ImmutableArray<SourceText> sources, string path) =>
        [.. sources.Where(source => source.Path == path || Language.Of(source.Path) is not null && SourcePaths.RoleOf(source.Path) is SourceRole.Scenario or SourceRole.None)
            .Where(source => source.Text.Length <= TextGuard.MostCharacters)
            .DistinctBy(source => source.Path)
            .Select(source => (source.Path, Outline.Read(source.Text)))];

    /// <summary>In the whole text, the limb that the text before the caret has; that one itself when it looks otherwise there.</summary>
    static Limb Same(Limb root, Limb part) =>
        root.All().FirstOrDefault(limb => limb.Line == part.Line && limb.Column == part.Column && limb.Key == part.Key) ?? part;

    static Completions Variables(Definitions names, EditPlace place, string typed)
    {
        var start = place.Before.Length - typed.Length;
        var closing = place.After.StartsWith("}}", StringComparison.Ordinal) ? "" : "}}";
        return new Completions(start + 1, place.Before.Length + 1,
            [.. names.At(Definitions.VariablesPath).Select(variable => new Completion(CompletionKind.Name, variable.Id, variable.Id + closing, 0, "variable", $"{variable.Title}, here {variable.Limb.TextOf("default")}"))]);
    }

    [GeneratedRegex(@"\{\{ ?([a-z0-9-]*)$")]
    private static partial Regex Slot();
}

/// <summary>The caret in a text.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Offset">In the whole text.</param>
/// <param name="Before">The caret's line before it.</param>
/// <param name="After">And after it.</param>
sealed record EditPlace(int Line, int Offset, string Before, string After)
{
    /// <summary>Null when the text has no such line. A column beyond the line's end is its end.</summary>
    public static EditPlace? Find(string text, int line, int column)
    {
        var start = 0;
        for (var number = 1; number < line; number++)
        {
            var end = text.AsSpan(start).IndexOfAny('\r', '\n');
            if (end < 0)
            {
                return null;
            }

            start += end + (text.AsSpan(start + end).StartsWith("\r\n") ? 2 : 1);
        }

        if (line < 1)
        {
            return null;
        }

        var rest = text.AsSpan(start);
        var whole = rest.IndexOfAny('\r', '\n') is var length and >= 0 ? rest[..length] : rest;
        var at = Math.Clamp(column - 1, 0, whole.Length);
        return new EditPlace(line, start + at, whole[..at].ToString(), whole[at..].ToString());
    }

    /// <summary>The word under the caret is replaced as a whole.</summary>
    public int EndOfWord(int from)
    {
        var more = After.AsSpan().IndexOfAnyExcept(IdLetters);
        return Math.Max(from, Before.Length) + (more < 0 ? After.Length : more);
    }

    static readonly System.Buffers.SearchValues<char> IdLetters = System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-");
}

/// <summary>A caret, with what the language and the whole text say of it.</summary>
/// <param name="Owner">The caret's owner in the whole text.</param>
sealed record Spot(Shape Root, Caret Caret, Limb Owner, EditPlace Place);
