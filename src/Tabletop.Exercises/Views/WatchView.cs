using System.Collections.Immutable;
using Tabletop.Engine;

namespace Tabletop.Exercises.Views;

/// <summary>One person's page of a team, as somebody sees it who watches.</summary>
/// <param name="Teams">Id and name of those that may be watched.</param>
/// <param name="Team">Id of the one that is, or null: there is none.</param>
/// <param name="Members">Of that team.</param>
/// <param name="Seen">Null while nobody sits in the team.</param>
public sealed record WatchView(ImmutableArray<(string Id, string Name)> Teams, string? Team, ImmutableArray<Seat> Members, TeamView? Seen);

/// <summary>Chooses what a watcher sees, and lets nothing through that the person watched does not see.</summary>
public static class WatchProjection
{
    /// <param name="events">What the viewer may see, in order.</param>
    /// <param name="team">Asked for; null or not allowed: the first that is.</param>
    /// <param name="person">Asked for; null or not of the team: its first.</param>
    /// <returns>Null when the viewer may not watch teams.</returns>
    public static WatchView? Of(Viewer viewer, Exercise exercise, IEnumerable<Event> events, IReadOnlySet<string> present, string? team, string? person)
    {
        if (viewer is not (Viewer.Facilitator or Viewer.Observer or Viewer.Evaluator))
            return null;

        var only = (viewer as Viewer.Observer)?.Team ?? (viewer as Viewer.Evaluator)?.Team;
        var teams = exercise.Teams.Where(item => only is null || item.Id == only).ToList();
        var chosen = teams.Find(item => item.Id == team) ?? teams.FirstOrDefault();
        if (chosen is null)
            return new([], null, [], null);

        var members = TeamProjection.MembersOf(exercise, chosen.Id, present);
        var seat = members.FirstOrDefault(item => item.Person == person) ?? members.FirstOrDefault();
        var seen = seat is null ? null : new Viewer.Participant(seat.Person, chosen.Id, seat.RoleId);
        return new(
            [.. teams.Select(item => (item.Id, item.Name))],
            chosen.Id,
            members,
            seen is null ? null : TeamProjection.Of(
                exercise, seen.Person, present, events.Where(e => Visibility.For(seen, e, exercise) is not null), Visibility.ReadsTalk(viewer, chosen.Id)));
    }
}
