using System.Collections.Immutable;

namespace Tabletop.Engine;

/// <summary>What a facilitator said to the room, outside of the story.</summary>
/// <param name="Team">Null: to all.</param>
/// <param name="Time">Scenario time.</param>
/// <param name="Version">Version of the event that made it.</param>
/// <param name="ReadBy">Ids of the persons who put it away.</param>
public sealed record Announcement(string Id, string? Team, string Text, DateTimeOffset Time, long Version, ImmutableSortedSet<string> ReadBy)
{
    /// <summary>It was taken down.</summary>
    public bool Ended { get; init; }

    internal static ImmutableArray<Announcement> After(ImmutableArray<Announcement> all, Event e) => e switch
    {
        Event.Announced said => all.Add(new(said.Announcement, said.Team, said.Text, e.Time, e.Version, ImmutableSortedSet.Create<string>(StringComparer.Ordinal))),
        Event.AnnouncementRead read => Edit(all, read.Announcement, item => item with { ReadBy = item.ReadBy.Add(read.Person) }),
        Event.AnnouncementEnded ended => Edit(all, ended.Announcement, item => item with { Ended = true }),
        _ => all,
    };

    static ImmutableArray<Announcement> Edit(ImmutableArray<Announcement> all, string id, Func<Announcement, Announcement> edit) =>
        [.. all.Select(item => item.Id == id ? edit(item) : item)];
}

public sealed partial record Exercise
{
    /// <summary>What stands for a team: the last thing said to it or to all, unless that was taken down.</summary>
    public Announcement? AnnouncementFor(string team) =>
        Announcements.LastOrDefault(item => item.Team is null || item.Team == team) is { Ended: false } last ? last : null;

    Rejection? Announce(Command.Announce announce, Action<Event> emit)
    {
        if (Lifecycle == Lifecycle.Closed)
        {
            return new(RejectionCode.NotNow, "The exercise is closed; nobody would read it.");
        }

        if (announce.Team is not null && FindTeam(announce.Team) is null)
        {
            return new(RejectionCode.UnknownTeam, "That team is not in this exercise.");
        }

        if (string.IsNullOrWhiteSpace(announce.Text))
        {
            return new(RejectionCode.BadValue, "Say something: an empty announcement tells nobody anything.");
        }

        return Do(emit, new Event.Announced(announce.Announcement, announce.Text.Trim(), announce.Team));
    }

    Rejection? ReadAnnouncement(Command.ReadAnnouncement read, Action<Event> emit)
    {
        if (!People.TryGetValue(read.Person, out var person))
        {
            return NotSeated;
        }

        // Whoever is late by a moment has read something that has been replaced: that is no mistake.
        if (Announcements.FirstOrDefault(item => item.Id == read.Announcement) is { } said
            && (said.Team is null || said.Team == person.Team)
            && !said.ReadBy.Contains(person.Id))
        {
            emit(new Event.AnnouncementRead(person.Team, person.Id, said.Id));
        }

        return null;
    }

    Rejection? EndAnnouncement(Command.EndAnnouncement end, Action<Event> emit)
    {
        if (Announcements.FirstOrDefault(item => item.Id == end.Announcement) is not { } said)
        {
            return new(RejectionCode.BadValue, "There is no such announcement.");
        }

        return said.Ended ? null : Do(emit, new Event.AnnouncementEnded(said.Id, said.Team));
    }
}
