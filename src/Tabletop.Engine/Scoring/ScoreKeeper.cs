using System.Collections.Immutable;

namespace Tabletop.Engine;

/// <summary>Measures every team over scenario time, event by event. Not thread-safe; one keeper follows one log.</summary>
public sealed class ScoreKeeper
{
    readonly Scenario _scenario;
    readonly Dictionary<string, Tally[]> _teams = [];
    readonly DateTimeOffset[] _thresholds;
    Exercise _exercise;

    /// <param name="exercise">As its first event left it.</param>
    public ScoreKeeper(Exercise exercise)
    {
        _exercise = exercise;
        _scenario = exercise.Scenario;
        _thresholds = [.. _scenario.Scoring.SelectMany(rule => rule.Times(_scenario)).Distinct().Order()];
    }

    ScoreKeeper(ScoreKeeper other)
    {
        (_scenario, _thresholds, _exercise) = (other._scenario, other._thresholds, other._exercise);
        foreach (var (team, tallies) in other._teams)
        {
            _teams[team] = [.. tallies.Select(tally => tally.Copy())];
        }
    }

    /// <summary>Another keeper at the same point; each goes on by itself.</summary>
    internal ScoreKeeper Copy() => new(this);

    /// <summary>Takes in the next event and the exercise after it.</summary>
    public void Follow(Event e, Exercise after)
    {
        foreach (var threshold in _thresholds)
        {
            if (threshold > _exercise.Now && threshold <= after.Now)
            {
                Measure(_exercise, threshold, e);
            }
        }

        Measure(after, after.Now, e);
        _exercise = after;
    }

    void Measure(Exercise exercise, DateTimeOffset now, Event e)
    {
        foreach (var team in exercise.Teams)
        {
            if (now == exercise.Now && e.TeamId is not null && e.TeamId != team.Id)
            {
                continue;
            }

            if (!_teams.TryGetValue(team.Id, out var tallies))
            {
                _teams[team.Id] = tallies = [.. _scenario.Scoring.Select(_ => new Tally())];
            }

            var facts = new Facts(_scenario, team, now);
            for (var index = 0; index < tallies.Length; index++)
            {
                tallies[index].Follow(_scenario.Scoring[index], facts, e);
            }
        }
    }

    /// <summary>A team's score at a scenario time, not before the last event.</summary>
    public Scorecard Card(string team, DateTimeOffset now)
    {
        if (_exercise.FindTeam(team) is not { } found || !_teams.TryGetValue(team, out var tallies))
        {
            return new([]);
        }

        var over = _exercise.Lifecycle is Lifecycle.Debrief or Lifecycle.Closed;
        now = over || now < _exercise.Now ? _exercise.Now : now;
        var facts = new Facts(_scenario, found, now);
        return new([.. _scenario.Scoring.Select((rule, index) => tallies[index].Judge(rule, facts, over))])
        {
            Corrected = found.CorrectedBy,
            CorrectedIn = found.Corrections.Where(item => item.Dimension is not null)
                .GroupBy(item => item.Dimension!.Value)
                .ToImmutableSortedDictionary(group => group.Key, group => group.Sum(item => item.Points)),
        };
    }
}

/// <summary>Scores as a fold over a whole log.</summary>
public static class Scoring
{
    /// <summary>The score of one team at the end of a log.</summary>
    public static Scorecard Of(Scenario scenario, IReadOnlyList<Event> log, string team)
    {
        var keeper = Follow(scenario, log, out var exercise);
        return keeper.Card(team, exercise.Now);
    }

    /// <summary>A keeper that has followed a log, and the exercise that the log folds to.</summary>
    public static ScoreKeeper Follow(Scenario scenario, IReadOnlyList<Event> log, out Exercise exercise)
    {
        exercise = Exercise.Open(scenario, (Event.Opened)log[0]);
        var keeper = new ScoreKeeper(exercise);
        for (var index = 1; index < log.Count; index++)
        {
            exercise = exercise.Apply(log[index]);
            keeper.Follow(log[index], exercise);
        }

        return keeper;
    }

    /// <summary>The ending of a team: the first whose condition holds.</summary>
    public static EndingSpec EndingOf(Exercise exercise, Team team) =>
        exercise.Scenario.Endings.First(ending => new Facts(exercise.Scenario, team, exercise.Now).Holds(ending.When));
}
