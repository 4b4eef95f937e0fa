using Tabletop.Engine;

namespace Tabletop.Scenarios;

/// <summary>Whether two statements about one answer can be true together.</summary>
static class AnswerExclusion
{
    /// <param name="one">Holds.</param>
    /// <param name="other">Holds too, or, with <paramref name="holds"/> false, does not.</param>
    /// <param name="holds">Whether the other one holds.</param>
    public static bool Exclude(Condition.AboutAnswer one, Condition.AboutAnswer other, bool holds) => holds
        ? (one, other) switch
        {
            (Condition.Answered { Option: { } a }, Condition.Answered { Option: { } b }) => a != b,
            (Condition.NumberIs a, Condition.NumberIs b) => a.AtLeast > b.AtMost || b.AtLeast > a.AtMost,
            (Condition.Ranked a, Condition.Ranked b) =>
                (a.AmongFirst == 1 && b.AmongFirst == 1 && a.Option != b.Option) || (a.Option == b.Above && b.Option == a.Above),
            (Condition.Planned a, Condition.Planned b) =>
                (a.AmongFirst == 1 && b.AmongFirst == 1 && a.Credential != b.Credential)
                || (a.Credential == b.Above && b.Credential == a.Above)
                || (a.Credential == b.Credential && a.As is not null && b.As is not null && a.As != b.As),
            _ => false,
        }
        : Implies(one, other);

    static bool Implies(Condition.AboutAnswer one, Condition.AboutAnswer other) => (one, other) switch
    {
        (_, Condition.Answered { Option: null }) => true,
        (Condition.NumberIs a, Condition.NumberIs b) => (b.AtLeast is null || a.AtLeast >= b.AtLeast) && (b.AtMost is null || a.AtMost <= b.AtMost),
        (Condition.Ranked a, Condition.Ranked b) => a.Option == b.Option && ImpliesPlace(a.AmongFirst, a.Above, b.AmongFirst, b.Above),
        (Condition.Planned a, Condition.Planned b) =>
            a.Credential == b.Credential && (b.As is null || a.As == b.As) && ImpliesPlace(a.AmongFirst, a.Above, b.AmongFirst, b.Above),
        _ => false,
    };

    static bool ImpliesPlace(int? first, string? above, int? otherFirst, string? otherAbove) =>
        (otherFirst is null || first <= otherFirst) && (otherAbove is null || above == otherAbove);
}
