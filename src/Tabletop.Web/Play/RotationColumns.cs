using System.Collections.Immutable;
using System.Globalization;
using Tabletop.Engine;
using Tabletop.Exercises.Views;

namespace Tabletop.Web.Play;

public enum RotationColumn
{
    Unknown,
    Suspected,
    Rotating,
    Rotated,
    AcceptedRisk,
}

public enum LastUse
{
    Any,

    /// <summary>In the 30 days before now.</summary>
    Lately,
    LongAgo,

    /// <summary>The inventory gives no date.</summary>
    NoDate,
}

/// <summary>Which credentials stand on the board.</summary>
/// <param name="Owner">Empty: any; <see cref="CredentialBoard.NoOwner"/>: those that no list gives to anybody.</param>
/// <param name="Opens">Id of a system; empty: any.</param>
public sealed record RotationFilter(string Owner = "", string Opens = "", LastUse LastUse = LastUse.Any);

/// <summary>Where a credential stands on its way from leaked to worthless, as far as the team knows.</summary>
public static class RotationColumns
{
    static readonly TimeSpan ShortWhile = TimeSpan.FromDays(30);

    public static readonly ImmutableArray<(RotationColumn Column, Phrase Title)> All =
    [
        (RotationColumn.Unknown, "Unknown"),
        (RotationColumn.Suspected, "Suspected"),
        (RotationColumn.Rotating, "Rotating"),
        (RotationColumn.Rotated, "Rotated"),
        (RotationColumn.AcceptedRisk, "Accepted risk"),
    ];

    /// <summary>What is known to be true comes before what the team makes of it.</summary>
    public static RotationColumn Of(CredentialRow row) => row switch
    {
        { Doing.Ends: true } => RotationColumn.Rotating,
        { State: KnownState.Rotated or KnownState.Disabled or KnownState.Revoked or KnownState.Dead } => RotationColumn.Rotated,
        { Judged.As: Judgement.AcceptedRisk } => RotationColumn.AcceptedRisk,
        { Judged.As: Judgement.Suspected } or { State: KnownState.Live } => RotationColumn.Suspected,
        _ => RotationColumn.Unknown,
    };

    /// <param name="now">Scenario time.</param>
    public static ImmutableArray<CredentialRow> Of(TeamView view, RotationFilter filter, DateTimeOffset now) =>
        [.. view.Credentials.Where(row =>
            (filter.Owner.Length == 0 || (filter.Owner == CredentialBoard.NoOwner ? row.Owner is null : row.Owner == filter.Owner))
            && (filter.Opens.Length == 0 || row.Opens.Any(system => system.Id == filter.Opens))
            && (filter.LastUse == LastUse.Any || filter.LastUse == UseOf(row, now)))];

    static LastUse UseOf(CredentialRow row, DateTimeOffset now) =>
        !DateTimeOffset.TryParse(row.LastUse, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var used) ? LastUse.NoDate
        : now - used <= ShortWhile ? LastUse.Lately
        : LastUse.LongAgo;
}
