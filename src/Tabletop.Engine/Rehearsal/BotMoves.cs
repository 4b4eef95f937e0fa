using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace Tabletop.Engine;

/// <summary>
/// What the bots of a rehearsal do, and when. Each has played the scenario through by itself; in its team it decides the same
/// at the same scenario times, reads what comes, and gives the same answers: at once where a facilitator made the question
/// come at another time. A question that it never met alone, it answers by the dice, unless it is a bot that answers nothing.
/// </summary>
static class BotMoves
{
    static readonly ConditionalWeakTable<Scenario, ConcurrentDictionary<(BotSeat Seat, long Seed), Play>> Plays = [];

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

        var play = Of(exercise, seat, bot);
        foreach (var item in team.Inbox)
        {
            if (play.AnswersAnything && !play.Asked.ContainsKey(item.Inject) && team.CanAnswer(item.Inject) && team.WithdrawalOf(item.Inject) is null
                && exercise.FindInject(item.Inject)?.Question is { } question)
            {
                var reply = Replies.Any(exercise.Scenario, question, new Dice(unchecked(exercise.Seed + bot ^ (long)Draw.Mix(item.Inject))));
                yield return new(item.Released, new Command.AnswerInject(seat.Person, item.Inject, reply, "", 50) { Id = $"{seat.Person}.answer.{item.Inject}" });
            }
        }

        foreach (var move in play.Moves)
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
                yield return move with { Time = asked.Released > move.Time || asked.Released < play.Asked[answer.Inject] ? asked.Released : move.Time };
            }
        }
    }

    static Play Of(Exercise exercise, BotSeat seat, int bot) =>
        Plays.GetOrCreateValue(exercise.Scenario).GetOrAdd((seat, exercise.Seed), static (key, from) =>
        {
            // Two that decide by the dice do not decide alike; all others have the luck that the exercise has.
            var seed = key.Seat.Player == Bot.Random.Id ? key.Seed + from.Bot + 1 : key.Seed;
            var log = SeatPlayer.Play(from.Scenario, key.Seat.Player, seed).Log;
            return new(
                [.. log
                    .Select(e => (e.Time, Command: CommandOf(e, key.Seat.Person)))
                    .Where(move => move.Command is not null)
                    .Select((move, index) => new Move(move.Time, move.Command! with { Id = $"{key.Seat.Person}.{index}" }))],
                log.OfType<Event.InjectReleased>().ToImmutableDictionary(released => released.Inject, released => released.Time),
                SeatPlayer.Of(from.Scenario).Any(player => player.Id == key.Seat.Player && (!player.IsBot || player.Id == Bot.Random.Id)));
        }, (exercise.Scenario, Bot: bot));

    static Command? CommandOf(Event e, string person) => e switch
    {
        Event.DecisionMade made => new Command.SubmitDecision(person, made.Action, made.Asked ?? made.Target, made.Reason, made.Confidence),
        Event.InjectAnswered { Person.Length: > 0 } answered => new Command.AnswerInject(person, answered.Inject, answered.Reply, answered.Reason, answered.Confidence),
        _ => null,
    };

    /// <summary>What a bot did alone.</summary>
    /// <param name="Asked">Scenario times at which injects came to it, by id.</param>
    /// <param name="AnswersAnything">It answers questions that it never met, too.</param>
    sealed record Play(ImmutableArray<Move> Moves, ImmutableDictionary<string, DateTimeOffset> Asked, bool AnswersAnything);

    /// <param name="Time">Scenario time from which it is to be done.</param>
    internal sealed record Move(DateTimeOffset Time, Command Command);
}
