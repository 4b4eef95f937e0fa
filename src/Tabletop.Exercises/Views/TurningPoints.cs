using System.Collections.Immutable;
using Tabletop.Engine;

namespace Tabletop.Exercises.Views;

/// <summary>
/// Finds the moments after which a team's story could only go one way: above all those in which it parted from what the
/// real organisation went through.
/// </summary>
sealed class TurningPoints(Replay replay, Team team, Replay? history)
{
    const int Most = 3;

    readonly Scenario _scenario = replay.Exercise.Scenario;
    readonly TeamReplay _way = replay.Team(team.Id);

    /// <param name="Lasted">How long the attacker could use what it gained.</param>
    /// <param name="Mark">Version of the event whose mark in the story stands for it.</param>
    sealed record Candidate(int Weight, TimeSpan Lasted, Event Event, long Mark, Phrase Title, Phrase Detail);

    /// <returns>By the version of the event that is marked, in order of time.</returns>
    internal static IReadOnlyList<(long Mark, TurningPoint Point)> Of(Replay replay, Team team, Replay? history)
    {
        var finder = new TurningPoints(replay, team, history);
        var chosen = finder.Steps().Concat(finder.Evictions())
            .OrderByDescending(item => item.Weight)
            .ThenByDescending(item => item.Lasted)
            .ThenBy(item => item.Event.Version)
            .Take(Most)
            .OrderBy(item => item.Event.Version)
            .ToList();
        return [.. chosen.Select((item, index) => (item.Mark, finder.PointOf(item, index, chosen)))];
    }

    TurningPoint PointOf(Candidate item, int index, List<Candidate> chosen) => new(
        index + 1,
        item.Event.Time,
        item.Title,
        item.Detail,
        Stories.MarkId(team.Id, item.Mark),
        _way.ScoreBefore(item.Event.Version),
        index + 1 < chosen.Count ? _way.ScoreBefore(chosen[index + 1].Event.Version) : replay.Card(team.Id).Provisional);

    IEnumerable<Candidate> Steps()
    {
        var then = history is null ? [] : Outcomes(history, history.Exercise.Teams[0].Id);
        var tried = new HashSet<(string Step, bool Succeeded)>();
        var state = _scenario.Adversary.Initial;
        foreach (var e in replay.Log.Where(item => item.TeamId == team.Id))
        {
            if (e is Event.AdversaryMoved moved)
            {
                var step = Step(moved.From, moved.Step);
                var plants = step.Effects.OfType<Effect.PlantFoothold>().Select(effect => effect.Foothold).ToList();
                var unlikeHistory = history is not null && step.Needs is not null && !then.GetValueOrDefault(step.Id);
                var weight = (plants.Count > 0 ? 4 : step.Needs is not null ? 2 : 0) + (unlikeHistory ? 2 : 0);
                if (weight > 0 && tried.Add((step.Id, true)))
                    yield return new(weight, LivedFor(plants), e, e.Version, $"{step.Title}", _way.ReasonOf(e.Version));
                state = moved.To;
            }
            else if (e is Event.AdversaryRefused refused)
            {
                // What the real organisation refused as well decided nothing.
                var step = Step(state, refused.Step);
                if ((history is null || then.GetValueOrDefault(step.Id)) && !IsThrownOut(e) && tried.Add((step.Id, false)))
                    yield return new(refused.To is null ? 5 : 6, TimeSpan.Zero, e, e.Version, $"Refused: {step.Title}", _way.ReasonOf(e.Version));
                state = refused.To ?? state;
            }
            else if (e is Event.Overridden { What: OverrideKind.Adversary } set)
            {
                state = set.To;
            }
        }
    }

    TimeSpan LivedFor(List<string> footholds)
    {
        var total = TimeSpan.Zero;
        foreach (var changes in _way.Footholds.Where(change => footholds.Contains(change.Foothold.Id)).GroupBy(change => change.Foothold.Id))
        {
            var ends = changes.Skip(1).Select(change => change.Time).Append(replay.Exercise.Now);
            total += changes.Zip(ends).Where(pair => pair.First.Standing == FootholdStanding.Live).Aggregate(TimeSpan.Zero, (sum, pair) => sum + (pair.Second - pair.First.Time));
        }

        return total;
    }

    /// <summary>What the team took from the attacker, by the decision that did it.</summary>
    IEnumerable<Candidate> Evictions()
    {
        var live = new HashSet<string>(StringComparer.Ordinal);
        var lastEntry = _way.Footholds.LastOrDefault(change => change.Standing == FootholdStanding.Live)?.By.Version ?? 0;
        foreach (var changes in _way.Footholds.GroupBy(change => change.By.Version))
        {
            var taken = changes.Where(change => change.Standing != FootholdStanding.Live && live.Contains(change.Foothold.Id)).ToList();
            live.UnionWith(changes.Where(change => change.Standing == FootholdStanding.Live).Select(change => change.Foothold.Id));
            live.ExceptWith(taken.Select(change => change.Foothold.Id));
            if (taken.Count == 0 || taken[0].By is not Event.DecisionFinished finished)
                continue;

            var decision = team.Decisions.First(item => item.Id == finished.Decision);
            var (isOut, titles) = (live.Count == 0 && finished.Version > lastEntry, Sentence.Join(taken.Select(change => change.Foothold.Title)));
            yield return new(
                isOut ? 7 : 3,
                TimeSpan.Zero,
                finished,
                decision.Version,
                isOut ? (Phrase)$"Nobody inside any more: {titles}" : (Phrase)$"Taken from the attacker: {titles}",
                $"By “{Deed(decision)}”, decided {decision.Made} by {TeamProjection.NameOf(replay.Exercise, decision.Person)}.");
        }
    }

    /// <summary>What is refused to an attacker who has been thrown out only follows from that.</summary>
    bool IsThrownOut(Event e)
    {
        var last = _way.Footholds.TakeWhile(change => change.By.Version < e.Version).GroupBy(change => change.Foothold.Id).Select(changes => changes.Last()).ToList();
        return last.Count > 0 && last.All(change => change.Standing != FootholdStanding.Live);
    }

    string Deed(Decision decision)
    {
        var target = TeamProjection.TargetTitle(_scenario, decision);
        return _scenario.Actions[decision.Action].Title + (target is null ? "" : $": {target}");
    }

    AdversaryStep Step(string state, string step) => _scenario.Adversary.States[state].Steps.First(item => item.Id == step);

    /// <summary>By step: whether it ever succeeded.</summary>
    static Dictionary<string, bool> Outcomes(Replay replay, string team)
    {
        var outcomes = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var e in replay.Log.Where(item => item.TeamId == team))
        {
            if (e is Event.AdversaryMoved moved)
                outcomes[moved.Step] = true;
            else if (e is Event.AdversaryRefused refused)
                outcomes.TryAdd(refused.Step, false);
        }

        return outcomes;
    }
}
