using Tabletop.Engine;
using Tabletop.Exercises.Views;
using Tabletop.Web.Glyphs;
using Tabletop.Web.Review;

namespace Tabletop.Web.Facilitate;

/// <summary>What a facilitator did to a team, in words and signs.</summary>
public static class InterventionText
{
    public static string Of(OverrideKind what) => what switch
    {
        OverrideKind.Adversary => "Attacker",
        OverrideKind.Credential => "Leaked credentials",
        OverrideKind.Mark => "Systems",
        OverrideKind.Foothold => "Footholds",
        _ => "Flags",
    };

    public static Sign SignOf(InterventionKind kind) => kind switch
    {
        InterventionKind.Hint => new("hint", "hand"),
        InterventionKind.Correction => new("score", "pen"),
        _ => new("set", "turning"),
    };

    /// <summary><c>−5 points</c>; empty for none.</summary>
    public static string PointsOf(InterventionRow row) =>
        row.Points == 0 ? "" : $"{PointsText.Change(row.Points)} {(Math.Abs(row.Points) == 1 ? "point" : "points")}";
}
