using System.Collections.Immutable;
using Tabletop.Engine;
using Tabletop.Exercises.Views;
using Tabletop.Web.Glyphs;

namespace Tabletop.Web.Play;

/// <summary>One line of the inbox: an inject, or what came of a decision.</summary>
/// <param name="Key">The inject's id, or the decision's after <c>done:</c>.</param>
public sealed record InboxLine(string Key, Sign Sign, string Title, string From, DateTimeOffset At, bool New, bool Asks);

/// <summary>What stands in the inbox: injects and findings together, newest first.</summary>
public static class InboxLines
{
    public const string Results = "results";
    public const string Unread = "new";
    const string DonePrefix = "done:";

    /// <param name="show">A channel's name, <see cref="Results"/>, <see cref="Unread"/> or empty for all.</param>
    /// <param name="seen">Ids of finished decisions that have been looked at.</param>
    public static ImmutableArray<InboxLine> Of(TeamView view, string show, IReadOnlySet<string> seen) =>
        [.. view.Inbox.Select(OfInject)
            .Concat(view.Decisions.Where(HasResult).Select(row => OfResult(row, seen)))
            .Where(line => Matches(line, view, show))
            .OrderByDescending(line => line.At)];

    /// <summary>A finished decision tells something when it has a finding.</summary>
    public static bool HasResult(DecisionRow row) => row is { Status: DecisionStatus.Finished, Finding: not null };

    public static string KeyOf(DecisionRow row) => KeyOf(row.Id);

    public static string KeyOf(string decision) => DonePrefix + decision;

    public static string? DecisionOf(string key) =>
        key.StartsWith(DonePrefix, StringComparison.Ordinal) ? key[DonePrefix.Length..] : null;

    /// <summary>Channels that the inbox holds, in the order of their enum, with how many.</summary>
    public static ImmutableArray<(Channel Channel, int Count)> ChannelsOf(TeamView view) =>
        [.. view.Inbox.GroupBy(entry => entry.Channel).OrderBy(group => group.Key).Select(group => (group.Key, group.Count()))];

    static InboxLine OfInject(InboxEntry entry) => new(
        entry.Id,
        Signs.Of(entry.Channel),
        entry.Withdrawn is null ? entry.Title : $"{entry.Title} (taken back)",
        entry.From,
        entry.At,
        entry.Unread,
        entry is { Withdrawn: null, Question.Answer: null, Question: not null });

    static InboxLine OfResult(DecisionRow row, IReadOnlySet<string> seen) => new(
        KeyOf(row),
        new("Result", "report"),
        row.Target ?? row.Action,
        row.Target is null ? $"decided by {row.By}" : $"{row.Action}, decided by {row.By}",
        row.Finishes,
        !seen.Contains(row.Id),
        false);

    static bool Matches(InboxLine line, TeamView view, string show) => show switch
    {
        "" => true,
        Unread => line.New,
        Results => DecisionOf(line.Key) is not null,
        _ => DecisionOf(line.Key) is null
            && view.Inbox.Any(entry => entry.Id == line.Key && string.Equals(entry.Channel.ToString(), show, StringComparison.OrdinalIgnoreCase)),
    };
}
