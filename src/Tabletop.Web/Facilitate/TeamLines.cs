using System.Collections.Immutable;
using System.Globalization;
using Tabletop.Engine;
using Tabletop.Exercises.Views;
using Tabletop.Web.Glyphs;

namespace Tabletop.Web.Facilitate;

/// <summary>What the table of teams says of one.</summary>
public static class TeamLines
{
    /// <summary><c>2 of 3 here</c></summary>
    public static Phrase Present(TeamGlance team) =>
        team.Members.IsEmpty ? "nobody yet" : (Phrase)$"{team.Members.Count(seat => seat.Here)} of {team.Members.Length} here";

    /// <summary>Each credential that the attacker counts on, with its name: <c>C2 token: usable</c>.</summary>
    public static ImmutableArray<Sign> KeysOf(TeamGlance team) =>
        [.. team.Keys.Select(key => Named($"{key.Title}", Signs.Of(key)))];

    /// <summary>Each foothold, how it stands and whether the team knows of it.</summary>
    public static ImmutableArray<Sign> FootholdsOf(TeamGlance team) =>
        [.. team.Footholds.Select(foothold => Named(foothold.Known || foothold.Standing == FootholdStanding.Removed ? (Phrase)$"{foothold.Title}" : (Phrase)$"{foothold.Title} (not found)", Signs.Of(foothold.Standing)))];

    /// <summary><c>2 in use, 1 found</c>, <c>1 cut off, not found</c>, <c>all removed</c></summary>
    public static Phrase FootholdsInShort(TeamGlance team)
    {
        var there = team.Footholds.Where(foothold => foothold.Standing != FootholdStanding.Removed).ToList();
        if (there.Count == 0)
            return "all removed";

        var live = there.Count(foothold => foothold.Standing == FootholdStanding.Live);
        var found = there.Count(foothold => foothold.Known);
        var stand = live > 0 ? (Phrase)$"{live} in use" : (Phrase)$"{there.Count} cut off";
        return found == there.Count ? (Phrase)$"{stand}, found" : found == 0 ? (Phrase)$"{stand}, not found" : (Phrase)$"{stand}, {found} found";
    }

    /// <summary>Points ahead of history at the same time: <c>+12</c>, <c>−3.5</c>, <c>0</c>.</summary>
    public static string Signed(decimal points) =>
        (points > 0 ? "+" : points < 0 ? "−" : "") + Math.Abs(points).ToString("0.#", CultureInfo.InvariantCulture);

    public static string Number(decimal points) => points.ToString("0.#", CultureInfo.InvariantCulture);

    static Sign Named(Phrase name, Sign sign) => sign with { Text = $"{name}: {sign.Text}" };

    /// <summary>What a score is made of, in words.</summary>
    public static Phrase Explain(ScoreGlance score) => score.Corrected == 0
        ? (Phrase)$"{Number(score.Points)} of {score.Max} points if it ended now; {score.Judged} of them are settled"
        : (Phrase)$"{Number(score.Points)} of {score.Max} points if it ended now; {score.Judged} of them are settled; {Signed(score.Corrected)} by corrections and hints";
}
