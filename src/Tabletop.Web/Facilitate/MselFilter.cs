using Tabletop.Engine;
using Tabletop.Exercises.Views;

namespace Tabletop.Web.Facilitate;

/// <summary>Where an inject stands for the teams that are looked at.</summary>
public enum MselState
{
    All,

    /// <summary>Comes by itself, to one of them or more.</summary>
    ToCome,

    /// <summary>Its condition came true and its delay is running, or it is the next to come.</summary>
    Due,
    Held,

    /// <summary>Only comes when a facilitator sends it.</summary>
    ByHand,
    Sent,

    /// <summary>Sent, and somebody has not read it.</summary>
    Unread,

    /// <summary>Sent, and a team has still to answer.</summary>
    Open,

    /// <summary>Sent, and every team that has it has answered, or let the time pass.</summary>
    Answered,

    /// <summary>Did not come, or was taken back.</summary>
    Gone,
}

/// <summary>What of all injects the table shows.</summary>
/// <param name="Channel">Null: every one.</param>
/// <param name="Team">Id; empty: all teams.</param>
public sealed record MselFilter(MselState State, Channel? Channel, string Team)
{
    public static readonly MselFilter Everything = new(MselState.All, null, "");

    public static MselFilter Of(string? state, string? channel, string? team) => new(
        Enum.TryParse<MselState>(state, ignoreCase: true, out var found) && Enum.IsDefined(found) ? found : MselState.All,
        Enum.TryParse<Channel>(channel, ignoreCase: true, out var by) && Enum.IsDefined(by) ? by : null,
        team ?? "");

    /// <summary>Whether a row is shown, of the teams that are looked at.</summary>
    /// <param name="next">Id of the inject that comes next.</param>
    public bool Shows(InjectRow row, string? next) =>
        (Channel is null || row.Channel == Channel)
        && (Team.Length == 0 || row.Teams.Any(team => team.Id == Team))
        && Is(State, row, next);

    /// <summary>A row with only the teams that are looked at.</summary>
    public InjectRow Narrow(InjectRow row) => Team.Length == 0 ? row : row with { Teams = [.. row.Teams.Where(team => team.Id == Team)] };

    static bool Is(MselState state, InjectRow row, string? next) => state switch
    {
        MselState.ToCome => row is { Held: false, ByHand: false } && row.Ahead,
        MselState.Due => !row.Held && (row.Id == next || row.Teams.Any(team => team.Standing == InjectStanding.OnItsWay)),
        MselState.Held => row.Held && row.Ahead,
        MselState.ByHand => row.ByHand && row.Ahead,
        MselState.Sent => row.SentToAny,
        MselState.Unread => row.Teams.Any(team => team.Standing == InjectStanding.Sent && team.Read < team.Of),
        MselState.Open => row.Question is not null && row.Teams.Any(team => team is { Standing: InjectStanding.Sent, Settled: false }),
        MselState.Answered => row.Question is not null && row.SentToAny && row.Teams.All(team => team.Standing != InjectStanding.Sent || team.Settled),
        MselState.Gone => row.Teams.Length > 0 && row.Teams.All(team => team.Standing is InjectStanding.Passed or InjectStanding.Withdrawn),
        _ => true,
    };
}
