namespace Tabletop.Web.Review;

/// <summary>Everything about a debrief page that is in its address.</summary>
/// <param name="Team">Id of the team that is looked at; empty: the first.</param>
/// <param name="Event">Id of the event whose details are open; empty: none.</param>
public sealed record DebriefAddress(string Exercise, string Team = "", string Event = "")
{
    /// <summary>Whose decisions are changed: a team's id or history's; empty: those of the team that is looked at.</summary>
    public string Of { get; init; } = "";

    /// <summary>What is otherwise, as <see cref="ChangeText"/>; empty: nothing.</summary>
    public string What { get; init; } = "";

    public string Href
    {
        get
        {
            var query = string.Join('&', new[] { ("team", Team), ("event", Event), ("of", Of), ("what", What) }
                .Where(part => part.Item2.Length > 0)
                .Select(part => $"{part.Item1}={Uri.EscapeDataString(part.Item2)}"));
            return $"debrief/{Uri.EscapeDataString(Exercise)}{(query.Length > 0 ? "?" : "")}{query}";
        }
    }

    /// <summary>Another team's debrief; what was open belongs to the one before.</summary>
    public DebriefAddress OfTeam(string team) => new(Exercise, team);

    public DebriefAddress OfEvent(string happening) => this with { Event = happening };

    /// <summary>Another question; an open event may not be in its answer.</summary>
    public DebriefAddress WhatIf(string of, string what) => this with { Event = "", Of = of, What = what };
}
