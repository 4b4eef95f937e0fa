namespace Tabletop.Web.Review;

/// <summary>Everything about a debrief page that is in its address.</summary>
/// <param name="Team">Id of the team that is looked at; empty: the first.</param>
/// <param name="Event">Id of the event whose details are open; empty: none.</param>
public sealed record DebriefAddress(string Exercise, string Team = "", string Event = "")
{
    public string Href => $"debrief/{Uri.EscapeDataString(Exercise)}{Query}";

    string Query => (Team, Event) switch
    {
        ("", "") => "",
        (_, "") => $"?team={Uri.EscapeDataString(Team)}",
        ("", _) => $"?event={Uri.EscapeDataString(Event)}",
        _ => $"?team={Uri.EscapeDataString(Team)}&event={Uri.EscapeDataString(Event)}",
    };

    /// <summary>Another team's debrief; what was open belongs to the one before.</summary>
    public DebriefAddress OfTeam(string team) => this with { Team = team, Event = "" };

    public DebriefAddress OfEvent(string happening) => this with { Event = happening };
}
