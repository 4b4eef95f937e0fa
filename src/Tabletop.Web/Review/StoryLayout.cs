using System.Collections.Immutable;
using System.Globalization;
using Tabletop.Engine;
using Tabletop.Exercises.Views;

namespace Tabletop.Web.Review;

/// <summary>Where things stand in the picture of one story: rows in pixels, positions along the axis in percent.</summary>
public sealed record StoryLayout
{
    public const int BarHeight = 26;
    public const int MarkHeight = 18;
    const int Gap = 8;

    // Along the axis: how much room words need at least, and how much a mark takes itself.
    const double LeastWords = 0.042;
    const double LeastLabel = 0.075;
    const double MarkWidth = 0.011;

    public required Lane Turns { get; init; }
    public required Lane Attacker { get; init; }
    public required Lane Steps { get; init; }
    public required Lane Footholds { get; init; }
    public required Lane Messages { get; init; }
    public required Lane Decisions { get; init; }
    public required int Height { get; init; }

    /// <summary>The turning points, each in a row in which it covers no other.</summary>
    public required ImmutableArray<(StoryMark Mark, int Level)> TurnFlags { get; init; }

    /// <summary>Words on the attacker's bars: one bar's title, or one word for several that are too short for theirs.</summary>
    public required ImmutableArray<BarWords> Words { get; init; }

    /// <summary>Ids of bars that share one word with the bar before them.</summary>
    public required ImmutableHashSet<string> InRun { get; init; }

    /// <summary>One title for each foothold, on the side that has room.</summary>
    public required ImmutableArray<FootholdWords> FootholdWords { get; init; }

    /// <summary>Titles beside marks that have room to their right.</summary>
    public required ImmutableArray<MarkWords> StepWords { get; init; }
    public required ImmutableArray<MarkWords> DecisionWords { get; init; }

    /// <summary>Those that have something in them, in order from the top.</summary>
    public IEnumerable<Lane> Lanes => new[] { Turns, Attacker, Steps, Footholds, Messages, Decisions }.Where(lane => lane.Height > 0);

    public static StoryLayout Of(Story story)
    {
        var flags = Flags(story);
        ImmutableArray<BarWords> words = [.. WordsOn(story.States)];
        var y = Gap;
        Lane Next(Phrase title, int height)
        {
            var lane = new Lane(title, y, height);
            y += height == 0 ? 0 : height + Gap;
            return lane;
        }

        return new()
        {
            TurnFlags = flags,
            Turns = Next("Turning points", flags.IsEmpty ? 0 : (flags.Max(flag => flag.Level) + 1) * 20),
            Attacker = Next("Attacker", BarHeight),
            Steps = Next("Its steps", story.Steps.Levels * MarkHeight),
            Footholds = Next("Footholds", story.Footholds.IsEmpty ? 0 : (story.Footholds.Max(span => span.Level) + 1) * MarkHeight),
            Messages = Next("Messages", story.Messages.Levels * MarkHeight),
            Decisions = Next("Decisions", Math.Max(1, story.Decisions.Levels) * MarkHeight),
            Height = y,
            Words = words,
            InRun = [.. story.States.Where(state => words.Any(word => word.X < state.X1 && state.X1 < word.X + word.Width - 1e-9)).Select(state => state.Id)],
            FootholdWords = [.. story.Footholds.GroupBy(span => span.Level).Select(WordsOf)],
            StepWords = [.. WordsBeside(story.Steps)],
            DecisionWords = [.. WordsBeside(story.Decisions)],
        };
    }

    /// <summary><c>12.34%</c></summary>
    public static string Percent(double share) => (share * 100).ToString("0.###", CultureInfo.InvariantCulture) + "%";

    static ImmutableArray<(StoryMark Mark, int Level)> Flags(Story story)
    {
        var ends = new List<double>();
        var flags = ImmutableArray.CreateBuilder<(StoryMark, int)>();
        foreach (var mark in story.Steps.Marks.Concat(story.Decisions.Marks).Where(mark => mark.Turning > 0).OrderBy(mark => mark.Turning))
        {
            var level = ends.FindIndex(end => end + 0.022 <= mark.X1);
            if (level < 0)
            {
                level = ends.Count;
                ends.Add(0);
            }

            ends[level] = mark.X1;
            flags.Add((mark, level));
        }

        return flags.ToImmutable();
    }

    static IEnumerable<BarWords> WordsOn(ImmutableArray<StateSpan> states)
    {
        for (var index = 0; index < states.Length; index++)
        {
            var first = states[index];
            var count = 1;
            if (IsShort(first))
            {
                while (index + 1 < states.Length && IsShort(states[index + 1]) && states[index + 1].Inside == first.Inside)
                    (index, count) = (index + 1, count + 1);
            }

            var end = states[index].X2;
            if (end - first.X1 >= LeastWords)
                yield return new(count == 1 ? (Phrase)$"{first.Title}" : (Phrase)$"{count} states", first.X1, end - first.X1);
        }
    }

    static bool IsShort(StateSpan state) => state.X2 - state.X1 < LeastWords;

    static FootholdWords WordsOf(IGrouping<int, FootholdSpan> spans) => spans.Min(span => span.X1) is var from and >= 0.16
        ? new(spans.First().Title, from, Before: true, spans.Key)
        : new(spans.First().Title, spans.Max(span => span.X2), Before: false, spans.Key);

    static IEnumerable<MarkWords> WordsBeside(MarkRow row)
    {
        foreach (var level in row.Marks.GroupBy(mark => mark.Level))
        {
            var marks = level.ToList();
            for (var index = 0; index < marks.Count; index++)
            {
                var from = marks[index].X2 + MarkWidth;
                var room = (index + 1 < marks.Count ? marks[index + 1].X1 - MarkWidth : 1) - from;
                if (room >= LeastLabel)
                    yield return new(marks[index], from, Math.Min(room, 0.3));
            }
        }
    }
}

/// <summary>A row of the picture.</summary>
/// <param name="Y">Pixels from the top of the story.</param>
/// <param name="Height">0: there is nothing in it, and it is not drawn.</param>
public sealed record Lane(Phrase Title, int Y, int Height);

public sealed record BarWords(Phrase Text, double X, double Width);

public sealed record MarkWords(StoryMark Mark, double X, double Width);

/// <param name="Before">True: the words end at X, else they begin there.</param>
public sealed record FootholdWords(string Text, double X, bool Before, int Level);
