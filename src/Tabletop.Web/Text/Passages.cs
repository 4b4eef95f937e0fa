using System.Collections.Immutable;
using Markdig;
using Markdig.Syntax;

namespace Tabletop.Web.Text;

/// <summary>A stretch of a text: prose in Markdown, or the lines of a log extract.</summary>
public sealed record Passage(string Text, bool IsLog);

public static class Passages
{
    /// <summary>A block of code with fewer lines is read as part of the prose.</summary>
    public const int FewestLines = 4;

    /// <summary>Takes a Markdown text apart where blocks of code stand in it.</summary>
    /// <param name="fewest">Lines that make a block an extract.</param>
    public static ImmutableArray<Passage> Of(string markdown, int fewest = FewestLines)
    {
        var passages = ImmutableArray.CreateBuilder<Passage>();
        var from = 0;
        var blocks = Markdown.Parse(markdown);
        for (var index = 0; index < blocks.Count; index++)
        {
            if (blocks[index] is not CodeBlock code || code.Lines.Count < fewest)
                continue;

            AddProse(passages, markdown[from..Math.Max(from, code.Span.Start)]);
            passages.Add(new(code.Lines.ToString(), true));

            // A block that nobody has closed says of itself that it ends before its lines do.
            from = index + 1 < blocks.Count ? Math.Max(from, blocks[index + 1].Span.Start) : markdown.Length;
        }

        AddProse(passages, markdown[from..]);
        return passages.ToImmutable();
    }

    static void AddProse(ImmutableArray<Passage>.Builder passages, string text)
    {
        if (!string.IsNullOrWhiteSpace(text))
            passages.Add(new(text.Trim('\n', '\r'), false));
    }
}
