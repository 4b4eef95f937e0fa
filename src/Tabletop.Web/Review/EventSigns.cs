using System.Collections.Immutable;
using Tabletop.Exercises.Views;
using Tabletop.Web.Glyphs;

namespace Tabletop.Web.Review;

/// <summary>How the things in a story look: a word, a shape that needs no colour, and a colour.</summary>
public static class EventSigns
{
    /// <summary>In the order of the picture's legend, which leaves those out that speak for themselves and are rare.</summary>
    public static readonly ImmutableArray<MarkKind> Marks =
        [MarkKind.Moved, MarkKind.Planted, MarkKind.Refused, MarkKind.Told, MarkKind.Decided, MarkKind.Answered, MarkKind.Withdrawn];

    public static Sign Of(MarkKind kind) => kind switch
    {
        MarkKind.Moved => new("attacker got on", "got-on", "alarm"),
        MarkKind.Planted => new("attacker gained a foothold", "foothold", "alarm"),
        MarkKind.Refused => new("attacker was refused", "refused", "good"),
        MarkKind.Told => new("message", "told", "muted"),
        MarkKind.Missed => new("message that did not come or was taken back", "missed", "muted"),
        MarkKind.Decided => new("decided", "decided", "accent"),
        MarkKind.Answered => new("answered", "answered", "accent"),
        MarkKind.Set => new("set by the facilitator", "hand", "warn"),
        _ => new("withdrawn", "withdrawn", "muted"),
    };

    public static Sign Of(StateSpan state) => state.Inside ? new("attacker, inside", "inside", "alarm") : new("attacker, outside", "outside", "muted");

    public static Sign Of(FootholdStanding standing) => standing == FootholdStanding.Live
        ? new("foothold in use", "foothold", "alarm")
        : new("foothold cut off", "foothold-cut", "warn");

    /// <summary>① for 1.</summary>
    public static string Number(int turning) => turning is > 0 and < 10 ? ((char)('①' + turning - 1)).ToString() : "";
}
