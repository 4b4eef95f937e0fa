using System.Collections.Immutable;
using Tabletop.Engine;

namespace Tabletop.Scenarios;

static class PhaseReader
{
    /// <summary>A start that is not written is <c>default</c>: it follows from the phase before.</summary>
    public static PhaseSpec Read(MapReader part) => new()
    {
        Id = part.Id,
        Title = part.Text("title"),
        Summary = part.OptionalText("summary"),
        Start = part.OptionalTime("start") ?? default,
        End = part.Time("end") ?? default,
        Takes = Takes(part),
        Effort = part.Number("effort"),
        Source = part.Source,
    };

    static ImmutableSortedDictionary<string, TimeSpan> Takes(MapReader part)
    {
        var takes = ImmutableSortedDictionary.CreateBuilder<string, TimeSpan>(StringComparer.Ordinal);
        if (part.Map("takes", $"'takes' of {part.What}") is not { } map)
        {
            return takes.ToImmutable();
        }

        map.DescribeKeys(Kind.Pace);
        foreach (var pace in map.Keys)
        {
            map.Reading.Names.Add(new Use(Kind.Pace, pace, map.AtKey(pace)));
            takes[pace] = map.Duration(pace) ?? TimeSpan.Zero;
            if (takes[pace] == TimeSpan.Zero && map.Find(pace) is ScalarNode node && TimeText.TryDuration(node.Value, out _))
            {
                map.Report(DiagnosticCodes.NoTime, node.Place, $"{part.What} takes no time at the pace '{MapReader.Short(pace)}'",
                    "Write how long the phase lasts for the players, for instance 15m.");
            }
        }

        return takes.ToImmutable();
    }
}
