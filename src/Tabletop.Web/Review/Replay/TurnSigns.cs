using Tabletop.Exercises.Views;
using Tabletop.Web.Glyphs;

namespace Tabletop.Web.Review.Replay;

/// <summary>How the moments look that a replay can jump to.</summary>
public static class TurnSigns
{
    public static Sign Of(ReplayTurnKind kind) => kind switch
    {
        ReplayTurnKind.Gained => new("foothold gained", "foothold", "alarm"),
        ReplayTurnKind.Lost => new("foothold lost", "foothold-gone", "good"),
        ReplayTurnKind.LastChance => new("last chance", "clock", "warn"),
        _ => new("score", "flag", "accent"),
    };

    /// <summary>The truth about a credential.</summary>
    public static Sign Of(ReplayCredential credential) => credential switch
    {
        { Leaked: false } => new("was dead", "dead", "muted"),
        { End: null } => new("usable", "live", "alarm"),
        { End: Engine.CredentialEnd.Rotated } => new("rotated", "ended", "good"),
        { End: Engine.CredentialEnd.Disabled } => new("disabled", "ended", "good"),
        _ => new("revoked", "ended", "good"),
    };
}
