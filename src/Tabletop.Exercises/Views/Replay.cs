using Tabletop.Engine;

namespace Tabletop.Exercises.Views;

/// <summary>A log played once more from its beginning, with what only the way there shows.</summary>
sealed class Replay
{
    readonly Dictionary<string, TeamReplay> _teams = new(StringComparer.Ordinal);
    readonly ScoreKeeper _keeper;

    Replay(Scenario scenario, IReadOnlyList<Event> log)
    {
        Log = log;
        Exercise = Exercise.Open(scenario, (Event.Opened)log[0]);
        _keeper = new(Exercise);
        for (var index = 1; index < log.Count; index++)
            Take(log[index]);
    }

    internal IReadOnlyList<Event> Log { get; }

    /// <summary>After the last event.</summary>
    internal Exercise Exercise { get; private set; }

    internal static Replay Of(Scenario scenario, IReadOnlyList<Event> log) => new(scenario, log);

    internal TeamReplay Team(string id) => _teams[id];

    internal Scorecard Card(string team) => _keeper.Card(team, Exercise.Now);

    void Take(Event e)
    {
        var before = Exercise;
        Exercise = before.Apply(e);
        if (e.TeamId is { } id && _teams.TryGetValue(id, out var replay))
            replay.Before(e, before, _keeper);
        _keeper.Follow(e, Exercise);
        foreach (var team in Exercise.Teams)
        {
            if (!_teams.TryGetValue(team.Id, out var of))
                _teams[team.Id] = of = new(team.Id);
            if (e.TeamId is null || e.TeamId == team.Id)
                of.After(e, Exercise, team);
        }
    }
}

/// <summary>Where a foothold stood from an event on.</summary>
/// <param name="By">The attacker, when its own step changed it; else what the team or the clock did.</param>
sealed record FootholdChange(FootholdSpec Foothold, FootholdStanding Standing, DateTimeOffset Time, Event By);

/// <summary>What the way to the end shows of one team.</summary>
sealed class TeamReplay(string team)
{
    readonly Dictionary<string, FootholdStanding> _standing = new(StringComparer.Ordinal);
    readonly List<FootholdChange> _footholds = [];
    readonly Dictionary<long, decimal> _scores = [];
    readonly Dictionary<long, Phrase> _reasons = [];

    /// <summary>In order of time.</summary>
    internal IReadOnlyList<FootholdChange> Footholds => _footholds;

    /// <summary>Points as if the play had ended just before one of the team's events.</summary>
    internal decimal ScoreBefore(long version) => _scores[version];

    /// <summary>Why a step of the attacker went as it did; may be empty.</summary>
    internal Phrase ReasonOf(long version) => _reasons.GetValueOrDefault(version, "");

    internal void Before(Event e, Exercise exercise, ScoreKeeper keeper)
    {
        if (e is not (Event.AdversaryMoved or Event.AdversaryRefused or Event.DecisionFinished))
            return;

        _scores[e.Version] = keeper.Card(team, e.Time).Provisional;
        var facts = new Facts(exercise.Scenario, exercise.FindTeam(team)!, e.Time);
        var state = exercise.Scenario.Adversary.States[facts.Team.Adversary.State];
        if (e is Event.AdversaryMoved moved)
            _reasons[e.Version] = Sentence.Follow(StepReasons.Succeeded(Step(state, moved.Step), facts), StepReasons.Chance(moved.Draw));
        else if (e is Event.AdversaryRefused { Draw: { } draw })
            _reasons[e.Version] = StepReasons.Chance(draw);
        else if (e is Event.AdversaryRefused refused)
            _reasons[e.Version] = StepReasons.Refused(Step(state, refused.Step), facts);
    }

    internal void After(Event e, Exercise exercise, Team now)
    {
        var facts = new Facts(exercise.Scenario, now, exercise.Now);
        foreach (var id in now.World.Footholds.Keys)
        {
            var foothold = exercise.Scenario.Footholds[id];
            var standing = !facts.IsPlanted(id) ? FootholdStanding.Removed
                : facts.IsLive(foothold) ? FootholdStanding.Live
                : FootholdStanding.CutOff;
            if (_standing.TryGetValue(id, out var last) && last == standing)
                continue;

            _standing[id] = standing;
            _footholds.Add(new(foothold, standing, e.Time, e));
        }
    }

    static AdversaryStep Step(AdversaryState state, string step) => state.Steps.First(item => item.Id == step);
}
