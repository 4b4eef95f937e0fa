using System.Collections.Immutable;

namespace Tabletop.Engine;

/// <summary>
/// Brings an exercise forward through scenario time, event by event: finished decisions, the attacker's steps, phases,
/// injects, the end. What happens depends only on the state and on scenario time, never on how often it is asked.
/// </summary>
sealed class Unfolding(Exercise exercise, DateTimeOffset at)
{
    /// <summary>More events than this in one go mean that a scenario's attacker turns in a circle without taking time.</summary>
    const int Limit = 100_000;

    readonly HashSet<string> _tried = new(StringComparer.Ordinal);
    readonly ImmutableArray<Event>.Builder _events = ImmutableArray.CreateBuilder<Event>();

    // As they were when no condition of theirs held any more.
    ImmutableArray<Team> _quiet = [];

    internal Exercise Exercise { get; private set; } = exercise;

    internal ImmutableArray<Event> Events => _events.ToImmutable();

    /// <summary>Records an event at a scenario time, never before the last one.</summary>
    internal Event Emit(Event e, DateTimeOffset time, Command? command = null)
    {
        if (_events.Count >= Limit)
        {
            throw new InvalidOperationException($"Scenario {Exercise.Scenario.Id} produced more than {Limit} events at once; its attacker goes in a circle without taking time near state '{Exercise.Teams.FirstOrDefault()?.Adversary.State}'.");
        }

        var stamped = e with
        {
            Version = Exercise.Version + 1,
            At = at,
            Time = time > Exercise.Now ? time : Exercise.Now,
            Command = string.IsNullOrEmpty(command?.Id) ? null : command.Id,
            Facilitator = command?.Facilitator,
        };
        Exercise = Exercise.Apply(stamped);
        _events.Add(stamped);
        return stamped;
    }

    /// <summary>Lets everything happen that is due up to a scenario time.</summary>
    /// <param name="stop">Ends early after an event for which this is true.</param>
    internal Event? AdvanceTo(DateTimeOffset time, Func<Event, bool>? stop = null)
    {
        if (Exercise.Lifecycle is not (Lifecycle.Running or Lifecycle.Paused))
        {
            return null;
        }

        ReleaseByCondition(Exercise.Now);
        for (var due = Schedule.Next(Exercise, Exercise.Now, _tried); due is { } item && item.Time <= time; due = Schedule.Next(Exercise, item.Time, _tried))
        {
            var before = _events.Count;
            if (item.Kind == Schedule.Kind.Bot)
            {
                Move(item);
            }
            else if (item.Happens(Exercise) is { } e)
            {
                Emit(e, item.Time);
            }

            ReleaseByCondition(item.Time, onlyChanged: item.Kind != Schedule.Kind.Threshold);
            for (var index = before; index < _events.Count; index++)
            {
                if (stop?.Invoke(_events[index]) == true)
                {
                    return _events[index];
                }
            }

            if (Exercise.Lifecycle == Lifecycle.Debrief)
            {
                break;
            }
        }

        return null;
    }

    /// <summary>Lets a bot ask for what is its turn, as a person would: it may be refused.</summary>
    void Move(Schedule.Due due)
    {
        _tried.Add(due.Id);
        var command = BotMoves.Open(Exercise, due.Team).First(move => move.Command.Id == due.Id).Command;
        Exercise.Carry(command, due.Time, e => Emit(e, due.Time, command));
        Exercise.CloseVotes(e => Emit(e, due.Time, command));
    }

    /// <summary>Injects that wait for a condition: those whose condition holds now are released, put on their way or taken back.</summary>
    /// <param name="onlyChanged">Of teams to which something has happened since this was done last; nothing but a threshold of time changes a condition of the others.</param>
    void ReleaseByCondition(DateTimeOffset time, bool onlyChanged = false)
    {
        var now = time > Exercise.Now ? time : Exercise.Now;
        var quiet = onlyChanged ? _quiet : [];
        for (var again = true; again;)
        {
            again = false;
            var before = Exercise.Teams;
            for (var index = 0; index < before.Length; index++)
            {
                if (index >= quiet.Length || !ReferenceEquals(quiet[index], before[index]))
                {
                    again |= ReleaseByCondition(index, now);
                }
            }

            quiet = before;
        }

        _quiet = quiet;
    }

    /// <returns>Whether anything has come of it.</returns>
    bool ReleaseByCondition(int index, DateTimeOffset now)
    {
        var team = Exercise.Teams[index];
        var before = _events.Count;
        foreach (var inject in Exercise.Scenario.Injects)
        {
            if (inject.Withdrawal is { } withdrawal
                && !team.Withdrawn.ContainsKey(inject.Id)
                && new Facts(Exercise.Scenario, team, now).Holds(withdrawal.When))
            {
                Emit(new Event.InjectWithdrawn(team.Id, inject.Id, withdrawal.Says), now);
            }
            else if (inject.Trigger is Trigger.When when
                && !team.Settled.Contains(inject.Id)
                && !Exercise.Held.Contains(inject.Id)
                && new Facts(Exercise.Scenario, team, now).Holds(when.Condition))
            {
                Emit(when.Delay > TimeSpan.Zero ? new Event.InjectDue(team.Id, inject.Id, now + when.Delay) : Schedule.Release(Exercise, team.Id, inject, now), now);
            }

            team = Exercise.Teams[index];
        }

        return _events.Count > before;
    }
}
