using System.Collections.Immutable;

namespace Tabletop.Exercises.Views;

/// <summary>Which of the teams a facilitator should look at first.</summary>
public static class TeamNeeds
{
    /// <summary>Real time without a deed of its people after which a team counts as idle.</summary>
    public static readonly TimeSpan IdleAfter = TimeSpan.FromMinutes(3);

    enum Need
    {
        /// <summary>It has people, and none of them is connected.</summary>
        Away,
        Idle,
        AtWork,

        /// <summary>Nobody ever took a seat, so there is nobody to help.</summary>
        Empty,
    }

    /// <summary>
    /// Teams whose people are all away, then those that are idle, the longest first, then those at work, the furthest behind
    /// history first; equals in the order they come in, teams without people last.
    /// </summary>
    /// <param name="now">Server time.</param>
    public static ImmutableArray<TeamGlance> First(IEnumerable<TeamGlance> teams, DateTimeOffset now) =>
        [.. teams
            .Select(team => (Team: team, Need: Of(team, now)))
            .OrderBy(item => item.Need)
            .ThenBy(item => item.Need == Need.Idle ? item.Team.ActedAt ?? DateTimeOffset.MinValue : DateTimeOffset.MaxValue)
            .ThenBy(item => item.Team.Score is { History: { } history } score ? score.Points - history : 0)
            .Select(item => item.Team)];

    /// <summary>When the order changes though nothing happens: the next team at work becomes idle; null, if none will.</summary>
    /// <param name="now">Server time.</param>
    public static DateTimeOffset? NextIdle(IEnumerable<TeamGlance> teams, DateTimeOffset now) =>
        teams.Where(team => Of(team, now) == Need.AtWork).Min(team => team.ActedAt) + IdleAfter;

    static Need Of(TeamGlance team, DateTimeOffset now) =>
        team.Members.IsEmpty ? Need.Empty
        : !team.Members.Any(seat => seat.Here) ? Need.Away
        : team.ActedAt is { } acted && now - acted < IdleAfter ? Need.AtWork
        : Need.Idle;
}
