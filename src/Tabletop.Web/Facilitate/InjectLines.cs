using System.Collections.Immutable;
using Tabletop.Engine;
using Tabletop.Exercises.Views;
using Tabletop.Web.Glyphs;

namespace Tabletop.Web.Facilitate;

/// <summary>Which injects a list shows, in which order, and what a line says of one.</summary>
public static class InjectLines
{
    public static readonly ImmutableArray<(InjectTab Tab, Phrase Text)> Tabs =
    [
        (InjectTab.ToCome, "To come"),
        (InjectTab.Held, "Held"),
        (InjectTab.Sent, "Sent"),
        (InjectTab.ByHand, "By hand"),
        (InjectTab.All, "All"),
    ];

    public static bool IsIn(InjectTab tab, InjectRow row) => tab switch
    {
        InjectTab.ToCome => !row.Held && !row.ByHand && row.Ahead,
        InjectTab.Held => row.Held && !row.SentToAll,
        InjectTab.Sent => row.SentToAny,
        InjectTab.ByHand => row.ByHand && !row.SentToAll,
        _ => true,
    };

    /// <summary>What is to come by its time, what waits for a condition after it; what was sent the newest first.</summary>
    /// <param name="text">Words that all have to occur, in any letter case; empty: no filter.</param>
    public static ImmutableArray<InjectRow> Of(ImmutableArray<InjectRow> rows, InjectTab tab, string text)
    {
        var found = rows.Where(row => IsIn(tab, row) && Matches(row, text));
        return
        [
            .. tab switch
            {
                InjectTab.ToCome or InjectTab.Held => found.OrderBy(row => row.Due ?? DateTimeOffset.MaxValue),
                InjectTab.Sent => found.Reverse().OrderByDescending(row => row.Teams.Max(team => team.Standing == InjectStanding.Sent ? team.When : null)),
                _ => found,
            },
        ];
    }

    /// <summary>What the second line says: who gets it and, once it was sent, how far it was read.</summary>
    public static Phrase Recipients(InjectRow row) => row.To.IsEmpty ? "whole team" : (Phrase)$"{string.Join(", ", row.To)}";

    /// <summary><c>sent to 4 of 5, read by 7 of 12</c>; null before it was sent.</summary>
    public static Phrase? Progress(InjectRow row)
    {
        var sent = row.Teams.Count(team => team.Standing == InjectStanding.Sent);
        if (sent == 0)
            return null;

        var (read, of) = (row.Teams.Sum(team => team.Read), row.Teams.Sum(team => team.Of));
        return row.Teams.Length == 1 ? (Phrase)$"sent, read by {read} of {of}"
            : sent < row.Teams.Length ? (Phrase)$"sent to {sent} of {row.Teams.Length}, read by {read} of {of}"
            : sent == 2 ? (Phrase)$"sent to both, read by {read} of {of}"
            : (Phrase)$"sent to all {sent}, read by {read} of {of}";
    }

    /// <summary>Where it stands, or null where the rest of the line says it.</summary>
    public static Sign? Mark(InjectRow row) =>
        (row.SentToAny && !row.Held)
        || (row is { Held: false, ByHand: false, Due: not null } && row.Teams.All(team => team.Standing == InjectStanding.ToCome))
            ? null
            : Signs.Of(row);

    /// <summary>Scenario time of its release, past or next; null when that hangs on a condition or on the facilitator.</summary>
    public static DateTimeOffset? When(InjectRow row) => row.SentToAll ? LastSent(row) : row.Due ?? LastSent(row);

    static DateTimeOffset? LastSent(InjectRow row) => row.Teams.Where(team => team.Standing == InjectStanding.Sent).Max(team => team.When);

    internal static bool Matches(InjectRow row, string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word =>
        Has(row.Title, word) || Has(row.From, word) || Has(row.Body, word) || Has(row.Id, word) || row.To.Any(role => Has(role, word)));

    static bool Has(string text, string word) => text.Contains(word, StringComparison.OrdinalIgnoreCase);
}
