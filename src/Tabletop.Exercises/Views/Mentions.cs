using System.Collections.Immutable;
using Tabletop.Engine;

namespace Tabletop.Exercises.Views;

/// <summary>
/// Finds <c>@Name</c> and <c>@role</c> in what a team says. Only the text is kept, so a message also reaches somebody who
/// joins after it was written, and still names somebody who has left.
/// </summary>
/// <param name="names">What can be mentioned.</param>
/// <param name="isYou">Whether one of the names is the viewer's own.</param>
public sealed class Mentions(IEnumerable<string> names, Func<string, bool> isYou)
{
    // The longest first: "@Ada Lovelace" is not "@Ada".
    readonly ImmutableArray<string> _names = [.. names.Where(name => name.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).OrderByDescending(name => name.Length)];

    internal Mentions(Exercise exercise, Team team, Person you) : this(
        [
            .. exercise.People.Values.Where(person => person.Team == team.Id).SelectMany(NamesOf),
            .. team.Chat.Select(message => message.Name),
            .. exercise.Scenario.Roles.SelectMany(role => new[] { role.Id, role.Title }),
        ],
        name => NamesOf(you).Append(you.Role).Append(TeamProjection.RoleTitle(exercise.Scenario, you.Role)).Contains(name, StringComparer.OrdinalIgnoreCase))
    {
    }

    /// <summary>The text in pieces, none of it left out.</summary>
    public ImmutableArray<ChatPiece> Split(string text)
    {
        if (!text.Contains('@', StringComparison.Ordinal))
            return [new(text, false, false)];

        var pieces = ImmutableArray.CreateBuilder<ChatPiece>();
        var plain = 0;
        for (var at = text.IndexOf('@', StringComparison.Ordinal); at >= 0; at = text.IndexOf('@', at + 1))
        {
            // An address is no mention: someone@example.org.
            if ((at > 0 && char.IsLetterOrDigit(text[at - 1])) || NameAt(text, at + 1) is not { } name)
                continue;

            if (at > plain)
                pieces.Add(new(text[plain..at], false, false));
            plain = at + 1 + name.Length;
            pieces.Add(new(text[at..plain], true, isYou(name)));
            at = plain - 1;
        }

        if (plain < text.Length)
            pieces.Add(new(text[plain..], false, false));
        return pieces.ToImmutable();
    }

    string? NameAt(string text, int from) => _names.FirstOrDefault(name =>
        string.Compare(text, from, name, 0, name.Length, StringComparison.OrdinalIgnoreCase) == 0
        && (from + name.Length == text.Length || !char.IsLetterOrDigit(text[from + name.Length])));

    /// <summary>A person is called by the whole name or by the first one.</summary>
    static IEnumerable<string> NamesOf(Person person) => [person.Name, person.Name.Split(' ')[0]];
}
