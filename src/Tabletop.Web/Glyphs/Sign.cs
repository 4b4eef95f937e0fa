using Tabletop.Engine;
using Tabletop.Exercises.Views;

namespace Tabletop.Web.Glyphs;

/// <summary>How a state looks: the same word, shape and colour in pages, charts and print.</summary>
/// <param name="Glyph">Name in the glyph sheet.</param>
/// <param name="Css">Class that colours it; empty: as the text around it.</param>
public readonly record struct Sign(Phrase Text, string Glyph, string Css = "");

/// <summary>The one place where states become words and shapes.</summary>
public static class Signs
{
    public static Sign Of(CredentialRow row) => row.Doing is { Ends: true } doing
        ? new($"{doing.Action}…", "turning", "accent")
        : Of(row.State);

    public static Sign Of(KnownState state) => state switch
    {
        KnownState.Live => new("works", "live", "alarm"),
        KnownState.Dead => new("was dead", "dead", "muted"),
        KnownState.Rotated => new("rotated", "ended", "good"),
        KnownState.Disabled => new("disabled", "ended", "good"),
        KnownState.Revoked => new("revoked", "ended", "good"),
        _ => new("not checked", "unknown", "muted"),
    };

    /// <summary>The truth about a credential that the attacker counts on, for facilitators.</summary>
    public static Sign Of(KeyCredential key) => key.End switch
    {
        null when key.Of > 1 => new($"{key.Usable} of {key.Of} usable", key.Usable == key.Of ? "live" : "turning", "alarm"),
        null => new("usable", "live", "alarm"),
        CredentialEnd.Rotated => new("rotated", "ended", "good"),
        CredentialEnd.Disabled => new("disabled", "ended", "good"),
        _ => new("revoked", "ended", "good"),
    };

    public static Sign Of(FootholdStanding standing) => standing switch
    {
        FootholdStanding.Live => new("in use", "foothold", "alarm"),
        FootholdStanding.CutOff => new("there, cut off", "foothold-cut", "warn"),
        _ => new("removed", "foothold-gone", "good"),
    };

    public static Sign Of(FootholdRow row) => row switch
    {
        { Removed: not null } => new("removed", "foothold-gone", "good"),
        { Doing: { } doing } => new($"{doing.Action}…", "turning", "accent"),
        _ => new("there", "foothold", "alarm"),
    };

    public static Sign Of(RosterStanding standing) => standing switch
    {
        RosterStanding.Here => new("here", "live", "good"),
        RosterStanding.Away => new("away", "ended", "muted"),
        _ => new("missing", "unknown", "warn"),
    };

    public static Sign Of(Lifecycle lifecycle) => lifecycle switch
    {
        Lifecycle.Lobby => new("in the lobby", "people"),
        Lifecycle.Running => new("running", "play", "good"),
        Lifecycle.Paused => new("paused", "pause", "warn"),
        Lifecycle.Debrief => new("debrief", "flag", "accent"),
        _ => new("closed", "ended", "muted"),
    };

    /// <summary>Whether a scenario's text is in order.</summary>
    public static Sign Faults(int errors, int warnings) => (errors, warnings) switch
    {
        ( > 0, _) => new(errors == 1 ? "1 error" : (Phrase)$"{errors} errors", "cross", "alarm"),
        (_, > 0) => new(warnings == 1 ? "1 warning" : (Phrase)$"{warnings} warnings", "warn", "warn"),
        _ => new("clean", "check", "good"),
    };

    public static Sign Of(Channel channel) => channel switch
    {
        Channel.Email => new("E-mail", "email"),
        Channel.Alert => new("Alert", "alert"),
        Channel.Chat => new("Chat", "chat"),
        Channel.Ticket => new("Ticket", "ticket"),
        Channel.Phone => new("Phone call", "phone"),
        Channel.Log => new("Log extract", "log"),
        _ => new("News", "news"),
    };

    public static Sign Of(DecisionStatus status) => status switch
    {
        DecisionStatus.Running => new("under way", "turning", "accent"),
        DecisionStatus.Finished => new("done", "check", "good"),
        _ => new("withdrawn", "cross", "muted"),
    };

    static Sign Held => new("held", "hold", "warn");

    /// <summary>Where an inject stands for all teams together.</summary>
    public static Sign Of(InjectRow row) => row switch
    {
        { SentToAll: true } => new("sent", "check", "muted"),
        { Held: true } => Held,
        { SentToAny: true } => new("sent to some", "turning", "accent"),
        { ByHand: true } => new("by hand", "hand", "muted"),
        { Teams: var teams } when teams.Any(team => team.Standing == InjectStanding.OnItsWay) => new("on its way", "turning", "accent"),
        { Teams: var teams } when teams.Length > 0 && teams.All(team => team.Standing == InjectStanding.Withdrawn) => new("taken back", "back", "warn"),
        { Teams: var teams } when teams.Length > 0 && teams.All(team => team.Standing == InjectStanding.Passed) => new("did not come", "dead", "muted"),
        { Due: not null } => new("to come", "clock", "muted"),
        _ => new("on a condition", "linked", "muted"),
    };

    public static Sign Of(TeamInject team, bool held) => team.Standing switch
    {
        InjectStanding.ToCome or InjectStanding.OnItsWay when held => Held,
        InjectStanding.Sent when team.Of > 0 && team.Read == team.Of => new(team.Of == 1 ? "read by the one reader" : (Phrase)$"read by all {team.Of}", "check", "good"),
        InjectStanding.Sent => new($"read by {team.Read} of {team.Of}", "new", team.Read == 0 ? "warn" : "muted"),
        InjectStanding.OnItsWay => new("on its way", "turning", "accent"),
        InjectStanding.Passed => new("did not come", "dead", "muted"),
        InjectStanding.Withdrawn => new("taken back", "back", "warn"),
        _ => new("to come", "clock", "muted"),
    };

    public static Sign Of(MarkKind kind) => kind switch
    {
        MarkKind.Moved => new("the attacker got on", "onward", "alarm"),
        MarkKind.Planted => new("the attacker left something behind", "foothold", "alarm"),
        MarkKind.Refused => new("the attacker was refused", "shield", "good"),
        MarkKind.Decided => new("decided", "act", "accent"),
        MarkKind.Withdrawn => new("withdrawn", "cross", "muted"),
        MarkKind.Answered => new("answered", "chat", "accent"),
        MarkKind.Set => new("set by the facilitator", "hand", "warn"),
        MarkKind.Missed => new("did not come, or taken back", "back", "muted"),
        _ => new("told", "inbox", "muted"),
    };
}
