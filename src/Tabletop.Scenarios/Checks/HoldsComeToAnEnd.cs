using Tabletop.Engine;

namespace Tabletop.Scenarios;

/// <summary>Whether a foothold is live never depends on itself: nobody could answer that, and a program that tried would not come back.</summary>
sealed class HoldsComeToAnEnd : ICheck
{
    const int MostLinks = 20;

    public void Run(ScenarioDraft scenario, Draft all, Report report)
    {
        var asks = scenario.Footholds.ToDictionary(
            foothold => foothold.Spec.Id,
            foothold => foothold.Spec.Holds is { } holds ? LiveFootholds(holds).ToHashSet(StringComparer.Ordinal) : [],
            StringComparer.Ordinal);

        var unsettled = Unsettled(asks);
        var circles = scenario.Footholds
            .Where(foothold => unsettled.Contains(foothold.Spec.Id))
            .TakeWhile(_ => !report.IsFull)
            .Where(foothold => AsksForItself(foothold.Spec.Id, asks))
            .ToList();
        foreach (var foothold in circles)
        {
            report.Add(DiagnosticCodes.HoldsItself, foothold.At("holds"), $"whether {foothold.Text.What} is live depends on whether it is live",
                "Ask whether the other foothold is 'planted', or name what both need.");
        }

        if (circles.Count == 0 && scenario.Footholds.FirstOrDefault(foothold => unsettled.Contains(foothold.Spec.Id)) is { } first)
        {
            report.Add(DiagnosticCodes.HoldsItself, first.At("holds"), $"whether {first.Text.What} is live depends on a chain of more than {MostLinks} others",
                "Name what it needs itself.");
        }
    }

    /// <summary>Those that do not come down to footholds which depend on no other, within as many links as are allowed.</summary>
    static HashSet<string> Unsettled(Dictionary<string, HashSet<string>> asks)
    {
        var unsettled = asks.Keys.ToHashSet(StringComparer.Ordinal);
        for (var link = 0; link <= MostLinks; link++)
        {
            var settled = unsettled.Where(id => !asks[id].Overlaps(unsettled)).ToList();
            unsettled.ExceptWith(settled);
        }

        return unsettled;
    }

    static bool AsksForItself(string id, Dictionary<string, HashSet<string>> asks)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>(asks[id]);
        while (open.TryPop(out var next))
        {
            if (next == id)
            {
                return true;
            }

            if (seen.Add(next) && asks.TryGetValue(next, out var more))
            {
                foreach (var one in more)
                {
                    open.Push(one);
                }
            }
        }

        return false;
    }

    static IEnumerable<string> LiveFootholds(Condition condition) => condition switch
    {
        Condition.All all => all.Items.SelectMany(LiveFootholds),
        Condition.Any any => any.Items.SelectMany(LiveFootholds),
        Condition.Not not => LiveFootholds(not.Item),
        Condition.FootholdIs(var id, FootholdTest.Live) => [id],
        _ => [],
    };
}
