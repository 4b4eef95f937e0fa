using System.Collections.Immutable;
using Tabletop.Engine;
using Tabletop.Exercises.Views;
using Tabletop.Web.Glyphs;

namespace Tabletop.Web.Play;

/// <summary>One line of the inbox: an inject, or what came of a decision.</summary>
/// <param name="Key">The inject's id, or the decision's as <see cref="InboxMark.ItemOf"/> writes it.</param>
public sealed record InboxLine(string Key, Sign Sign, Phrase Title, Phrase From, DateTimeOffset At, bool New, bool Asks, bool Flagged)
{
    /// <inheritdoc cref="InboxEntry.RingsUntil"/>
    public DateTimeOffset? RingsUntil { get; init; }
}

/// <summary>Which lines of the inbox are looked for.</summary>
/// <param name="Show">A channel's name, one of the filters of <see cref="InboxLines"/>, or empty for all.</param>
/// <param name="Text">Every word of it is in the title, the sender or the text; empty: any.</param>
/// <param name="From">The sender; empty: any.</param>
public sealed record InboxFilter(string Show = "", string Text = "", string From = "")
{
    public bool IsEmpty => Show.Length == 0 && Text.Length == 0 && From.Length == 0;
}

/// <summary>What stands in the inbox: injects and findings together, newest first.</summary>
public static class InboxLines
{
    public const string Results = "results";
    public const string Unread = "new";
    public const string Flagged = "flagged";

    public static ImmutableArray<InboxLine> Of(TeamView view, InboxFilter filter)
    {
        var words = filter.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return [.. view.Inbox.Where(entry => Matches(entry, filter, words)).Select(OfInject)
            .Concat(view.Decisions.Where(row => HasResult(row) && Matches(row, filter, words)).Select(OfResult))
            .OrderByDescending(line => line.At)];
    }

    public static int Unreads(TeamView view) => view.Inbox.Count(entry => entry.Unread) + view.Decisions.Count(row => HasResult(row) && row.Unread);

    /// <summary>A finished decision tells something when it has a finding.</summary>
    public static bool HasResult(DecisionRow row) => row is { Status: DecisionStatus.Finished, Finding: not null };

    /// <summary>Channels that the inbox holds, in the order of their enum, with how many.</summary>
    public static ImmutableArray<(Channel Channel, int Count)> ChannelsOf(TeamView view) =>
        [.. view.Inbox.GroupBy(entry => entry.Channel).OrderBy(group => group.Key).Select(group => (group.Key, group.Count()))];

    /// <summary>Who has written, in the order of the alphabet.</summary>
    public static ImmutableArray<string> SendersOf(TeamView view) =>
        [.. view.Inbox.Select(entry => entry.From).Distinct(StringComparer.Ordinal).Order(StringComparer.OrdinalIgnoreCase)];

    static InboxLine OfInject(InboxEntry entry) => new(
        entry.Id,
        Signs.Of(entry.Channel),
        entry.Withdrawn is null ? (Phrase)$"{entry.Title}" : (Phrase)$"{entry.Title} (taken back)",
        $"{entry.From}",
        entry.At,
        entry.Unread,
        entry is { Withdrawn: null, Question.Answer: null, Question: not null },
        entry.Flagged)
    {
        RingsUntil = entry.RingsUntil,
    };

    static InboxLine OfResult(DecisionRow row) => new(
        InboxMark.ItemOf(row.Id),
        new("Result", "report"),
        $"{row.Target ?? row.Action}",
        row.Target is null ? (Phrase)$"decided by {row.By}" : (Phrase)$"{row.Action}, decided by {row.By}",
        row.Finishes,
        row.Unread,
        false,
        row.Flagged);

    static bool Matches(InboxEntry entry, InboxFilter filter, string[] words) =>
        Shows(filter.Show, entry.Channel.ToString(), entry.Unread, entry.Flagged)
        && (filter.From.Length == 0 || entry.From == filter.From)
        && Has(words, $"{entry.Title}\n{entry.From}\n{entry.Body}");

    static bool Matches(DecisionRow row, InboxFilter filter, string[] words) =>
        Shows(filter.Show, Results, row.Unread, row.Flagged)
        && filter.From.Length == 0
        && Has(words, $"{row.Action}\n{row.Target}\n{row.By.ToString()}\n{row.Finding}");

    static bool Shows(string show, string kind, bool unread, bool flagged) => show switch
    {
        "" => true,
        Unread => unread,
        Flagged => flagged,
        _ => string.Equals(kind, show, StringComparison.OrdinalIgnoreCase),
    };

    static bool Has(string[] words, string text) => words.All(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));
}
