using System.Runtime.CompilerServices;

namespace Tabletop.Engine;

/// <summary>What the clock brings next.</summary>
static class Schedule
{
    static readonly ConditionalWeakTable<Scenario, DateTimeOffset[]> Thresholds = [];

    /// <summary>In this order at one and the same scenario time: defenders finish before the attacker tries.</summary>
    internal enum Kind
    {
        Threshold,
        Decision,
        Deadline,
        Adversary,
        Phase,
        Inject,
        Bot,
        End,
    }

    /// <summary>The next thing due, or null when nothing more comes by itself.</summary>
    /// <param name="seen">Scenario time up to which thresholds have been looked at; they leave no event behind.</param>
    /// <param name="tried">Ids of the bots' commands that need not be tried again, in a rehearsal; null: none of those up to <paramref name="seen"/>.</param>
    internal static Due? Next(Exercise exercise, DateTimeOffset seen, IReadOnlySet<string>? tried = null)
    {
        var passed = seen > exercise.Now ? seen : exercise.Now;
        Due? best = null;
        void Offer(DateTimeOffset time, Kind kind, int team, string id)
        {
            var item = new Due(time > exercise.Now ? time : exercise.Now, kind, team, id);
            if (best is null || item.CompareTo(best.Value) < 0)
            {
                best = item;
            }
        }

        // Whether a team has it already is asked only where it would come first.
        void OfferTimed(InjectSpec inject)
        {
            if (exercise.TriggerOf(inject) is not Trigger.AtTime timed || best?.Time < timed.Time || exercise.Held.Contains(inject.Id))
            {
                return;
            }

            for (var index = 0; index < exercise.Teams.Length; index++)
            {
                if (!exercise.Teams[index].Settled.Contains(inject.Id))
                {
                    Offer(timed.Time, Kind.Inject, index, inject.Id);
                    return;
                }
            }
        }

        foreach (var threshold in ThresholdsOf(exercise.Scenario))
        {
            if (threshold > passed)
            {
                Offer(threshold, Kind.Threshold, 0, "");
                break;
            }
        }

        if (exercise.Phase + 1 < exercise.Scenario.Phases.Count)
        {
            var phase = exercise.Scenario.Phases[exercise.Phase + 1];
            Offer(phase.Start, Kind.Phase, 0, phase.Id);
        }

        Offer(exercise.Scenario.End, Kind.End, 0, "");
        for (var index = 0; index < (exercise.Rehearsal?.Bots.Length ?? 0); index++)
        {
            foreach (var (time, command) in BotMoves.Open(exercise, index))
            {
                // What was refused in its moment is over with it.
                if (tried is null ? time > passed : time >= exercise.Now && !tried.Contains(command.Id))
                {
                    Offer(time, Kind.Bot, index, command.Id);
                }
            }
        }

        for (var index = 0; index < exercise.Teams.Length; index++)
        {
            var team = exercise.Teams[index];
            foreach (var decision in team.Decisions)
            {
                if (decision.Status == DecisionStatus.Running)
                {
                    Offer(decision.Finishes, Kind.Decision, index, decision.Id);
                }
            }

            foreach (var item in team.Inbox)
            {
                if (exercise.DeadlineOf(item) is { } deadline && team.CanAnswer(item.Inject) && team.WithdrawalOf(item.Inject) is null)
                {
                    Offer(deadline, Kind.Deadline, index, item.Inject);
                }
            }

            if (NextStep(exercise.Scenario, team) is var (step, time))
            {
                Offer(time, Kind.Adversary, index, step.Id);
            }

            foreach (var (inject, release) in team.Pending)
            {
                if (!exercise.Held.Contains(Copies.BaseOf(inject)))
                {
                    Offer(release, Kind.Inject, index, inject);
                }
            }
        }

        foreach (var inject in exercise.Scenario.Injects)
        {
            OfferTimed(inject);
        }

        foreach (var inject in exercise.Written.Values.Where(item => !exercise.Dropped.Contains(item.Id)))
        {
            OfferTimed(inject);
        }

        return best;
    }

    /// <summary>The attacker's next attempt against a team, or null when it rests.</summary>
    internal static (AdversaryStep Step, DateTimeOffset Time)? NextStep(Scenario scenario, Team team)
    {
        (AdversaryStep Step, DateTimeOffset Time)? best = null;
        foreach (var step in scenario.Adversary.States[team.Adversary.State].Steps)
        {
            DateTimeOffset time;
            if (team.Adversary.Tried.TryGetValue(step.Id, out var retry))
            {
                if (retry is not { } again)
                {
                    continue;
                }

                time = again;
            }
            else
            {
                time = team.Adversary.Entered + step.After;
                time = step.At > time ? step.At.Value : time;
            }

            if (best is null || time < best.Value.Time)
            {
                best = (step, time);
            }
        }

        return best;
    }

    /// <summary>An inject whose moment has come, unless chance is against it.</summary>
    internal static Event Release(Exercise exercise, string team, InjectSpec inject, DateTimeOffset time)
    {
        var draw = inject.Chance is { } odds ? exercise.DrawFor(odds, inject.Id, time) : null;
        return draw is { ComesTrue: false }
            ? new Event.InjectPassed(team, inject.Id) { Draw = draw }
            : new Event.InjectReleased(team, inject.Id) { Draw = draw };
    }

    /// <summary>Times at which a condition can change though nothing happens.</summary>
    static DateTimeOffset[] ThresholdsOf(Scenario scenario) => Thresholds.GetValue(scenario, static item =>
        [.. item.Injects.SelectMany(inject => new[] { (inject.Trigger as Trigger.When)?.Condition, inject.Withdrawal?.When })
            .OfType<Condition>().SelectMany(condition => condition.Times(item)).Distinct().Order()]);

    internal readonly record struct Due(DateTimeOffset Time, Kind Kind, int Team, string Id) : IComparable<Due>
    {
        public int CompareTo(Due other)
        {
            var order = Time.CompareTo(other.Time);
            order = order != 0 ? order : Kind.CompareTo(other.Kind);
            return order != 0 ? order : Team.CompareTo(other.Team);
        }

        /// <summary>The event that it turns into, or null when only time passes.</summary>
        internal Event? Happens(Exercise exercise)
        {
            var id = Id;
            switch (Kind)
            {
                case Kind.Phase:
                    return new Event.PhaseEntered(Id);
                case Kind.End:
                    return new Event.Ended();
                case Kind.Decision:
                    return Finished(exercise, exercise.Teams[Team]);
                case Kind.Deadline:
                    return exercise.CloseAtDeadline(exercise.Teams[Team], Id);
                case Kind.Adversary:
                    var facts = new Facts(exercise.Scenario, exercise.Teams[Team], Time);
                    var step = exercise.Scenario.Adversary.States[facts.Team.Adversary.State].Steps.First(item => item.Id == id);
                    return AdversaryTable.For(exercise.Scenario.Adversary).Attempt(step, facts, exercise);
                case Kind.Inject:
                    var team = exercise.Teams[Team];
                    var inject = exercise.FindInject(Id)!;
                    var comes = new Facts(exercise.Scenario, team, Time);
                    return exercise.TriggerOf(inject) switch
                    {
                        // The first time decided for all of them, chance included.
                        _ when Copies.NumberOf(Id) > 1 => comes.Holds(inject.Repeat!.While)
                            ? new Event.InjectReleased(team.Id, Id)
                            : new Event.InjectPassed(team.Id, Id),
                        Trigger.AtTime { If: { } condition } when !comes.Holds(condition) => new Event.InjectPassed(team.Id, Id),
                        Trigger.When { Unless: { } done } when comes.Holds(done) => new Event.InjectPassed(team.Id, Id),
                        _ => Release(exercise, team.Id, inject, Time),
                    };
                default:
                    return null;
            }
        }

        Event.DecisionFinished Finished(Exercise exercise, Team team)
        {
            var id = Id;
            var decision = team.Decisions.First(item => item.Id == id);
            var action = exercise.Scenario.Actions[decision.Action];
            var facts = new Facts(exercise.Scenario, team, Time, decision.Target);
            return new(team.Id, decision.Id, Findings.Of(action, facts), Prices.OutageOf(action, facts));
        }
    }
}
