using System.Collections.Immutable;
using Tabletop.Engine;

namespace Tabletop.Scenarios;

static class ScoringReader
{
    static readonly ImmutableArray<(string Key, Func<MapReader, Measure> Read)> Forms =
    [
        ("how-long", HowLong),
        ("how-soon", HowSoon),
        ("how-much", HowMuch),
        ("at-the-end", part => new Measure.AtTheEnd(part.Condition("at-the-end"))),
    ];

    public static ScoreRule Read(MapReader part) => new()
    {
        Id = part.Id,
        Dimension = part.Word<Dimension>("dimension"),
        Title = part.Text("title"),
        Points = Points(part),
        Why = part.OptionalText("why"),
        Applies = part.OptionalCondition("applies"),
        Measure = ReadMeasure(part),
        Source = part.Source,
    };

    static int Points(MapReader part)
    {
        var points = part.Whole("points", int.MinValue);
        if (points <= 0)
        {
            part.Report(DiagnosticCodes.NoPoints, part.At("points"), $"{part.What} gives no points", "Write how many it gives at best, at least 1.");
        }

        return points ?? 1;
    }

    static Measure ReadMeasure(MapReader part)
    {
        part.DescribeChoice(exactly: true, [.. Forms.Select(form => form.Key)]);
        foreach (var form in part.Describes ? Forms : [])
        {
            form.Read(part);
        }

        var written = Forms.Where(form => part.Has(form.Key)).ToList();
        if (written.Count == 1)
        {
            return written[0].Read(part);
        }

        var place = written.Count == 0 ? part.Place : part.AtKey(written[1].Key);
        var said = written.Count == 0 ? "measures nothing" : $"has {written.Count} measures: {string.Join(", ", written.Select(form => form.Key))}";
        part.Report(DiagnosticCodes.OneMeasure, place, $"{part.What} {said}",
            $"Write exactly one: {string.Join(", ", Forms.Select(form => form.Key))}. Two measures are two rules.");
        return new Measure.AtTheEnd(new Condition.All([]));
    }

    static Measure HowLong(MapReader part)
    {
        if (part.Map("how-long", $"'how-long' of {part.What}") is not { } map)
        {
            return new Measure.HowLong(new Condition.All([]), default, default, default, default);
        }

        var (from, until, best, worst) = (map.Time("from"), map.Time("until"), map.Duration("best"), map.Duration("worst"));
        var measure = new Measure.HowLong(map.Condition("while"), from ?? default, until ?? default, best ?? default, worst ?? default);
        map.End();
        if (until <= from)
        {
            map.Report(DiagnosticCodes.UntilNotAfterFrom, map.At("until"), $"{map.What} ends before it begins", "Write a time for 'until' that is later than 'from'.");
        }

        CheckBounds(map, worst <= best);
        return measure;
    }

    static Measure HowSoon(MapReader part)
    {
        if (part.Map("how-soon", $"'how-soon' of {part.What}") is not { } map)
        {
            return new Measure.HowSoon(new Condition.All([]), default, default);
        }

        var (best, worst) = (map.Time("best"), map.Time("worst"));
        var measure = new Measure.HowSoon(map.Condition("when"), best ?? default, worst ?? default);
        map.End();
        CheckBounds(map, worst <= best);
        return measure;
    }

    static Measure HowMuch(MapReader part)
    {
        if (part.Map("how-much", $"'how-much' of {part.What}") is not { } map)
        {
            return new Measure.HowMuch("", 0, 1);
        }

        var (best, worst) = (map.Whole("best"), map.Whole("worst"));
        var measure = new Measure.HowMuch(map.Name(Kind.Counter, "counter"), best ?? 0, worst ?? 1);
        map.End();
        CheckBounds(map, worst <= best);
        return measure;
    }

    /// <summary>All measures count what is bad, so the worst is always the larger or later bound.</summary>
    static void CheckBounds(MapReader map, bool isWrong)
    {
        if (isWrong)
        {
            map.Report(DiagnosticCodes.WorstNotBeyondBest, map.At("worst"), $"'worst' of {map.What} is not beyond 'best'",
                "All points are given up to 'best' and none from 'worst' on: 'worst' must be the larger or later one.");
        }
    }
}
