using System.Collections.Immutable;
using Tabletop.Engine;
using Tabletop.Exercises.Views;
using Tabletop.Web.Glyphs;

namespace Tabletop.Web.Play;

/// <summary>What a screen reader is told, politely, when a participant's view has changed.</summary>
public static class Announcements
{
    /// <returns>Sentences, or an empty text when nothing new needs to be said.</returns>
    public static string Between(TeamView before, TeamView after)
    {
        var said = new List<string>();
        if (before.Clock.Lifecycle != after.Clock.Lifecycle)
            said.Add(OfClock(after.Clock));
        if (before.Phase.Start != after.Phase.Start)
            said.Add($"New phase: {after.Phase.Title}.");

        said.AddRange(after.Timeline.Where(entry => entry.Kind == TimelineKind.Extended && entry.Version > before.Version).Select(entry => $"{entry.Title}."));
        if (after.Announcement is { } announced && before.Announcement?.Id != announced.Id)
            said.Add($"The facilitator says: {announced.Text}");
        if (after.History is not null && before.History is null)
            said.Add("The facilitator shows what history had decided by now, and its points.");

        var had = before.Hints.Select(hint => hint.Id).ToHashSet(StringComparer.Ordinal);
        said.AddRange(after.Hints.Where(hint => !had.Contains(hint.Id)).Select(hint => $"{HintText.Head(hint)}: {hint.Text}"));

        said.AddRange(Arrived(before, after));

        var standing = before.Inbox.Where(entry => entry.Withdrawn is null).Select(entry => entry.Id).ToHashSet(StringComparer.Ordinal);
        said.AddRange(after.Inbox.Where(entry => entry.Withdrawn is not null && standing.Contains(entry.Id)).Reverse().Select(entry => $"Taken back: {entry.Title}."));

        var made = before.Decisions.Select(row => row.Id).ToHashSet(StringComparer.Ordinal);
        said.AddRange(after.Decisions.Where(row => !made.Contains(row.Id)).Reverse().Select(row => $"{row.By} decided: {What(row)}."));

        var done = before.Decisions.Where(row => row.Status == DecisionStatus.Finished).Select(row => row.Id).ToHashSet(StringComparer.Ordinal);
        said.AddRange(after.Decisions.Where(row => row.Status == DecisionStatus.Finished && !done.Contains(row.Id)).Reverse()
            .Select(row => $"Done: {What(row)}."));
        var heard = before.Talk.Lines.LastOrDefault()?.Version ?? 0;
        said.AddRange(after.Talk.Lines.Where(line => line.Version > heard && !line.Mine)
            .Select(line => line.ForYou ? $"{line.By} mentions you: {line.Text}" : $"{line.By} in the team chat: {line.Text}"));
        return string.Join(' ', said);
    }

    /// <summary>A sentence for each message that has come, the oldest first.</summary>
    public static ImmutableArray<string> Arrived(TeamView before, TeamView after)
    {
        var known = before.Inbox.Select(entry => entry.Id).ToHashSet(StringComparer.Ordinal);
        return [.. after.Inbox.Where(entry => !known.Contains(entry.Id)).Reverse()
            .Select(entry => $"New {Signs.Of(entry.Channel).Text.ToString().ToLowerInvariant()}: {entry.Title}, from {entry.From}.")];
    }

    static string What(DecisionRow row) => row.Target is null ? row.Action : $"{row.Action}, {row.Target}";

    static string OfClock(ClockView clock) => clock.Lifecycle switch
    {
        Lifecycle.Running => "The clock is running.",
        Lifecycle.Paused when clock.PauseReason.Length > 0 => $"Paused: {clock.PauseReason}.",
        Lifecycle.Paused => "Paused.",
        Lifecycle.Debrief => "The exercise has ended.",
        _ => "",
    };
}
