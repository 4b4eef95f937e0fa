using System.Collections.Immutable;
using System.Text;

namespace Tabletop.Web.Play;

public enum PlayPart
{
    Inbox,
    Credentials,
    Systems,
    Act,
    Tools,
    Team,
    Notes,
    Log,
}

/// <summary>Everything about a participant's page that is in its address, so that it can be linked, reloaded and gone back to.</summary>
/// <param name="Item">What is open: an inject, a credential, a system, an action, a decision; <see cref="AllPicked"/>: what is picked.</param>
/// <param name="Action">The action that is being decided.</param>
/// <param name="Target">In the part "act": what the action is aimed at.</param>
/// <param name="Show">A filter of the part's list; empty: all.</param>
/// <param name="Owner">A second filter of the credential board; empty: all.</param>
/// <param name="Pick">Credentials that are ticked, joined by commas.</param>
public sealed record PlayAddress(
    string Exercise,
    PlayPart Part = PlayPart.Inbox,
    string Item = "",
    string Action = "",
    string Target = "",
    string Show = "",
    string Owner = "",
    string Pick = "")
{
    /// <summary>Id of the team whose page is watched, read only; empty: it is one's own.</summary>
    public string Team { get; init; } = "";

    /// <summary>Id of the person of that team whose page it is.</summary>
    public string As { get; init; } = "";

    /// <summary>One of the pages that stand under "Team".</summary>
    public bool IsOfTeam => Part is PlayPart.Team or PlayPart.Notes or PlayPart.Log;

    public bool IsWatched => Team.Length > 0;

    /// <summary>As an item: all that are ticked, to decide for them together.</summary>
    public const string AllPicked = "picked";

    public ImmutableArray<string> Picked => [.. Pick.Split(',', StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>What decisions are aimed at: the item that is open, or all that are ticked.</summary>
    public ImmutableArray<string> Targets => Item is "" or AllPicked ? Picked : [Item];

    public string Href
    {
        get
        {
            var href = new StringBuilder(IsWatched ? "watch/" : "play/").Append(Uri.EscapeDataString(Exercise));
            if (IsWatched)
                href.Append('/').Append(Uri.EscapeDataString(Team));
            href.Append("?view=").Append(NameOf(Part));
            Add(href, "as", As);
            Add(href, "item", Item);
            Add(href, "action", Action);
            Add(href, "target", Target);
            Add(href, "show", Show);
            Add(href, "owner", Owner);
            Add(href, "pick", Pick);
            return href.ToString();
        }
    }

    public static PlayAddress Of(string exercise, string? view, string? item, string? action, string? target, string? show, string? owner, string? pick) =>
        new(exercise, PartOf(view), item ?? "", action ?? "", target ?? "", show ?? "", owner ?? "", pick ?? "");

    public PlayAddress To(PlayPart part, string item = "") => new(Exercise, part, item) { Team = Team, As = As };

    public PlayAddress Open(string item) => this with { Item = item, Action = "", Target = "" };

    public PlayAddress Close() => this with { Item = "", Action = "", Target = "" };

    /// <summary>The same list with some credentials ticked or no longer, and nothing else open.</summary>
    public PlayAddress Tick(IEnumerable<string> credentials, bool on) =>
        Close() with { Pick = string.Join(',', on ? Picked.Union(credentials) : Picked.Except(credentials)) };

    static PlayPart PartOf(string? view) => view switch
    {
        "credentials" => PlayPart.Credentials,
        "systems" => PlayPart.Systems,
        "act" => PlayPart.Act,
        "tools" => PlayPart.Tools,
        "team" => PlayPart.Team,
        "notes" => PlayPart.Notes,
        "log" => PlayPart.Log,
        _ => PlayPart.Inbox,
    };

    static string NameOf(PlayPart part) => part switch
    {
        PlayPart.Credentials => "credentials",
        PlayPart.Systems => "systems",
        PlayPart.Act => "act",
        PlayPart.Tools => "tools",
        PlayPart.Team => "team",
        PlayPart.Notes => "notes",
        PlayPart.Log => "log",
        _ => "inbox",
    };

    static void Add(StringBuilder href, string name, string value)
    {
        if (value.Length > 0)
            href.Append('&').Append(name).Append('=').Append(Uri.EscapeDataString(value).Replace("%2C", ",", StringComparison.Ordinal));
    }
}
