using Tabletop.Engine;
using Tabletop.Exercises;

namespace Tabletop.Web.Lobby;

/// <summary>Beside which field of the form a refusal to join is shown.</summary>
public sealed record JoinFaults(Phrase? Name, Phrase? Team, Phrase? Role, Phrase? Other)
{
    public static JoinFaults Of(Refusal? refusal) => refusal?.Code switch
    {
        null => new(null, null, null, null),
        (int)RejectionCode.NameTaken when refusal.Message.Contains("team", StringComparison.OrdinalIgnoreCase) => new(null, refusal.Says, null, null),
        (int)RejectionCode.NameTaken => new(refusal.Says, null, null, null),
        (int)RejectionCode.UnknownTeam or (int)RejectionCode.OtherTeam => new(null, refusal.Says, null, null),
        (int)RejectionCode.UnknownRole => new(null, null, refusal.Says, null),
        (int)RefusalCode.BadValue when refusal.Message.StartsWith("Give a name", StringComparison.Ordinal) => new(refusal.Says, null, null, null),
        (int)RefusalCode.BadValue when refusal.Message.Contains("team", StringComparison.Ordinal) => new(null, "Choose a team, or name a new one.", null, null),
        (int)RefusalCode.BadValue when refusal.Message.Contains("role", StringComparison.Ordinal) => new(null, null, "Choose a role.", null),
        _ => new(null, null, null, refusal.Says),
    };
}
