using System.Collections.Immutable;
using Tabletop.Engine;
using Tabletop.Exercises.Views;

namespace Tabletop.Web.Play;

/// <summary>Filters of the credential board.</summary>
public static class CredentialBoard
{
    /// <summary>All of them in columns instead of a table.</summary>
    public const string Columns = "board";
    public const string Unchecked = "unchecked";
    public const string Works = "works";
    public const string UnderWay = "under-way";
    public const string Ended = "ended";
    public const string NoOwner = "none";
    public const string Owned = "named";

    /// <summary>The filter's value, its words, and how many credentials it shows.</summary>
    public static ImmutableArray<(string Show, Phrase Text, int Count)> StatesOf(TeamView view) =>
    [
        ("", "All", view.Credentials.Length),
        (Unchecked, "Not checked", Count(view, Unchecked)),
        (Works, "Works", Count(view, Works)),
        (UnderWay, "Under way", Count(view, UnderWay)),
        (Ended, "Ended", Count(view, Ended)),
    ];

    public static ImmutableArray<CredentialRow> Of(TeamView view, string show, string owner) =>
        [.. view.Credentials.Where(row => IsIn(row, show) && IsOwned(row, owner))];

    static int Count(TeamView view, string show) => view.Credentials.Count(row => IsIn(row, show));

    static bool IsIn(CredentialRow row, string show) => show switch
    {
        Unchecked => row is { State: KnownState.Unknown, Doing: null },
        Works => row is { State: KnownState.Live },
        UnderWay => row.Doing is not null,
        Ended => row.State is KnownState.Rotated or KnownState.Disabled or KnownState.Revoked or KnownState.Dead,
        _ => true,
    };

    static bool IsOwned(CredentialRow row, string owner) => owner switch
    {
        NoOwner => row.Owner is null,
        Owned => row.Owner is not null,
        _ => true,
    };
}
