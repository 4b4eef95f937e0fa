using System.Collections.Immutable;

namespace Tabletop.Exercises.Views;

/// <summary>Lays marks out so that none covers another.</summary>
static class MarkRows
{
    // Marks closer than this share of the picture's width get rows of their own.
    const double Room = 0.016;

    internal static MarkRow Of(IEnumerable<StoryMark> marks)
    {
        var placed = Place([.. marks.OrderBy(mark => mark.X1).ThenBy(mark => mark.Time)]);
        return new(placed, placed.IsEmpty ? 0 : placed.Max(mark => mark.Level) + 1);
    }

    /// <summary>Makes one mark of refusals that follow each other so closely that they would lie on top of each other.</summary>
    internal static IEnumerable<StoryMark> Gather(IEnumerable<StoryMark> marks)
    {
        var near = new List<StoryMark>();
        foreach (var mark in marks)
        {
            if (near.Count > 0 && !(Gathers(near[^1]) && Gathers(mark) && mark.X1 - near[0].X1 < Room))
            {
                yield return Together(near);
                near.Clear();
            }

            near.Add(mark);
        }

        if (near.Count > 0)
            yield return Together(near);
    }

    static bool Gathers(StoryMark mark) => mark is { Kind: MarkKind.Refused, Turning: 0 };

    static StoryMark Together(List<StoryMark> marks) => marks.Count == 1 ? marks[0] : marks[0] with
    {
        Title = $"{marks.Count} attempts refused",
        Detail = $"{marks.Select(mark => mark.Title).Distinct().Aggregate((said, next) => $"{said}; {next}")}.",
    };

    /// <summary>Gives each mark the first row in which it covers no other.</summary>
    static ImmutableArray<StoryMark> Place(IReadOnlyList<StoryMark> marks)
    {
        var ends = new List<double>();
        var placed = ImmutableArray.CreateBuilder<StoryMark>(marks.Count);
        foreach (var mark in marks)
        {
            var level = ends.FindIndex(end => end + Room <= mark.X1);
            if (level < 0)
            {
                level = ends.Count;
                ends.Add(0);
            }

            ends[level] = mark.X2;
            placed.Add(mark with { Level = level });
        }

        return placed.MoveToImmutable();
    }
}
