using System.Collections.Immutable;
using Tabletop.Engine;

namespace Tabletop.Exercises.Views;

public enum RosterStanding
{
    /// <summary>Has not come yet.</summary>
    Missing,

    /// <summary>Has a seat, and no page of it open.</summary>
    Away,
    Here,
}

/// <summary>Somebody who is expected.</summary>
/// <param name="Team">Name.</param>
/// <param name="Role">Title.</param>
public sealed record RosterRow(string Id, string Name, string TeamId, string Team, string RoleId, string Role, RosterStanding Standing)
{
    public static ImmutableArray<RosterRow> Of(Exercise exercise, IReadOnlySet<string> present) => Of(exercise, present, exercise.PersonOf);

    /// <param name="personOf">Says who sits in the seat of a line.</param>
    internal static ImmutableArray<RosterRow> Of(Exercise exercise, IReadOnlySet<string> present, Func<RosterEntry, Person?> personOf) =>
    [
        .. exercise.Roster.Select(entry => new RosterRow(
            entry.Id,
            entry.Name,
            entry.Team,
            exercise.FindTeam(entry.Team)?.Name ?? entry.Team,
            entry.Role,
            TeamProjection.RoleTitle(exercise.Scenario, entry.Role),
            personOf(entry) is not { } person ? RosterStanding.Missing : present.Contains(person.Id) ? RosterStanding.Here : RosterStanding.Away)),
    ];
}
