using Tabletop.Engine;

namespace Tabletop.Web.Prepare;

/// <summary>What plays in a seat, in words.</summary>
public static class PlayerText
{
    public static Phrase Of(SeatPlayer player) => player switch
    {
        { IsBot: false } => (Phrase)$"{player.Title}",
        { Id: "random" } => (Phrase)"A bot that decides at random",
        { Id: "panic" } => (Phrase)"A bot that ends and isolates everything",
        _ => (Phrase)"A bot that does nothing",
    };
}
