using System.Collections.Immutable;

namespace Tabletop.Engine;

/// <summary>Something that a playthrough said and that did not come about.</summary>
public sealed record Miss(SourceRef Source, string Message);

/// <summary>A playthrough played to the end: the log, the exercise, the score, and what did not come about.</summary>
public sealed record PlaythroughRun(Exercise Exercise, ImmutableArray<Event> Log, Scorecard Score, EndingSpec Ending, ImmutableArray<Miss> Misses)
{
    /// <summary>The team that plays.</summary>
    public const string TeamId = "team";

    private const string PersonId = "person";

    /// <summary>Plays a scenario by a playthrough, alone, with every role's rights.</summary>
    public static PlaythroughRun Of(Scenario scenario, Playthrough playthrough)
    {
        var player = new Player(scenario, playthrough);
        player.Run();
        var log = player.Log.ToImmutableArray();
        var keeper = Scoring.Follow(scenario, log, out var exercise);
        return new(exercise, log, keeper.Card(TeamId, exercise.Now), Scoring.EndingOf(exercise, exercise.Teams[0]), [.. player.Misses]);
    }

    /// <summary>The score that this run had at a scenario time.</summary>
    public Scorecard ScoreAt(DateTimeOffset time)
    {
        var upTo = Log.TakeWhile(e => e.Time <= time).ToList();
        return Scoring.Follow(Exercise.Scenario, upTo, out _).Card(TeamId, time);
    }

    private sealed class Player
    {
        private readonly Scenario _scenario;
        private readonly Playthrough _playthrough;
        private readonly DateTimeOffset _at;
        private Exercise _exercise;
        private int _commands;

        internal Player(Scenario scenario, Playthrough playthrough)
        {
            _scenario = scenario;
            _playthrough = playthrough;
            _at = scenario.Start;
            var opened = new Event.Opened(playthrough.Id, "", playthrough.Title, [], scenario.Hash, scenario.Paces[0].Id, 0, ExerciseMode.Solo)
            {
                Version = 1,
                At = _at,
                Time = scenario.Start,
            };
            _exercise = Exercise.Open(scenario, opened);
            Log.Add(opened);
        }

        internal List<Event> Log { get; } = [];

        internal List<Miss> Misses { get; } = [];

        internal void Run()
        {
            Do(new Command.AddTeam(TeamId, _playthrough.Title), _playthrough.Source);
            Do(new Command.Join(PersonId, _playthrough.Title, TeamId, _scenario.Roles[0].Id), _playthrough.Source);
            Do(new Command.Start(), _playthrough.Source);
            Do(new Command.Pause("Rehearsal"), _playthrough.Source);
            var moments = _playthrough.Steps
                .Select(step => (Time: DecidedAt(step), Order: 0, Act: (Action)(() => Play(step))))
                .Concat(_playthrough.Expectations
                    .Where(item => item.At is not null)
                    .Select(item => (Time: item.At!.Value, Order: 1, Act: (Action)(() => Check(item)))))
                .OrderBy(moment => moment.Time)
                .ThenBy(moment => moment.Order);
            foreach (var (time, _, act) in moments)
            {
                JumpTo(time);
                act();
            }

            JumpTo(_scenario.End);
            foreach (var expectation in _playthrough.Expectations.Where(item => item.At is null))
            {
                Check(expectation);
            }
        }

        private DateTimeOffset DecidedAt(PlaythroughStep step)
        {
            if (!step.Done || !_scenario.Actions.TryGet(step.Action, out var action))
            {
                return step.At;
            }

            _scenario.Credentials.TryGet(step.Target, out var credential);
            return step.At - Prices.TakesOf(action, credential);
        }

        private void JumpTo(DateTimeOffset time)
        {
            if (time > _exercise.TimeAt(_at) && _exercise.Lifecycle == Lifecycle.Paused)
            {
                Do(new Command.Jump(time > _scenario.End ? _scenario.End : time), _playthrough.Source);
            }
        }

        private void Play(PlaythroughStep step) => Do(
            step.Inject is not null
                ? new Command.AnswerInject(PersonId, step.Inject, step.Option ?? "", step.Reason, 100)
                : new Command.SubmitDecision(PersonId, step.Action ?? "", step.Target, step.Reason, 100),
            step.Source);

        private void Check(Expectation expectation)
        {
            var facts = new Facts(_scenario, _exercise.Teams[0], expectation.At ?? _exercise.Now);
            if (!facts.Holds(expectation.Condition))
            {
                var when = expectation.At is { } time ? Exercise.Stamp(time) : "the end";
                Misses.Add(new(expectation.Source, $"Expected at {when}, but it does not hold. The attacker is in state '{_exercise.Teams[0].Adversary.State}'."));
            }
        }

        private void Do(Command command, SourceRef source)
        {
            var verdict = _exercise.Decide(command with { Id = $"c{++_commands}" }, _at);
            if (verdict.Rejection is { } rejection)
            {
                Misses.Add(new(source, rejection.Message));
                return;
            }

            foreach (var e in verdict.Events)
            {
                Log.Add(e);
                _exercise = _exercise.Apply(e);
            }
        }
    }
}
