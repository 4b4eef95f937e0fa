using System.Collections.Immutable;
using Tabletop.Engine;

namespace Tabletop.Scenarios;

/// <summary>What the key or name at a place of a scenario's file means.</summary>
public static class ScenarioHover
{
    /// <summary>Never throws, whatever the text and the place. Null where there is nothing to say.</summary>
    /// <param name="sources">The folder's files, as far as they are known; that with the path holds what has been typed.</param>
    /// <param name="path">The file, by its path in the folder.</param>
    /// <param name="line">From 1.</param>
    /// <param name="column">From 1, in UTF-16 units.</param>
    public static Hover? At(ImmutableArray<SourceText> sources, string path, int line, int column)
    {
        var outlines = ScenarioCompletion.Outlines(sources, path);
        if (Language.Of(path) is not { } root || outlines.Find(file => file.Path == path).Outline is not { } outline)
        {
            return null;
        }

        var (row, at) = (line - 1, column - 1);
        foreach (var limb in outline.Root.All())
        {
            if (limb.Key is not null && limb.Line == row && at >= limb.Column && at <= limb.Column + limb.Length)
            {
                return OfKey(root, limb, outlines);
            }

            if (limb.Text is not null && limb.TextLine == row && at >= limb.TextColumn && at <= limb.TextColumn + limb.TextLength)
            {
                return OfText(root, limb, outlines);
            }
        }

        return null;
    }

    static Hover? OfKey(Shape root, Limb limb, List<(string, Outline)> outlines)
    {
        if (Language.Of(root, limb) is not { } shape)
        {
            return null;
        }

        var name = shape.NamedByKey != Kind.None ? Definitions.In(outlines).Find(shape.NamedByKey, limb.Key!) : null;
        var kind = name?.Kind ?? shape.BroughtByKey;
        string[] lines =
        [
            kind is { } known ? Named(known, limb.Key!, name?.Title ?? limb.TextOf("title") ?? limb.TextOf("text") ?? "") : "",
            kind is null ? shape.Help ?? "" : "",
            kind is null && Language.Describe(shape) is { Length: > 0 } said ? $"Takes {said}." : "",
        ];
        return ToHover(limb.Line, limb.Column, limb.Length, lines, name);
    }

    static Hover? OfText(Shape root, Limb limb, List<(string, Outline)> outlines)
    {
        if (Language.Of(root, limb) is not { } shape)
        {
            return null;
        }

        var name = Values.Referred(limb, shape, Definitions.In(outlines)).FirstOrDefault(definition => definition.Id == limb.Text);
        string[] lines = name is not null ? [Named(name.Kind, name.Id, name.Title), $"{name.File}, line {name.Line}"]
            : shape.AllWords.Contains(limb.Text!) ? [shape.Help ?? "", $"It may be: {string.Join(", ", shape.AllWords)}."]
            : [];
        return ToHover(limb.TextLine, limb.TextColumn, limb.TextLength, lines, name);
    }

    static Hover? ToHover(int line, int column, int length, string[] lines, Definition? name)
    {
        var text = string.Join('\n', lines.Where(said => said.Length > 0));
        return text.Length == 0 ? null : new Hover(line + 1, column + 1, column + length + 1, text, name is null ? null : (name.File, name.Line, name.Column));
    }

    static string Named(Kind kind, string id, string title)
    {
        var word = kind == Kind.None ? "" : char.ToUpperInvariant(Words<Kind>.Of(kind)[0]) + Words<Kind>.Of(kind)[1..] + " ";
        return title.Length == 0 ? $"{word}'{id}'." : $"{word}'{id}': {title}";
    }
}
