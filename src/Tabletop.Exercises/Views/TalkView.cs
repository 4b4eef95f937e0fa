using System.Collections.Immutable;
using Tabletop.Engine;

namespace Tabletop.Exercises.Views;

/// <summary>What a team says and writes among itself, as one of its people sees it.</summary>
/// <param name="Lines">The last of the chat, oldest first.</param>
/// <param name="Earlier">How many messages came before those.</param>
/// <param name="Unread">Messages of others that this person has not read.</param>
/// <param name="Mentions">How many of the unread ones mention this person.</param>
/// <param name="Names">What can be mentioned after an @: the others of the team, then the roles of the scenario.</param>
/// <param name="Notes">Entries of the notebook, oldest first, those that were taken out included.</param>
public sealed record TalkView(
    ImmutableArray<ChatLine> Lines, int Earlier, int Unread, int Mentions, ImmutableArray<string> Names, ImmutableArray<Note> Notes)
{
    /// <summary>For whoever may not read it.</summary>
    public static readonly TalkView None = new([], 0, 0, 0, [], []);
}

/// <param name="By">Name of who said it, as it was then.</param>
/// <param name="ForYou">It mentions the viewer.</param>
public sealed record ChatLine(string Id, string By, bool Mine, ImmutableArray<ChatPiece> Pieces, DateTimeOffset At, long Version, bool ForYou)
{
    public string Text => string.Concat(Pieces.Select(piece => piece.Text));
}

/// <param name="Mention">It names a person or a role.</param>
/// <param name="You">It names the viewer.</param>
public readonly record struct ChatPiece(string Text, bool Mention, bool You);

static class Talk
{
    const int Shown = 200;

    internal static TalkView Of(Exercise exercise, Team team, Person you)
    {
        var mentions = new Mentions(exercise, team, you);
        var read = team.ChatRead.GetValueOrDefault(you.Id);
        var unread = team.Chat.Where(message => message.Version > read && message.Person != you.Id).ToList();
        return new(
            [.. team.Chat[Math.Max(0, team.Chat.Length - Shown)..].Select(message => LineOf(message, you, mentions))],
            Math.Max(0, team.Chat.Length - Shown),
            unread.Count,
            unread.Count(message => mentions.Split(message.Text).Any(piece => piece.You)),
            [
                .. exercise.People.Values.Where(person => person.Team == team.Id && person.Id != you.Id)
                    .Select(person => person.Name)
                    .Order(StringComparer.OrdinalIgnoreCase),
                .. exercise.Scenario.Roles.Select(role => role.Title),
            ],
            team.Notes);
    }

    static ChatLine LineOf(ChatMessage message, Person you, Mentions mentions)
    {
        var mine = message.Person == you.Id;
        var pieces = mentions.Split(message.Text);
        return new(message.Id, message.Name, mine, pieces, message.Time, message.Version, !mine && pieces.Any(piece => piece.You));
    }
}
