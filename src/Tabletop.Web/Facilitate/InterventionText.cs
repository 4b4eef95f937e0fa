using Tabletop.Engine;
using Tabletop.Exercises.Views;
using Tabletop.Web.Glyphs;
using Tabletop.Web.Review;

namespace Tabletop.Web.Facilitate;

/// <summary>What a facilitator did to a team, in words and signs.</summary>
public static class InterventionText
{
    public static Phrase Of(OverrideKind what) => what switch
    {
        OverrideKind.Adversary => (Phrase)"Attacker",
        OverrideKind.Credential => (Phrase)"Leaked credentials",
        OverrideKind.Mark => (Phrase)"Systems",
        OverrideKind.Foothold => (Phrase)"Footholds",
        _ => (Phrase)"Flags",
    };

    public static Sign SignOf(InterventionKind kind) => kind switch
    {
        InterventionKind.Hint => new("hint", "hand"),
        InterventionKind.Correction => new("score", "pen"),
        _ => new("set", "turning"),
    };

    /// <summary><c>−5 points</c>; null for none.</summary>
    public static Phrase? PointsOf(InterventionRow row) => Math.Abs(row.Points) switch
    {
        0 => null,
        1 => (Phrase)$"{PointsText.Change(row.Points)} point",
        _ => (Phrase)$"{PointsText.Change(row.Points)} points",
    };
}
