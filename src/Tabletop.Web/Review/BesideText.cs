using System.Collections.Immutable;
using Tabletop.Engine;
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
    public static Phrase Difference(BesideHistory row) => (row.Team, row.History) switch
    {
        ({ } team, { } history) when team == history => (Phrase)"at the same time",
        ({ } team, { } history) => team < history ? (Phrase)$"{ScenarioTime.Span(history - team)} earlier" : (Phrase)$"{ScenarioTime.Span(team - history)} later",
        ({ }, null) => (Phrase)"history never did",
        _ => (Phrase)"the team never did",
    };

    public static Phrase Name(BesideFilter filter, ImmutableArray<BesideHistory> rows)
    {
        Phrase word = filter switch
        {
            BesideFilter.Both => (Phrase)"Both",
            BesideFilter.OnlyTeam => (Phrase)"Only the team",
            BesideFilter.OnlyHistory => (Phrase)"Only history",
            _ => (Phrase)"All",
        };
        return $"{word} ({rows.Count(row => Fits(row, filter))})";
    }

    /// <summary>Why nothing is listed.</summary>
    public static Phrase Empty(BesideFilter filter) => filter switch
    {
        BesideFilter.Both => (Phrase)"The team and history have no decision in common.",
        BesideFilter.OnlyTeam => (Phrase)"The team decided nothing that history did not decide as well.",
        BesideFilter.OnlyHistory => (Phrase)"History decided nothing that the team left out.",
        _ => (Phrase)"Neither the team nor history had decided anything by the end of the play.",
    };
}
