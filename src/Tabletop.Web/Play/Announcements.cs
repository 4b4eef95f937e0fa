using System.Collections.Immutable;
using Tabletop.Engine;
using Tabletop.Exercises.Views;

namespace Tabletop.Web.Play;

/// <summary>What a screen reader is told, politely, when a participant's view has changed.</summary>
public static class Announcements
{
    /// <returns>Sentences; none when nothing new needs to be said.</returns>
    public static ImmutableArray<Phrase> Between(TeamView before, TeamView after)
    {
        var said = new List<Phrase>();
        if (before.Clock.Lifecycle != after.Clock.Lifecycle && OfClock(after.Clock) is { } clock)
            said.Add(clock);
        if (before.Phase.Start != after.Phase.Start)
            said.Add($"New phase: {after.Phase.Title}.");

        said.AddRange(after.Timeline.Where(entry => entry.Kind == TimelineKind.Extended && entry.Version > before.Version).Select(entry => (Phrase)$"{entry.Title}."));
        if (after.Announcement is { } announced && before.Announcement?.Id != announced.Id)
            said.Add($"The facilitator says: {announced.Text}");
        if (after.History is not null && before.History is null)
            said.Add("The facilitator shows what history had decided by now, and its points.");

        var had = before.Hints.Select(hint => hint.Id).ToHashSet(StringComparer.Ordinal);
        said.AddRange(after.Hints.Where(hint => !had.Contains(hint.Id)).Select(hint => (Phrase)$"{HintText.Head(hint)}: {hint.Text}"));

        said.AddRange(Arrived(before, after));

        var standing = before.Inbox.Where(entry => entry.Withdrawn is null).Select(entry => entry.Id).ToHashSet(StringComparer.Ordinal);
        said.AddRange(after.Inbox.Where(entry => entry.Withdrawn is not null && standing.Contains(entry.Id)).Reverse().Select(entry => (Phrase)$"Taken back: {entry.Title}."));

        var made = before.Decisions.Select(row => row.Id).ToHashSet(StringComparer.Ordinal);
        said.AddRange(after.Decisions.Where(row => !made.Contains(row.Id)).Reverse().Select(row => (Phrase)$"{row.By} decided: {What(row)}."));

        var open = before.Proposed.ToDictionary(item => item.Id, StringComparer.Ordinal);
        foreach (var item in after.Proposed.Reverse())
        {
            if (!open.TryGetValue(item.Id, out var was) && !item.Mine)
                said.Add($"{item.By} proposes: {item.Deed}.");
            said.AddRange(item.Voices.Where(voice => was?.Voices.Contains(voice) != true && !voice.Mine)
                .Select(voice => voice.For ? (Phrase)$"{voice.Name} is for {item.Deed}." : (Phrase)$"{voice.Name} objects to {item.Deed}: {voice.Reason}"));
        }

        var done = before.Decisions.Where(row => row.Status == DecisionStatus.Finished).Select(row => row.Id).ToHashSet(StringComparer.Ordinal);
        said.AddRange(after.Decisions.Where(row => row.Status == DecisionStatus.Finished && !done.Contains(row.Id)).Reverse()
            .Select(row => (Phrase)$"Done: {What(row)}."));
        var heard = before.Talk.Lines.LastOrDefault()?.Version ?? 0;
        said.AddRange(after.Talk.Lines.Where(line => line.Version > heard && !line.Mine)
            .Select(line => line.ForYou ? (Phrase)$"{line.By} mentions you: {line.Text}" : (Phrase)$"{line.By} in the team chat: {line.Text}"));
        return [.. said];
    }

    /// <summary>A sentence for each message that has come, the oldest first.</summary>
    public static ImmutableArray<Phrase> Arrived(TeamView before, TeamView after)
    {
        var known = before.Inbox.Select(entry => entry.Id).ToHashSet(StringComparer.Ordinal);
        return [.. after.Inbox.Where(entry => !known.Contains(entry.Id)).Reverse()
            .Select(NewsOf)];
    }

    static Phrase NewsOf(InboxEntry entry) => entry.Channel switch
    {
        Channel.Email => (Phrase)$"New e-mail: {entry.Title}, from {entry.From}.",
        Channel.Alert => (Phrase)$"New alert: {entry.Title}, from {entry.From}.",
        Channel.Chat => (Phrase)$"New chat: {entry.Title}, from {entry.From}.",
        Channel.Ticket => (Phrase)$"New ticket: {entry.Title}, from {entry.From}.",
        Channel.Phone => (Phrase)$"New phone call: {entry.Title}, from {entry.From}.",
        Channel.Log => (Phrase)$"New log extract: {entry.Title}, from {entry.From}.",
        _ => (Phrase)$"New news: {entry.Title}, from {entry.From}.",
    };

    static string What(DecisionRow row) => row.Target is null ? row.Action : $"{row.Action}, {row.Target}";

    static Phrase? OfClock(ClockView clock) => clock.Lifecycle switch
    {
        Lifecycle.Running => (Phrase)"The clock is running.",
        Lifecycle.Paused when clock.PauseReason.Format.Length > 0 => (Phrase)$"Paused: {clock.PauseReason}.",
        Lifecycle.Paused => (Phrase)"Paused.",
        Lifecycle.Debrief => (Phrase)"The exercise has ended.",
        _ => null,
    };
}
