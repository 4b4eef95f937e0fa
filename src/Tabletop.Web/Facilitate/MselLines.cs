using System.Collections.Immutable;
using Tabletop.Engine;
using Tabletop.Exercises.Views;

namespace Tabletop.Web.Facilitate;

/// <summary>Which injects the table of all shows, in which order, and what its cells say.</summary>
public static class MselLines
{
    public static readonly ImmutableArray<(MselState State, Phrase Text)> States =
    [
        (MselState.All, "All"),
        (MselState.ToCome, "To come"),
        (MselState.Due, "Due"),
        (MselState.Held, "Held"),
        (MselState.ByHand, "By hand"),
        (MselState.Sent, "Sent"),
        (MselState.Unread, "Unread"),
        (MselState.Open, "Waiting for answers"),
        (MselState.Answered, "Answered"),
        (MselState.Gone, "Did not come"),
    ];

    /// <summary>By time; what has none stands at the end, in the scenario's order.</summary>
    /// <param name="text">Words that all have to occur, in any letter case; empty: no filter.</param>
    public static ImmutableArray<InjectRow> Of(ControlView view, MselFilter filter, string text) =>
    [
        .. view.Injects
            .Where(row => filter.Shows(filter.Narrow(row), view.Next?.Id) && InjectLines.Matches(row, text))
            .Select(filter.Narrow)
            .OrderBy(row => InjectLines.When(row) ?? DateTimeOffset.MaxValue),
    ];

    /// <summary><c>3 of 12</c> people; null before it was sent.</summary>
    public static Phrase? Read(InjectRow row) => row.SentToAny ? (Phrase)$"{row.Teams.Sum(team => team.Read)} of {row.Teams.Sum(team => team.Of)}" : null;

    /// <summary><c>1 of 2</c> teams; null where it asks nothing or was not sent.</summary>
    public static Phrase? Answered(InjectRow row) => row is { Question: not null, SentToAny: true }
        ? (Phrase)$"{row.Teams.Count(team => team.Answer is not null)} of {row.Teams.Count(team => team.Standing == InjectStanding.Sent)}"
        : null;

    /// <summary>The first deadline that a team has still to meet, or null.</summary>
    public static DateTimeOffset? Deadline(InjectRow row) =>
        row.Teams.Where(team => team is { Standing: InjectStanding.Sent, Settled: false }).Min(team => team.Deadline);

    /// <summary><c>to 4 of 25 teams</c>; null for one team, before it is sent, and when all have it.</summary>
    public static Phrase? Spread(InjectRow row)
    {
        var sent = row.Teams.Count(team => team.Standing == InjectStanding.Sent);
        return sent == 0 || sent == row.Teams.Length ? null : (Phrase)$"to {sent} of {row.Teams.Length} teams";
    }
}
