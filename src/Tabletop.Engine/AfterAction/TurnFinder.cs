using System.Collections.Immutable;

namespace Tabletop.Engine;

/// <summary>Finds the turns of one team's play while its log is folded.</summary>
sealed class TurnFinder(string team)
{
    readonly List<Turn> _turns = [];
    readonly HashSet<string> _live = new(StringComparer.Ordinal);
    readonly Dictionary<string, Turn.LastChance> _chances = new(StringComparer.Ordinal);
    Turn.BiggestChange? _biggest;
    (DateTimeOffset Time, long Version, Scorecard Before)? _moment;

    /// <summary>In order of time.</summary>
    internal ImmutableArray<Turn> Turns =>
    [
        .. _turns.Concat(_chances.Values).Concat(_biggest is null ? [] : [_biggest]).OrderBy(turn => turn.Time).ThenBy(turn => turn.Version),
    ];

    /// <param name="exercise">Before the event.</param>
    /// <param name="keeper">Before the event.</param>
    internal void Before(Event e, Exercise exercise, ScoreKeeper keeper)
    {
        // Joining and reading change no world and no score.
        if (e.TeamId != team || e is Event.InjectRead or Event.Joined or Event.Left or Event.TeamAdded)
        {
            return;
        }

        if (_moment is null)
        {
            _moment = (e.Time, e.Version, keeper.Card(team, e.Time));
        }

        if (e is Event.AdversaryMoved moved)
        {
            NoteChances(moved, exercise);
        }
    }

    /// <param name="exercise">After the event.</param>
    internal void After(Event e, Exercise exercise)
    {
        if (e.TeamId is not null && e.TeamId != team)
        {
            return;
        }

        var now = exercise.FindTeam(team)!;
        var facts = new Facts(exercise.Scenario, now, exercise.Now);
        foreach (var (id, state) in now.World.Footholds)
        {
            if (!facts.IsLive(exercise.Scenario.Footholds[id]))
            {
                if (_live.Remove(id))
                {
                    _turns.Add(new Turn.FootholdLost(id, state.Removed is not null, e.Time, e.Version));
                }
            }
            else if (_live.Add(id))
            {
                _turns.Add(new Turn.FootholdGained(id, e.Time, e.Version));
            }
        }
    }

    /// <summary>Called when nothing more happens at the moment of the last event.</summary>
    internal void MomentIsOver(ScoreKeeper keeper)
    {
        if (_moment is not var (time, version, before))
        {
            return;
        }

        _moment = null;
        var changes = before.Lines.Zip(keeper.Card(team, time).Lines, (was, now) => (was.RuleId, Points: was.Applies && now.Applies ? now.Points - was.Points : 0)).ToList();
        var points = changes.Sum(change => change.Points);
        if (Math.Abs(points) > Math.Abs(_biggest?.Points ?? 0))
        {
            _biggest = new(changes.MaxBy(change => change.Points * Math.Sign(points)).RuleId, points, time, version);
        }
    }

    void NoteChances(Event.AdversaryMoved moved, Exercise exercise)
    {
        var scenario = exercise.Scenario;
        var step = scenario.Adversary.States[moved.From].Steps.First(item => item.Id == moved.Step);
        if (step.Needs is not { } needs || IsTheSameRefused(step))
        {
            return;
        }

        var now = exercise.FindTeam(team)!;
        foreach (var credential in scenario.Credentials.Where(new Facts(scenario, now, moved.Time).IsUsable))
        {
            var ended = now.World.Ended.SetItem(credential.Id, new(CredentialEnd.Revoked, moved.Time));
            if (!new Facts(scenario, now with { World = now.World with { Ended = ended } }, moved.Time).Holds(needs))
            {
                _chances[credential.Id] = new(credential.Id, moved.Step, moved.Time, moved.Version);
            }
        }
    }

    /// <summary>Refused, it would lead the same way without a difference to the world.</summary>
    static bool IsTheSameRefused(AdversaryStep step) => step.Refused.To == step.To && step.Effects.IsEmpty && step.Refused.Effects.IsEmpty;
}
