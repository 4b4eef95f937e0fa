using System.Collections.Immutable;

namespace Tabletop.Engine;

/// <summary>The one change that would have helped a team most, of those that were tried.</summary>
/// <param name="Change">Null when none of them would have helped.</param>
/// <param name="Gain">Points more than the team has.</param>
/// <param name="Tried">How many changes were played out.</param>
public sealed record BestChange(Change? Change, decimal Gain, int Tried)
{
    /// <summary>
    /// Plays out, one at a time: each decision left out; each moved to the first moment at which it was possible; and each
    /// action on each target added at each of those moments. A moment is the beginning of a phase, or just after an inject that asks
    /// something or follows from the attacker's doing. Of changes that gain the same, the earlier one, then the simpler one, is named.
    /// </summary>
    /// <param name="progress">Told after each change that was tried, from any thread.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static BestChange Of(
        Scenario scenario, IReadOnlyList<Event> log, string team, Action? progress = null, CancellationToken cancelled = default)
    {
        var script = Script.Of(scenario, log, team);
        var before = Played(scenario, script, []);
        var moments = MomentsOf(scenario, before.Log, script.Ended);
        var candidates = Candidates(scenario, script, moments, cancelled).ToList();
        var gains = new decimal[candidates.Count];
        Parallel.For(0, candidates.Count, new() { CancellationToken = cancelled }, index =>
        {
            var after = Played(scenario, script, [candidates[index].Change]);
            gains[index] = Allows(after, candidates[index]) ? after.Score.Provisional - before.Score.Provisional : decimal.MinValue;
            progress?.Invoke();
        });

        var best = candidates
            .Select((candidate, index) => (candidate.Change, candidate.At, Gain: gains[index], Index: index))
            .Where(item => item.Gain > 0)
            .OrderByDescending(item => item.Gain)
            .ThenBy(item => item.At)
            .ThenBy(item => item.Index)
            .FirstOrDefault();
        return best.Change is null ? new(null, 0, candidates.Count) : new(best.Change, best.Gain, candidates.Count);
    }

    /// <summary>What it makes needless later may become impossible; it itself may not.</summary>
    static bool Allows(WhatIf after, (Change Change, DateTimeOffset At) candidate) => candidate.Change switch
    {
        Change.Add(var action, var target, var at) => !after.Impossible.Any(item => item.At == at && item.Action == action && item.Target == target),
        Change.Move(_, var to) => !after.Impossible.Any(item => item.At == to),
        _ => true,
    };

    static WhatIf Played(Scenario scenario, Script script, ImmutableArray<Change> changes)
    {
        var player = new Player(scenario, "The team", script.Seed);
        var impossible = ImmutableArray.CreateBuilder<Impossible>();
        script.Play(player, script.With(changes), impossible);
        return WhatIf.Of(player, impossible.ToImmutable());
    }

    static ImmutableArray<DateTimeOffset> MomentsOf(Scenario scenario, IEnumerable<Event> log, DateTimeOffset ended) =>
    [
        .. scenario.Phases.Select(phase => phase.Start)
            .Concat(log.OfType<Event.InjectReleased>().Where(e => IsTelling(scenario, e.Inject)).Select(e => e.Time.AddSeconds(1)))
            .Where(time => time < ended)
            .Distinct()
            .Order(),
    ];

    static bool IsTelling(Scenario scenario, string inject) =>
        scenario.Injects.TryGet(inject, out var spec) && spec is { Channel: Channel.Alert } or { Question: not null };

    static IEnumerable<(Change Change, DateTimeOffset At)> Candidates(
        Scenario scenario, Script script, ImmutableArray<DateTimeOffset> moments, CancellationToken cancelled)
    {
        foreach (var decision in script.Decisions)
        {
            yield return (new Change.Remove(decision.Decision!), decision.Time);
        }

        // One walk through the moments, with the team's own decisions, says what was possible at each of them.
        var player = new Player(scenario, "The team", script.Seed);
        var rest = new Queue<Moment>(script.With([]));
        var taken = new Dictionary<string, string>(StringComparer.Ordinal);
        var moved = new HashSet<string>(StringComparer.Ordinal);
        foreach (var moment in moments)
        {
            cancelled.ThrowIfCancellationRequested();
            while (rest.TryPeek(out var next) && next.Time <= moment)
            {
                Script.Play(player, rest.Dequeue(), taken);
            }

            player.JumpTo(moment);
            foreach (var offer in player.Offers.Where(offer => offer.Refusal is null && Changes(offer)))
            {
                yield return (new Change.Add(offer.Action.Id, offer.Target, moment), moment);
                foreach (var later in script.Decisions.Where(item =>
                    item.Time > moment && item.Action == offer.Action.Id && item.Target == offer.Target && moved.Add(item.Decision!)))
                {
                    yield return (new Change.Move(later.Decision!, moment), moment);
                }
            }
        }
    }

    /// <summary>Looking at something gains nothing by itself.</summary>
    static bool Changes(Offer offer) => offer.Action.Target != TargetKind.Topic && !offer.Action.Search;
}
