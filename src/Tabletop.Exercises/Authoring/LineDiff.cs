using System.Collections.Immutable;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace Tabletop.Exercises;

public enum LineChange
{
    Same,
    Removed,
    Added,

    /// <summary>Lines that are the same and far from any change, left out.</summary>
    Gap,
}

/// <param name="Old">Its number in the older text, 1-based.</param>
/// <param name="New">Its number in the newer text.</param>
/// <param name="Text">Of a gap: how many lines it stands for; empty when there were too many to compare.</param>
public sealed record DiffLine(LineChange Change, int? Old, int? New, string Text);

/// <summary>What differs between two texts, line by line, with a few lines around each change.</summary>
public static class LineDiff
{
    const int Around = 3;

    /// <summary>More lines than this are not compared: nobody would read it, and it takes too long.</summary>
    const int MostLines = 20_000;

    /// <summary>Empty when they are the same.</summary>
    public static ImmutableArray<DiffLine> Of(string older, string newer)
    {
        if (older == newer)
            return [];
        if (older.AsSpan().Count('\n') + newer.AsSpan().Count('\n') > MostLines)
            return [new(LineChange.Gap, null, null, "")];

        var lines = Number(InlineDiffBuilder.Diff(older, newer, ignoreWhiteSpace: false).Lines).ToList();
        var near = new bool[lines.Count];
        foreach (var at in Enumerable.Range(0, lines.Count).Where(at => lines[at].Change != LineChange.Same))
            Array.Fill(near, true, Math.Max(0, at - Around), Math.Min(lines.Count, at + Around + 1) - Math.Max(0, at - Around));

        var shown = ImmutableArray.CreateBuilder<DiffLine>();
        for (var at = 0; at < lines.Count;)
        {
            var from = at;
            while (at < lines.Count && !near[at])
                at++;
            if (at > from)
                shown.Add(new(LineChange.Gap, null, null, $"{at - from}"));
            else
                shown.Add(lines[at++]);
        }

        return shown.ToImmutable();
    }

    static IEnumerable<DiffLine> Number(IEnumerable<DiffPiece> pieces)
    {
        var (old, now) = (0, 0);
        foreach (var piece in pieces)
        {
            yield return piece.Type switch
            {
                ChangeType.Deleted => new(LineChange.Removed, ++old, null, piece.Text),
                ChangeType.Inserted => new(LineChange.Added, null, ++now, piece.Text),
                _ => new(LineChange.Same, ++old, ++now, piece.Text),
            };
        }
    }
}
