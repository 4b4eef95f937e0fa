using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace Tabletop.Engine;

/// <summary>
/// What the bots of a rehearsal do, and when. Each has played the scenario through by itself; in its team it decides the same
/// at the same scenario times, reads what comes, and gives the same answers, as soon as it is asked if that is later.
/// </summary>
static class BotMoves
{
    static readonly ConditionalWeakTable<Scenario, ConcurrentDictionary<(BotSeat Seat, long Seed), ImmutableArray<Move>>> Plays = [];

    /// <summary>What a bot has not done yet, in its order; what was refused is among it.</summary>
    internal static IEnumerable<Move> Open(Exercise exercise, int bot)
    {
        var seat = exercise.Rehearsal!.Bots[bot];
        if (exercise.FindTeam(seat.Team) is not { } team)
        {
            yield break;
        }

        foreach (var item in team.Inbox)
        {
            if (!item.ReadBy.Contains(seat.Person))
            {
                yield return new(item.Released, new Command.ReadInject(seat.Person, item.Inject) { Id = $"{seat.Person}.read.{item.Inject}" });
            }
        }

        foreach (var move in Of(exercise, seat, bot))
        {
            if (exercise.Accepted.ContainsKey(move.Command.Id))
            {
                continue;
            }

            if (move.Command is not Command.AnswerInject answer)
            {
                yield return move;
            }
            else if (team.CanAnswer(answer.Inject) && team.Inbox.FirstOrDefault(item => item.Inject == answer.Inject) is { } asked)
            {
                yield return move with { Time = asked.Released > move.Time ? asked.Released : move.Time };
            }
        }
    }

    static ImmutableArray<Move> Of(Exercise exercise, BotSeat seat, int bot) =>
        Plays.GetOrCreateValue(exercise.Scenario).GetOrAdd((seat, exercise.Seed), static (key, from) =>
        {
            // Two that decide by the dice do not decide alike; all others have the luck that the exercise has.
            var seed = key.Seat.Player == Bot.Random.Id ? key.Seed + from.Bot + 1 : key.Seed;
            return [.. SeatPlayer.Play(from.Scenario, key.Seat.Player, seed).Log
                .Select(e => (e.Time, Command: CommandOf(e, key.Seat.Person)))
                .Where(move => move.Command is not null)
                .Select((move, index) => new Move(move.Time, move.Command! with { Id = $"{key.Seat.Person}.{index}" }))];
        }, (exercise.Scenario, Bot: bot));

    static Command? CommandOf(Event e, string person) => e switch
    {
        Event.DecisionMade made => new Command.SubmitDecision(person, made.Action, made.Asked ?? made.Target, made.Reason, made.Confidence),
        Event.InjectAnswered { Person.Length: > 0 } answered => new Command.AnswerInject(person, answered.Inject, answered.Reply, answered.Reason, answered.Confidence),
        _ => null,
    };

    /// <param name="Time">Scenario time from which it is to be done.</param>
    internal sealed record Move(DateTimeOffset Time, Command Command);
}
