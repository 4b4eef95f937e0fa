using System.Collections.Immutable;

namespace Tabletop.Engine;

/// <summary>Where an exercise comes from that bots play for a facilitator.</summary>
/// <param name="Of">Id of the exercise that it rehearses.</param>
public sealed record RehearsalOrigin(string Of, ImmutableArray<BotSeat> Bots);

/// <summary>A team's only seat, and what plays in it.</summary>
/// <param name="Team">Id.</param>
/// <param name="Player">Id of a <see cref="SeatPlayer"/>.</param>
public sealed record BotSeat(string Team, string Player)
{
    /// <summary>Id of the person who sits there.</summary>
    public string Person => $"bot-{Team}";
}

/// <summary>What may play in a seat in place of people: history, a playthrough of the scenario, or a bot.</summary>
/// <param name="Title">Of a playthrough: as the scenario has it.</param>
/// <param name="IsBot">It plays by a rule instead of a file.</param>
public sealed record SeatPlayer(string Id, string Title, bool IsBot)
{
    /// <summary>All that a scenario offers, history first. A playthrough takes the place of the bot of the same id.</summary>
    public static ImmutableArray<SeatPlayer> Of(Scenario scenario)
    {
        var files = Files(scenario).Select(file => new SeatPlayer(file.Id, file.Title, IsBot: false)).ToList();
        return [.. files, .. Bots.Where(bot => files.TrueForAll(file => file.Id != bot.Id)).Select(bot => new SeatPlayer(bot.Id, bot.Title, IsBot: true))];
    }

    /// <summary>What plays a team unless somebody chooses: of many teams no two beside each other play alike.</summary>
    /// <param name="team">Counted from 0.</param>
    public static SeatPlayer Mix(Scenario scenario, int team)
    {
        // First those that differ most: what was done, what would have been best, anything, too much, nothing.
        string[] before = ["ideal", Bot.Random.Id, Bot.Panic.Id, Bot.Passive.Id];
        var players = Of(scenario);
        var mixed = players.OrderBy(player => player.Id == scenario.History?.Id ? -1 : Array.IndexOf(before, player.Id) is >= 0 and var place ? place : before.Length).ToList();
        return mixed[team % mixed.Count];
    }

    /// <summary>Plays the scenario through, alone.</summary>
    /// <param name="seed">Of what the scenario, and the bot, leave to chance.</param>
    internal static PlaythroughRun Play(Scenario scenario, string id, long seed) =>
        Files(scenario).FirstOrDefault(file => file.Id == id) is { } file
            ? PlaythroughRun.Of(scenario, file, seed)
            : PlaythroughRun.Of(scenario, Bots.FirstOrDefault(bot => bot.Id == id) ?? Bot.Passive, seed);

    static ImmutableArray<Playthrough> Files(Scenario scenario) => scenario.History is { } history ? [history, .. scenario.Playthroughs] : scenario.Playthroughs;

    static readonly ImmutableArray<Bot> Bots = [Bot.Random, Bot.Panic, Bot.Passive];
}
