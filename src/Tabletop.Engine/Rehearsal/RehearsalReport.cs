using System.Collections.Immutable;

namespace Tabletop.Engine;

/// <summary>What many runs of one player came to.</summary>
/// <param name="Totals">Total score of each run, ascending.</param>
/// <param name="Dimensions">Median points by dimension.</param>
/// <param name="Endings">Number of runs by ending id, most frequent first.</param>
public sealed record PlayerReport(
    string Player, ImmutableArray<decimal> Totals, ImmutableSortedDictionary<Dimension, decimal> Dimensions, ImmutableArray<(string Ending, int Runs)> Endings)
{
    public int Runs => Totals.Length;

    /// <summary>The score that a share of the runs (0 to 1) does not exceed.</summary>
    public decimal Quantile(double share) => Totals[(int)Math.Round(share * (Totals.Length - 1))];
}

/// <summary>A stretch in which a team that plays like history gets nothing new.</summary>
/// <param name="Lasts">Exercise time.</param>
public sealed record Lull(DateTimeOffset From, DateTimeOffset Until, TimeSpan Lasts);

/// <summary>A scenario played many times without people.</summary>
/// <param name="NeverCame">Ids of injects that came in no run and can come by themselves.</param>
/// <param name="Lulls">Longest first, in the default pace.</param>
/// <param name="Duration">Exercise time by pace id.</param>
public sealed record RehearsalReport(
    ImmutableArray<PlayerReport> Players,
    ImmutableArray<string> NeverCame,
    ImmutableArray<Lull> Lulls,
    ImmutableSortedDictionary<string, TimeSpan> Duration)
{
    /// <summary>Stretches shorter than this are no lull.</summary>
    public static readonly TimeSpan ShortestLull = TimeSpan.FromMinutes(2);

    /// <summary>
    /// Plays the random bot many times, and the others, who always decide the same, once; where the scenario itself leaves
    /// something to chance, as often.
    /// </summary>
    /// <param name="runs">Greater than zero.</param>
    /// <param name="seed">Of its first run; the next has the next seed.</param>
    /// <param name="progress">Told after each run, from any thread.</param>
    /// <param name="how">On how many threads, and when to stop; null: all there are, and to the end.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static RehearsalReport Of(Scenario scenario, int runs, long seed, Action? progress = null, ParallelOptions? how = null)
    {
        how ??= new();
        var playthroughs = scenario.History is { } history ? [history, .. scenario.Playthroughs] : scenario.Playthroughs;
        var known = playthroughs.Select(item => item.Id).ToHashSet(StringComparer.Ordinal);
        var players = new List<(string Id, Outcome[] Outcomes)>();
        players.AddRange(playthroughs.Select(item => (item.Id, Each(index => PlaythroughRun.Of(scenario, item, index)))));
        foreach (var bot in new[] { Bot.Passive, Bot.Panic })
        {
            players.Add((known.Contains(bot.Id) ? $"{bot.Id}-bot" : bot.Id, Each(index => PlaythroughRun.Of(scenario, bot, seed + index))));
        }

        var outcomes = new Outcome[runs];
        Parallel.For(0, runs, how, index =>
        {
            outcomes[index] = Measure(PlaythroughRun.Of(scenario, Bot.Random, seed + index));
            progress?.Invoke();
        });
        players.Add((Bot.Random.Id, outcomes));

        Outcome[] Each(Func<int, PlaythroughRun> play)
        {
            var all = new Outcome[scenario.HasChance ? runs : 1];
            Parallel.For(0, all.Length, how, index => all[index] = Measure(play(index)));
            return all;
        }

        var came = players.SelectMany(player => player.Outcomes).SelectMany(outcome => outcome.Came).ToHashSet(StringComparer.Ordinal);
        return new(
            [.. players.Select(player => ReportOf(player.Id, player.Outcomes))],
            [.. scenario.Injects.Where(inject => inject.Trigger is not Trigger.Manual && !came.Contains(inject.Id)).Select(inject => inject.Id)],
            LullsOf(scenario, players[0].Outcomes[0].Releases),
            scenario.Paces.ToImmutableSortedDictionary(pace => pace.Id, pace => Sum(scenario.Phases.Select(phase => phase.Takes[pace.Id])), StringComparer.Ordinal));
    }

    static Outcome Measure(PlaythroughRun run)
    {
        var releases = run.Log.OfType<Event.InjectReleased>().ToList();
        return new(
            run.Score.Points,
            [.. Enum.GetValues<Dimension>().Select(dimension => run.Score.Of(dimension).Points)],
            run.Ending.Id,
            [.. releases.Select(e => e.Inject)],
            [.. releases.Select(e => e.Time)]);
    }

    static PlayerReport ReportOf(string player, Outcome[] outcomes) => new(
        player,
        [.. outcomes.Select(outcome => outcome.Total).Order()],
        Enum.GetValues<Dimension>().ToImmutableSortedDictionary(
            dimension => dimension,
            dimension => outcomes.Select(outcome => outcome.Dimensions[(int)dimension]).Order().ElementAt(outcomes.Length / 2)),
        [.. outcomes.GroupBy(outcome => outcome.Ending).Select(group => (group.Key, group.Count())).OrderByDescending(pair => pair.Item2).ThenBy(pair => pair.Key, StringComparer.Ordinal)]);

    static ImmutableArray<Lull> LullsOf(Scenario scenario, ImmutableArray<DateTimeOffset> releases)
    {
        var clock = new Clock(true, scenario.Start, scenario.Start, TimeSpan.Zero, 1000);
        TimeSpan Elapsed(DateTimeOffset time) => clock.ReachesAt(time, scenario, scenario.Paces[0].Id)!.Value - scenario.Start;
        ImmutableArray<DateTimeOffset> times = [scenario.Start, .. releases, scenario.End];
        return
        [
            .. times.Zip(times.Skip(1), (from, until) => new Lull(from, until, Elapsed(until) - Elapsed(from)))
                .Where(lull => lull.Lasts >= ShortestLull)
                .OrderByDescending(lull => lull.Lasts)
                .ThenBy(lull => lull.From),
        ];
    }

    static TimeSpan Sum(IEnumerable<TimeSpan> spans) => spans.Aggregate(TimeSpan.Zero, (sum, span) => sum + span);

    sealed record Outcome(
        decimal Total, ImmutableArray<decimal> Dimensions, string Ending, ImmutableArray<string> Came, ImmutableArray<DateTimeOffset> Releases);
}
