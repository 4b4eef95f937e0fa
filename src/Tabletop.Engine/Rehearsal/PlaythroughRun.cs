using System.Collections.Immutable;

namespace Tabletop.Engine;

/// <summary>Something that a playthrough said and that did not come about.</summary>
public sealed record Miss(SourceRef Source, string Message);

/// <summary>A playthrough played to the end: the log, the exercise, the score, and what did not come about.</summary>
public sealed record PlaythroughRun(Exercise Exercise, ImmutableArray<Event> Log, Scorecard Score, EndingSpec Ending, ImmutableArray<Miss> Misses)
{
    /// <summary>The team that plays.</summary>
    public const string TeamId = Player.TeamId;

    /// <summary>Plays a scenario by a playthrough, alone, with every role's rights.</summary>
    /// <param name="seed">Of what the scenario leaves to chance.</param>
    public static PlaythroughRun Of(Scenario scenario, Playthrough playthrough, long seed = 0)
    {
        var player = new Player(scenario, playthrough.Title, seed);
        var misses = ImmutableArray.CreateBuilder<Miss>();
        var moments = playthrough.Steps
            .Select(step => (Time: DecidedAt(scenario, step), Order: 0, Act: (Func<Miss?>)(() => Play(player, step))))
            .Concat(playthrough.Expectations
                .Where(item => item.At is not null)
                .Select(item => (Time: item.At!.Value, Order: 1, Act: (Func<Miss?>)(() => Check(player, item)))))
            .OrderBy(moment => moment.Time)
            .ThenBy(moment => moment.Order);
        foreach (var (time, _, act) in moments)
        {
            player.JumpTo(time);
            if (act() is { } miss)
            {
                misses.Add(miss);
            }
        }

        player.JumpTo(scenario.End);
        misses.AddRange(playthrough.Expectations.Where(item => item.At is null).Select(item => Check(player, item)).OfType<Miss>());
        return Of(player, misses.ToImmutable());
    }

    /// <summary>Plays a scenario by a bot, to the end.</summary>
    /// <param name="seed">Of all the bot's chances; the same seed plays the same run.</param>
    public static PlaythroughRun Of(Scenario scenario, Bot bot, long seed)
    {
        var player = new Player(scenario, bot.Title, seed);
        bot.Play(player, new(seed));
        player.JumpTo(scenario.End);
        return Of(player, []);
    }

    /// <summary>The score that this run had at a scenario time.</summary>
    public Scorecard ScoreAt(DateTimeOffset time)
    {
        var upTo = Log.TakeWhile(e => e.Time <= time).ToList();
        return Scoring.Follow(Exercise.Scenario, upTo, out _).Card(TeamId, time);
    }

    internal static PlaythroughRun Of(Player player, ImmutableArray<Miss> misses)
    {
        var log = player.Log;
        var keeper = Scoring.Follow(player.Scenario, log, out var exercise);
        return new(exercise, log, keeper.Card(TeamId, exercise.Now), Scoring.EndingOf(exercise, exercise.Teams[0]), misses);
    }

    static DateTimeOffset DecidedAt(Scenario scenario, PlaythroughStep step)
    {
        if (!step.Done || !scenario.Actions.TryGet(step.Action, out var action))
        {
            return step.At;
        }

        scenario.Credentials.TryGet(step.Target, out var credential);
        return step.At - Prices.TakesOf(action, credential);
    }

    static Miss? Play(Player player, PlaythroughStep step)
    {
        var rejection = step.Inject is null
            ? player.Decide(step.Action ?? "", step.Target, step.Reason)
            : player.Answer(step.Inject, step.Reply ?? "", step.Reason);
        return rejection is null ? null : new(step.Source, rejection.Message);
    }

    static Miss? Check(Player player, Expectation expectation)
    {
        if (new Facts(player.Scenario, player.Team, expectation.At ?? player.Exercise.Now).Holds(expectation.Condition))
        {
            return null;
        }

        var when = expectation.At is { } time ? Exercise.Stamp(time) : "the end";
        return new(expectation.Source, $"Expected at {when}, but it does not hold. The attacker is in state '{player.Team.Adversary.State}'.");
    }
}
