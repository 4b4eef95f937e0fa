using System.Collections.Immutable;

namespace Tabletop.Engine;

/// <summary>Plays an exercise without people: one team, one person with every role's rights, the clock moved by hand.</summary>
sealed class Player
{
    internal const string TeamId = "team";

    const string PersonId = "person";

    readonly DateTimeOffset _at;
    readonly List<Event> _log;
    readonly ScoreKeeper? _keeper;
    int _commands;

    /// <param name="scored">Whether <see cref="Card"/> will be asked for.</param>
    internal Player(Scenario scenario, string title, long seed, bool scored = false)
    {
        Scenario = scenario;
        _at = scenario.Start;
        var opened = new Event.Opened("rehearsal", "", title, [], scenario.Hash, scenario.Paces[0].Id, seed, ExerciseMode.Solo)
        {
            Version = 1,
            At = _at,
            Time = scenario.Start,
        };
        Exercise = Exercise.Open(scenario, opened);
        _log = [opened];
        _keeper = scored ? new(Exercise) : null;
        Must(new Command.AddTeam(TeamId, title));
        Must(new Command.Join(PersonId, title, TeamId, scenario.Roles[0].Id));
        Must(new Command.Start());
        Must(new Command.Pause("Rehearsal"));
    }

    Player(Player other)
    {
        Scenario = other.Scenario;
        Exercise = other.Exercise;
        _at = other._at;
        _log = [.. other._log];
        _keeper = other._keeper?.Copy();
        _commands = other._commands;
    }

    internal Scenario Scenario { get; }

    internal Exercise Exercise { get; private set; }

    internal Team Team => Exercise.Teams[0];

    internal DateTimeOffset Time => Exercise.TimeAt(_at);

    internal bool IsOver => Exercise.Lifecycle is not Lifecycle.Paused;

    internal ImmutableArray<Event> Log => [.. _log];

    /// <summary>The score so far, kept while playing: nothing is folded a second time.</summary>
    /// <exception cref="InvalidOperationException">It was not made to be scored.</exception>
    internal Scorecard Card => (_keeper ?? throw new InvalidOperationException("This player keeps no score; make it with scored: true.")).Card(TeamId, Exercise.Now);

    internal IReadOnlyList<Offer> Offers => Exercise.Offers(PersonId);

    /// <summary>Another player at the same point; each goes on by itself.</summary>
    internal Player Fork() => new(this);

    /// <summary>The same, to go on with certain luck.</summary>
    internal Player Fork(ImmutableSortedDictionary<string, bool> luck)
    {
        var player = new Player(this);
        player.Exercise = player.Exercise with { Luck = luck };
        return player;
    }

    internal IEnumerable<Event> LogAfter(long version) => _log.Skip((int)version);

    /// <summary>When something happens next that a team would notice: an inject, the end of an action, a new phase, the end.</summary>
    internal DateTimeOffset NextMoment() =>
        new Unfolding(Exercise, _at).AdvanceTo(Scenario.End, e => e.Time > Time && e is (Event.InjectReleased or Event.DecisionFinished or Event.PhaseEntered))?.Time
        ?? Scenario.End;

    /// <summary>Moves the clock forward; nothing happens when the time is past.</summary>
    internal void JumpTo(DateTimeOffset time)
    {
        if (time > Time && !IsOver)
        {
            Must(new Command.Jump(time < Scenario.End ? time : Scenario.End));
        }
    }

    internal Rejection? Decide(string action, string? target, string reason = "") =>
        Do(new Command.SubmitDecision(PersonId, action, target, reason, 100));

    internal Rejection? Answer(string inject, string reply, string reason = "") =>
        Do(new Command.AnswerInject(PersonId, inject, reply, reason, 100));

    internal Rejection? Withdraw(string decision) => Do(new Command.WithdrawDecision(PersonId, decision));

    internal Rejection? Send(string inject) => Do(new Command.SendInject(inject, TeamId));

    internal Rejection? Hold(string inject) => Do(new Command.HoldInject(inject));

    internal Rejection? Reschedule(string inject, DateTimeOffset? to) => Do(new Command.RescheduleInject(inject, to));

    internal Rejection? Recall(string inject, string says) => Do(new Command.RecallInject(inject, TeamId, says));

    internal Rejection? Take(Event.HintGiven given) => Do(new Command.GiveHint(given.Hint, given.Text, given.Cost, TeamId));

    internal Rejection? Take(Event.ScoreCorrected corrected) =>
        Do(corrected.Undoes is { } undone
            ? new Command.UndoCorrection(corrected.Correction, TeamId, undone)
            : new Command.CorrectScore(corrected.Correction, TeamId, corrected.Dimension, corrected.Points, corrected.Reason));

    internal Rejection? Take(Event.Overridden set) => Do(new Command.Override(TeamId, set.What, set.Subject, set.To, set.Reason));

    internal Rejection? LetGo(string inject) => Do(new Command.ReleaseHold(inject));

    /// <summary>Ends the play at a time, or where it ended by itself before.</summary>
    internal void End(DateTimeOffset time)
    {
        JumpTo(time);
        if (!IsOver)
        {
            Must(new Command.End());
        }
    }

    void Must(Command command)
    {
        if (Do(command) is { } rejection)
        {
            throw new InvalidOperationException($"Scenario {Scenario.Id} can't be rehearsed: {rejection.Message}");
        }
    }

    Rejection? Do(Command command)
    {
        var verdict = Exercise.Decide(command with { Id = $"c{++_commands}" }, _at);
        foreach (var e in verdict.Events)
        {
            _log.Add(e);
            Exercise = Exercise.Apply(e);
            _keeper?.Follow(e, Exercise);
        }

        return verdict.Rejection;
    }
}
