using System.Collections.Immutable;
using Tabletop.Engine;
using Tabletop.Exercises.Views;
using Tabletop.Web.Glyphs;

namespace Tabletop.Web.Play;

/// <summary>What somebody is told who was away for a while.</summary>
public static class AwayText
{
    /// <summary>What others did and what came after a version, in order.</summary>
    public static ImmutableArray<TimelineEntry> Missed(TeamView view, long seen) =>
        [.. view.Timeline.Where(entry => entry.Version > seen && (entry.Person != view.You.Person || entry.Kind == TimelineKind.Done) && Concerns(entry, view))];

    // Of what the team said among itself only what mentions this person; the count of the rest stands beside the team.
    static bool Concerns(TimelineEntry entry, TeamView view) =>
        entry.Kind != TimelineKind.Said || view.Talk.Lines.Any(line => line.Version == entry.Version && line.ForYou);

    public static Phrase Headline(int count) => count == 1 ? "One thing came while you were away" : (Phrase)$"{count} things came while you were away";

    public static Phrase Says(TimelineEntry entry) => entry.Kind switch
    {
        TimelineKind.Message => (Phrase)$"{entry.Title}",
        TimelineKind.TakenBack => (Phrase)$"Taken back: {entry.Title}",
        TimelineKind.Hint => (Phrase)$"Hint of the facilitator: {entry.Title}",
        TimelineKind.Announcement => (Phrase)$"The facilitator said: {entry.Title}",
        TimelineKind.Extended => (Phrase)$"The facilitator: {entry.Title}",
        TimelineKind.Phase => (Phrase)$"New phase: {entry.Title}",
        TimelineKind.Decision => (Phrase)$"{entry.By} decided {entry.Title}",
        TimelineKind.Withdrawn => (Phrase)$"{entry.By} withdrew {entry.Title}",
        TimelineKind.Done => (Phrase)$"Done: {entry.Title}",
        TimelineKind.Proposal => (Phrase)$"{entry.By} is for {entry.Title}",
        TimelineKind.ActionProposed => (Phrase)$"{entry.By} proposes {entry.Title}",
        TimelineKind.Voiced => (Phrase)$"{entry.By}: {entry.Title}",
        TimelineKind.Judged => (Phrase)$"{entry.By} judged {entry.Title}",
        TimelineKind.Said => (Phrase)$"{entry.By} said: {entry.Title}",
        TimelineKind.Noted => (Phrase)$"{entry.By} noted: {entry.Title}",
        TimelineKind.NoteChanged => (Phrase)$"{entry.By} changed a note: {entry.Title}",
        TimelineKind.Answer when entry.Person is null => (Phrase)$"{entry.Title}",
        TimelineKind.Answer => (Phrase)$"{entry.By} answered {entry.Title}",
        _ => (Phrase)$"{entry.Title}",
    };

    public static Sign SignOf(TimelineEntry entry) => entry.Kind switch
    {
        TimelineKind.Message => new("message", "inbox"),
        TimelineKind.TakenBack => new("taken back", "back", "warn"),
        TimelineKind.Phase => new("phase", "flag", "accent"),
        TimelineKind.Extended => new("time", "clock", "accent"),
        TimelineKind.Announcement => new("announcement", "megaphone", "accent"),
        TimelineKind.Hint => new("hint", "hand", "accent"),
        TimelineKind.Outage => new("outage", "warn", "warn"),
        TimelineKind.Decision => new("decision", "act", "accent"),
        TimelineKind.Withdrawn => new("withdrawn", "cross", "muted"),
        TimelineKind.Done => new("done", "check", "good"),
        TimelineKind.Proposal or TimelineKind.ActionProposed => new("proposal", "chat"),
        TimelineKind.Voiced => new("view", "chat", "muted"),
        TimelineKind.Judged => new("judged", "key", "warn"),
        TimelineKind.Said => new("said", "chat", "muted"),
        TimelineKind.Noted or TimelineKind.NoteChanged => new("note", "pen"),
        _ => new("answered", "chat", "accent"),
    };

    /// <summary>Where it can be read; null: nowhere.</summary>
    public static string? HrefOf(TimelineEntry entry, PlayAddress address) => entry.Kind switch
    {
        TimelineKind.Message or TimelineKind.TakenBack or TimelineKind.Proposal or TimelineKind.Answer => address.To(PlayPart.Inbox, entry.Key).Href,
        TimelineKind.Done when entry.Finding.Length > 0 => address.To(PlayPart.Inbox, InboxMark.ItemOf(entry.Key)).Href,
        TimelineKind.Hint or TimelineKind.Decision or TimelineKind.Withdrawn or TimelineKind.Done => address.To(PlayPart.Log).Href,
        TimelineKind.ActionProposed => address.To(PlayPart.Act, entry.Key).Href,
        TimelineKind.Voiced => address.To(PlayPart.Act).Href,
        TimelineKind.Judged => address.To(PlayPart.Credentials, entry.Key).Href,
        TimelineKind.Said => address.To(PlayPart.Team).Href,
        TimelineKind.Noted or TimelineKind.NoteChanged => address.To(PlayPart.Notes).Href,
        _ => null,
    };
}
