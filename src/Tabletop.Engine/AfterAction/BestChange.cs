using System.Collections.Immutable;

namespace Tabletop.Engine;

/// <summary>The one change that would have helped a team most, of those that were tried.</summary>
/// <param name="Change">Null when none of them would have helped.</param>
/// <param name="Gain">Points more than the team has.</param>
/// <param name="Tried">How many changes were played out.</param>
public sealed record BestChange(Change? Change, decimal Gain, int Tried)
{
    /// <summary>The last of the moments that were tried at which the same action would have gained as much; null where the change's own was the last.</summary>
    public DateTimeOffset? Until { get; private init; }

    /// <summary>So many actions, those that gained most where they were tried first, are tried at every moment.</summary>
    const int Promising = 8;

    /// <summary>
    /// Plays out, one at a time: each decision left out; each moved to the first moment at which it was possible; each action
    /// on each target added at the first of those moments in each phase (on a credential, at the first of all: what is ended
    /// stays ended); each question left without an answer, or answered in each other way that is worth trying (where the team
    /// did, else as soon as it came); and the most promising actions added at every moment. A moment is the beginning of a phase, or just after
    /// an inject that asks something or follows from the attacker's doing. Of changes that gain the same, the earlier one, then
    /// the simpler one, is named. What comes before a change is played once for all changes.
    /// </summary>
    /// <param name="progress">Told after each change that was tried, from any thread.</param>
    /// <param name="atOnce">How many changes are played at the same time; −1: as many as the machine likes.</param>
    public static BestChange Of(Scenario scenario, IReadOnlyList<Event> log, string team, Action? progress = null, int atOnce = -1)
    {
        var script = Script.Of(scenario, log, team);
        var before = new Player(scenario, "The team", script.Seed, scored: true);
        script.Play(before, script.With([]), ImmutableArray.CreateBuilder<Impossible>());
        var points = before.Card.Provisional;
        var candidates = Candidates(script, new Player(scenario, "The team", script.Seed, scored: true), MomentsOf(scenario, before.Log, script.Ended));
        var gains = new decimal[candidates.Count];
        var tried = 0;
        void Try(IEnumerable<int> some) => Parallel.ForEach(some, new() { MaxDegreeOfParallelism = atOnce }, index =>
        {
            gains[index] = candidates[index].Play(script.Ended) is { } after ? after - points : decimal.MinValue;
            Interlocked.Increment(ref tried);
            progress?.Invoke();
        });

        var all = Enumerable.Range(0, candidates.Count);
        var first = all.Where(index => candidates[index].IsFirst).ToList();
        var others = all.ToLookup(index => candidates[index].Added);
        Array.Fill(gains, decimal.MinValue);
        Try(first);
        Try(first.Where(index => candidates[index].Added is not null)
            .GroupBy(index => candidates[index].Added)
            .OrderByDescending(group => group.Max(index => gains[index]))
            .ThenBy(group => group.First())
            .Take(Promising)
            .SelectMany(group => others[group.Key].Where(index => !candidates[index].IsFirst))
            .ToList());

        var best = candidates
            .Select((candidate, index) => (candidate.Change, candidate.At, Gain: gains[index], Index: index))
            .Where(item => item.Gain > 0)
            .OrderByDescending(item => item.Gain)
            .ThenBy(item => item.At)
            .ThenBy(item => item.Index)
            .FirstOrDefault();
        if (best.Change is null)
        {
            return new(null, 0, tried);
        }

        var added = candidates[best.Index].Added;
        var last = all.Where(index => added is not null && candidates[index].Added == added && gains[index] == best.Gain).Select(index => candidates[index].At).DefaultIfEmpty(best.At).Max();
        return new(best.Change, best.Gain, tried) { Until = last > best.At ? last : null };
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

    /// <summary>One walk with the team's own decisions; where something can be otherwise, it leaves a fork of the player behind.</summary>
    static List<Candidate> Candidates(Script script, Player player, ImmutableArray<DateTimeOffset> moments)
    {
        var removed = new List<Candidate>();
        var changed = new List<Candidate>();
        var played = script.With([]);
        var taken = ImmutableDictionary<string, string>.Empty;
        var moved = new HashSet<string>(StringComparer.Ordinal);
        var open = new HashSet<string>(StringComparer.Ordinal);
        var firsts = new HashSet<(string, string?, string)>();
        var next = 0;
        foreach (var moment in moments.Append(DateTimeOffset.MaxValue))
        {
            for (; next < played.Length && played[next].Time <= moment; next++)
            {
                var (done, rest) = (played[next], played[(next + 1)..]);
                if (done.Answers is { } inject && player.Scenario.Injects.TryGet(inject, out var asking))
                {
                    removed.Add(new(new Change.Answer(inject, null, done.Time), done.Time, player.Fork(), null, rest, taken));
                    changed.AddRange(Otherwise(player, asking, done.Time, rest, taken));
                }

                if (done.Decision is { } id)
                {
                    removed.Add(new(new Change.Remove(id), done.Time, player.Fork(), null, rest.RemoveAll(item => item.Withdraws == id), taken));
                }

                taken = Play(player, done, taken, out _);
            }

            if (moment == DateTimeOffset.MaxValue)
            {
                break;
            }

            player.JumpTo(moment);
            foreach (var item in player.Team.Inbox.Where(item => open.Add(item.Inject)))
            {
                if (player.Scenario.Injects.TryGet(item.Inject, out var asking) && asking.Question is not null && !played.Any(other => other.Answers == item.Inject))
                {
                    changed.AddRange(Otherwise(player, asking, moment, played[next..], taken));
                }
            }

            var (later, fork) = (played[next..], player.Fork());
            var phase = player.Scenario.Phases.Last(phase => phase.Start <= moment).Id;
            foreach (var offer in player.Offers.Where(offer => offer.Refusal is null && Changes(offer)))
            {
                var (action, target) = (offer.Action.Id, offer.Target);
                changed.Add(new(new Change.Add(action, target, moment), moment, fork,
                    new(moment, null, action, target, (other, _) => other.Decide(action, target)), later, taken)
                {
                    IsFirst = firsts.Add((action, target, offer.Action.Target is TargetKind.Credential ? "" : phase)),
                });
                foreach (var item in later.Where(item => item.Decision is { } id && item.Action == action && item.Target == target && moved.Add(id)))
                {
                    changed.Add(new(new Change.Move(item.Decision!, moment), moment, fork, item with { Time = moment }, later.Remove(item), taken));
                }
            }
        }

        return [.. removed, .. changed];
    }

    static IEnumerable<Candidate> Otherwise(
        Player player, InjectSpec asking, DateTimeOffset at, ImmutableArray<Moment> rest, ImmutableDictionary<string, string> taken)
    {
        var fork = player.Fork();
        return Replies.Choices(player.Scenario, asking.Question!, out _)
            .Select(reply => new Candidate(new Change.Answer(asking.Id, reply, at), at, fork, Script.Answered(asking.Id, reply, at), rest, taken));
    }

    /// <summary>Looking at something gains nothing by itself.</summary>
    static bool Changes(Offer offer) => offer.Action.Target != TargetKind.Topic && !offer.Action.Search;

    static ImmutableDictionary<string, string> Play(Player player, Moment moment, ImmutableDictionary<string, string> taken, out Rejection? why)
    {
        var ids = taken.ToDictionary(StringComparer.Ordinal);
        why = Script.Play(player, moment, ids);
        return ids.Count == taken.Count ? taken : taken.AddRange(ids.Where(pair => !taken.ContainsKey(pair.Key)));
    }

    /// <summary>One change, and where it parts from what the team did.</summary>
    /// <param name="Before">The play up to there. Only forks of it go on.</param>
    /// <param name="Instead">What is done there; null when something is only left out.</param>
    sealed record Candidate(
        Change Change, DateTimeOffset At, Player Before, Moment? Instead, ImmutableArray<Moment> Rest, ImmutableDictionary<string, string> Taken)
    {
        /// <summary>Whether it is tried whatever the others bring.</summary>
        internal bool IsFirst { get; init; } = true;

        internal (string Action, string? Target)? Added => Change is Change.Add add ? (add.Action, add.Target) : null;

        /// <summary>Points at the end; null when the change itself is not possible. What it makes needless later may become impossible.</summary>
        internal decimal? Play(DateTimeOffset ended)
        {
            var player = Before.Fork();
            var taken = Taken.ToDictionary(StringComparer.Ordinal);
            if (Instead is not null && Script.Play(player, Instead, taken) is not null)
            {
                return null;
            }

            foreach (var moment in Rest)
            {
                Script.Play(player, moment, taken);
            }

            player.End(ended);
            return player.Card.Provisional;
        }
    }
}
