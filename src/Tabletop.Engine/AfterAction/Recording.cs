using System.Collections.Immutable;

namespace Tabletop.Engine;

/// <summary>
/// A finished play that can be looked at in any of its moments. Folded once, it keeps a copy of itself every few events,
/// so that a moment costs little wherever it lies. Many may read it at once.
/// </summary>
public sealed class Recording
{
    const int EventsBetweenCopies = 32;

    readonly ImmutableArray<Event> _log;
    readonly List<(Exercise Exercise, ScoreKeeper Keeper)> _copies = [];
    readonly Dictionary<string, TurnFinder> _finders = new(StringComparer.Ordinal);

    Recording(Scenario scenario, ImmutableArray<Event> log)
    {
        _log = log;
        var exercise = Exercise.Open(scenario, (Event.Opened)log[0]);
        var keeper = new ScoreKeeper(exercise);
        _copies.Add((exercise, keeper.Copy()));
        for (var index = 1; index < log.Length; index++)
        {
            var e = log[index];
            if (e.Time > exercise.Now)
            {
                MomentIsOver(keeper);
            }

            foreach (var finder in _finders.Values)
            {
                finder.Before(e, exercise, keeper);
            }

            exercise = exercise.Apply(e);
            keeper.Follow(e, exercise);
            if (e is Event.TeamAdded added)
            {
                _finders.Add(added.Team, new(added.Team));
            }
            else if (e is Event.TeamRemoved removed)
            {
                _finders.Remove(removed.Team);
            }

            foreach (var finder in _finders.Values)
            {
                finder.After(e, exercise);
            }

            if (index % EventsBetweenCopies == 0)
            {
                _copies.Add((exercise, keeper.Copy()));
            }
        }

        MomentIsOver(keeper);
        (Start, End) = (scenario.Start, exercise.Now);
    }

    /// <summary>Scenario time of the beginning.</summary>
    public DateTimeOffset Start { get; }

    /// <summary>Scenario time at which the play ended.</summary>
    public DateTimeOffset End { get; }

    /// <param name="log">From the first event on; what came after the end of the play is left out.</param>
    public static Recording Of(Scenario scenario, IReadOnlyList<Event> log)
    {
        var length = 1 + (log.Index().FirstOrDefault(item => item.Item is Event.Ended) is { Item: not null } end ? end.Index : log.Count - 1);
        return new(scenario, [.. log.Take(length)]);
    }

    /// <summary>In order of time; empty for a team that was not there.</summary>
    public ImmutableArray<Turn> TurnsOf(string team) => _finders.TryGetValue(team, out var finder) ? finder.Turns : [];

    /// <summary>The event with a version.</summary>
    public Event EventOf(long version) => _log[(int)version - 1];

    /// <summary>The play as it stood at a scenario time, after all that happened at it; the first or the last moment for times beyond them.</summary>
    public Still At(DateTimeOffset time)
    {
        time = time < Start ? Start : time > End ? End : time;
        var count = CountUpTo(time);
        var copy = (count - 1) / EventsBetweenCopies;
        var (exercise, keeper) = (_copies[copy].Exercise, _copies[copy].Keeper.Copy());
        for (var index = copy * EventsBetweenCopies + 1; index < count; index++)
        {
            exercise = exercise.Apply(_log[index]);
            keeper.Follow(_log[index], exercise);
        }

        return new(exercise with { Now = time }, keeper);
    }

    /// <summary>How many events there were up to a time; the first is always one of them.</summary>
    int CountUpTo(DateTimeOffset time)
    {
        var (low, high) = (1, _log.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _log[middle].Time <= time ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    void MomentIsOver(ScoreKeeper keeper)
    {
        foreach (var finder in _finders.Values)
        {
            finder.MomentIsOver(keeper);
        }
    }
}

/// <summary>A play at one moment.</summary>
/// <param name="Exercise">Its time is the moment's, also where nothing happened just then.</param>
public sealed record Still(Exercise Exercise, ScoreKeeper Keeper)
{
    /// <summary>A team's score as if the play had ended there.</summary>
    public Scorecard Score(string team) => Keeper.Card(team, Exercise.Now);
}
