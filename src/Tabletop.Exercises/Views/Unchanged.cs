using System.Collections.Immutable;

namespace Tabletop.Exercises.Views;

/// <summary>Keeps the objects of an earlier view that say the same as those of a later one.</summary>
static class Unchanged
{
    internal static ControlView Since(ControlView? before, ControlView now) => before is null ? now : now with
    {
        Phases = Keep(before.Phases, now.Phases),
        Extensions = Keep(before.Extensions, now.Extensions),
        Roles = Keep(before.Roles, now.Roles),
        Roster = Keep(before.Roster, now.Roster),
        Teams = Keep(before.Teams, now.Teams, team => team.Id, Same),
        Injects = Keep(before.Injects, now.Injects, inject => inject.Id, Same),
        Dropped = Keep(before.Dropped, now.Dropped),
        Announcements = Keep(before.Announcements, now.Announcements),
        Passes = Keep(before.Passes, now.Passes),
        Deeds = Keep(before.Deeds, now.Deeds),
        Interventions = Keep(before.Interventions, now.Interventions),
        Acts = Keep(before.Acts, now.Acts),
        Remarks = Keep(before.Remarks, now.Remarks),
        Dimensions = Keep(before.Dimensions, now.Dimensions),
        Stream = Keep(before.Stream, now.Stream, entry => (entry.Version, entry.TeamId), (old, fresh) => old == fresh),
        History = before.History is { } old && now.History is { } fresh && Same(old, fresh) ? old : now.History,
    };

    static ImmutableArray<T> Keep<T>(ImmutableArray<T> before, ImmutableArray<T> now) => before.SequenceEqual(now) ? before : now;

    static ImmutableArray<T> Keep<T, TKey>(ImmutableArray<T> before, ImmutableArray<T> now, Func<T, TKey> key, Func<T, T, bool> same)
        where T : class
        where TKey : notnull
    {
        var known = before.ToDictionary(key);
        ImmutableArray<T> kept = [.. now.Select(item => known.TryGetValue(key(item), out var old) && same(old, item) ? old : item)];
        return kept.Length == before.Length && kept.Zip(before).All(pair => ReferenceEquals(pair.First, pair.Second)) ? before : kept;
    }

    // A record compares its arrays by reference: they are compared by what is in them first, then left out.
    static bool Same(InjectRow a, InjectRow b) =>
        a.To.SequenceEqual(b.To)
        && a.Roles.SequenceEqual(b.Roles)
        && a.Expects.SequenceEqual(b.Expects)
        && a.Objectives.SequenceEqual(b.Objectives)
        && a.Facts.SequenceEqual(b.Facts)
        && a.Files.SequenceEqual(b.Files)
        && a.Teams.SequenceEqual(b.Teams)
        && a == b with { To = a.To, Roles = a.Roles, Expects = a.Expects, Objectives = a.Objectives, Facts = a.Facts, Files = a.Files, Teams = a.Teams };

    static bool Same(TeamGlance a, TeamGlance b) =>
        a.Members.SequenceEqual(b.Members)
        && a.Refused.SequenceEqual(b.Refused)
        && a.Keys.SequenceEqual(b.Keys)
        && a.Footholds.SequenceEqual(b.Footholds)
        && a == b with { Members = a.Members, Refused = a.Refused, Keys = a.Keys, Footholds = a.Footholds };
}
