using System.Collections.Immutable;
using Tabletop.Exercises.Views;

namespace Tabletop.Web.Review;

/// <summary>Which decisions stand beside history's.</summary>
public enum BesideFilter
{
    All,
    Both,
    OnlyTeam,
    OnlyHistory,
}

/// <summary>What the list of decisions beside history's says.</summary>
public static class BesideText
{
    public static bool Fits(BesideHistory row, BesideFilter filter) => filter switch
    {
        BesideFilter.Both => row is { Team: not null, History: not null },
        BesideFilter.OnlyTeam => row.History is null,
        BesideFilter.OnlyHistory => row.Team is null,
        _ => true,
    };

    /// <summary>The team's time against history's, in words.</summary>
    public static string Difference(BesideHistory row) => (row.Team, row.History) switch
    {
        ({ } team, { } history) when team == history => "at the same time",
        ({ } team, { } history) => $"{ScenarioTime.Span((team - history).Duration())} {(team < history ? "earlier" : "later")}",
        ({ }, null) => "history never did",
        _ => "the team never did",
    };

    public static string Name(BesideFilter filter, ImmutableArray<BesideHistory> rows)
    {
        var word = filter switch
        {
            BesideFilter.Both => "Both",
            BesideFilter.OnlyTeam => "Only the team",
            BesideFilter.OnlyHistory => "Only history",
            _ => "All",
        };
        return $"{word} ({rows.Count(row => Fits(row, filter))})";
    }

    /// <summary>Why nothing is listed.</summary>
    public static string Empty(BesideFilter filter) => filter switch
    {
        BesideFilter.Both => "The team and history have no decision in common.",
        BesideFilter.OnlyTeam => "The team decided nothing that history did not decide as well.",
        BesideFilter.OnlyHistory => "History decided nothing that the team left out.",
        _ => "Neither the team nor history had decided anything by the end of the play.",
    };
}
