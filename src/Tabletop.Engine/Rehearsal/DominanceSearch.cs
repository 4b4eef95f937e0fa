using System.Collections.Immutable;

namespace Tabletop.Engine;

/// <summary>Looks for questions that are no choice: whatever else happens, one of the answers is never worse.</summary>
static class DominanceSearch
{
    const int Seeds = 40;
    const int FewestComparisons = 10;

    internal static ImmutableArray<Dominance> Of(Scenario scenario) =>
    [
        .. scenario.Injects.Where(inject => inject.Question is not null).Select(inject => Of(scenario, inject)).OfType<Dominance>(),
    ];

    /// <summary>The same random plays with each answer in turn; only plays in which the question came are compared.</summary>
    static Dominance? Of(Scenario scenario, InjectSpec inject)
    {
        var replies = Replies.Choices(scenario, inject.Question!, out _);
        var scores = new List<decimal[]>();
        for (var seed = 1; seed <= Seeds; seed++)
        {
            var runs = replies.Select(reply => PlaythroughRun.Of(scenario, Bot.RandomExcept(inject.Id, reply), seed)).ToList();
            if (runs.TrueForAll(run => run.Exercise.Teams[0].Answers.ContainsKey(inject.Id)))
            {
                scores.Add([.. runs.Select(run => run.Score.Points)]);
            }
        }

        if (scores.Count < FewestComparisons)
        {
            return null;
        }

        for (var index = 0; index < replies.Length; index++)
        {
            if (scores.TrueForAll(row => row[index] == row.Max()) && scores.Exists(row => row.Min() < row[index]))
            {
                return new(inject.Id, replies[index], scores.Count);
            }
        }

        return null;
    }
}
