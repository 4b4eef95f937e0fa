using System.Collections.Immutable;
using Tabletop.Engine;

namespace Tabletop.Exercises.Views;

/// <summary>That bots play, and which.</summary>
/// <param name="Of">Id of the exercise that is rehearsed.</param>
/// <param name="Bots">By name of the team.</param>
public sealed record RehearsalView(string Of, ImmutableArray<(string Team, SeatPlayer Player)> Bots)
{
    /// <summary>What a bot is called among people, in every language.</summary>
    public const string BotName = "Bot";

    /// <summary>Null where people play.</summary>
    public static RehearsalView? From(Exercise exercise) => exercise.Rehearsal is not { } rehearsal ? null : new(
        rehearsal.Of,
        [.. from bot in rehearsal.Bots
            let team = exercise.FindTeam(bot.Team)
            where team is not null
            select (team.Name, SeatPlayer.Of(exercise.Scenario).First(player => player.Id == bot.Player))]);
}
