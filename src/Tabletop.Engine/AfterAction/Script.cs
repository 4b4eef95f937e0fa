using System.Collections.Immutable;

namespace Tabletop.Engine;

/// <summary>What was done to one team's world, and when, as far as people did it: the part of a log that is not consequence.</summary>
sealed class Script
{
    readonly Scenario _scenario;
    readonly ImmutableArray<Moment> _moments;
    readonly DateTimeOffset _ended;

    Script(Scenario scenario, long seed, ImmutableArray<Moment> moments, DateTimeOffset ended)
        => (_scenario, Seed, _moments, _ended) = (scenario, seed, moments, ended);

    internal long Seed { get; }

    /// <summary>In order of time.</summary>
    internal IEnumerable<Moment> Decisions => _moments.Where(moment => moment.Decision is not null);

    internal DateTimeOffset Ended => _ended;

    internal static Script Of(Scenario scenario, IReadOnlyList<Event> log, string team)
    {
        if (log is not [Event.Opened opened, ..])
        {
            throw new ArgumentException("The log is empty; an exercise begins with Opened.", nameof(log));
        }

        if (!log.Any(e => e is Event.TeamAdded added && added.Team == team))
        {
            throw new ArgumentException($"The exercise has no team '{team}'.", nameof(team));
        }

        var moments = log.Where(e => e.TeamId is null || e.TeamId == team).Select(e => Of(scenario, e)).OfType<Moment>().ToImmutableArray();
        return new(scenario, opened.Seed, moments, log.FirstOrDefault(e => e is Event.Ended)?.Time ?? log[^1].Time);
    }

    /// <exception cref="ArgumentException">A change names a decision or a question that is not there.</exception>
    internal ImmutableArray<Moment> With(ImmutableArray<Change> changes)
    {
        var moments = _moments;
        foreach (var change in changes)
        {
            moments = change switch
            {
                Change.Remove(var id) => moments.RemoveAll(moment => ReferenceEquals(moment, Known(id)) || moment.Withdraws == id),
                Change.Move(var id, var to) => moments.Replace(Known(id), Known(id) with { Time = to }),
                Change.Add(var action, var target, var at) => moments.Add(new(at, null, action, target, (player, _) => player.Decide(action, target))),
                Change.Answer(var inject, _, _) when !_scenario.Injects.TryGet(inject, out var spec) || spec.Question is null =>
                    throw new ArgumentException($"The scenario asks nothing in '{inject}'.", nameof(changes)),
                Change.Answer(var inject, null, _) => moments.RemoveAll(moment => moment.Answers == inject),
                Change.Answer(var inject, { } reply, var at) => moments.RemoveAll(moment => moment.Answers == inject).Add(Answered(inject, reply, at)),
                _ => throw new ArgumentException($"No rule for {change.GetType().Name}.", nameof(changes)),
            };
        }

        // Stable: what happened at one moment stays in its order.
        return [.. moments.OrderBy(moment => moment.Time)];

        Moment Known(string id) => moments.FirstOrDefault(moment => moment.Decision == id)
            ?? throw new ArgumentException($"The team took no decision '{id}'.", nameof(changes));
    }

    internal void Play(Player player, IEnumerable<Moment> moments, ImmutableArray<Impossible>.Builder impossible)
    {
        var taken = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var moment in moments)
        {
            if (Play(player, moment, taken) is { } why && (moment.Action is not null || moment.IsOtherwise))
            {
                impossible.Add(new(moment.Action, moment.Target, moment.Answers, moment.Time, why));
            }
        }

        player.End(_ended);
    }

    /// <param name="taken">Ids that decisions of the log have in this play; added to.</param>
    internal static Rejection? Play(Player player, Moment moment, Dictionary<string, string> taken)
    {
        player.JumpTo(moment.Time);
        var why = moment.Act(player, taken);
        if (why is null && moment.Decision is { } id)
        {
            taken[id] = player.Team.Decisions[^1].Id;
        }

        return why;
    }

    internal static Moment Answered(string inject, string reply, DateTimeOffset at) =>
        new(at, null, null, null, (player, _) => player.Answer(inject, reply)) { Answers = inject, IsOtherwise = true };

    static Moment? Of(Scenario scenario, Event e) => e switch
    {
        Event.DecisionMade made => new(e.Time, made.Decision, made.Action, made.Target,
            (player, _) => player.Decide(made.Action, made.Asked ?? made.Target, made.Reason)),
        Event.DecisionWithdrawn withdrawn => new(e.Time, null, null, null,
            (player, taken) => taken.TryGetValue(withdrawn.Decision, out var id) ? player.Withdraw(id) : null) { Withdraws = withdrawn.Decision },
        Event.InjectAnswered answered => new(e.Time, null, null, null,
            (player, _) => player.Answer(answered.Inject, answered.Reply, answered.Reason)) { Answers = answered.Inject },
        Event.InjectReleased { Command: not null } sent when scenario.Injects.Contains(sent.Inject) => new(e.Time, null, null, null,
            (player, _) => player.Send(sent.Inject)),
        Event.InjectWithdrawn { Command: not null } recalled => new(e.Time, null, null, null,
            (player, _) => player.Recall(recalled.Inject, recalled.Says)),
        Event.HintGiven given => new(e.Time, null, null, null, (player, _) => player.Take(given)),
        Event.ScoreCorrected corrected => new(e.Time, null, null, null, (player, _) => player.Take(corrected)),
        Event.Overridden set => new(e.Time, null, null, null, (player, _) => player.Take(set)),
        Event.InjectRescheduled moved when scenario.Injects.Contains(moved.Inject) => new(e.Time, null, null, null, (player, _) => player.Reschedule(moved.Inject, moved.To)),
        Event.InjectHeld held when scenario.Injects.Contains(held.Inject) => new(e.Time, null, null, null, (player, _) => player.Hold(held.Inject)),
        Event.HoldReleased released when scenario.Injects.Contains(released.Inject) => new(e.Time, null, null, null, (player, _) => player.LetGo(released.Inject)),
        _ => null,
    };
}

/// <summary>Something that somebody did.</summary>
/// <param name="Decision">Its id in the log, for decisions.</param>
/// <param name="Act">Given the player and the ids that decisions of the log have in the new one.</param>
sealed record Moment(
    DateTimeOffset Time, string? Decision, string? Action, string? Target, Func<Player, Dictionary<string, string>, Rejection?> Act)
{
    /// <summary>The decision that it takes back.</summary>
    internal string? Withdraws { get; init; }

    /// <summary>The inject whose question it answers.</summary>
    internal string? Answers { get; init; }

    /// <summary>It is no part of the log.</summary>
    internal bool IsOtherwise { get; init; }
}
