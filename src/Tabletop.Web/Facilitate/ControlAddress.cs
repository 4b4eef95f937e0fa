using System.Text;

namespace Tabletop.Web.Facilitate;

/// <summary>Parts of the injects' list.</summary>
public enum InjectTab
{
    /// <summary>Comes by itself to at least one team.</summary>
    ToCome,
    Held,
    Sent,

    /// <summary>Only comes when a facilitator sends it.</summary>
    ByHand,
    All,
}

/// <summary>Columns; a small screen shows one of them.</summary>
public enum ControlPart
{
    Injects,
    Teams,
    Decisions,

    /// <summary>All injects in one table, over the whole page.</summary>
    Msel,
}

/// <summary>Everything about a facilitator's page that is in its address, so that it can be linked, reloaded and gone back to.</summary>
/// <param name="Inject">The inject that is open, <see cref="Writing"/>, <see cref="CopyOf"/> or <see cref="EditOf"/> for the form, or empty.</param>
/// <param name="Team">The team that is open, under the inject if there is one; or empty.</param>
public sealed record ControlAddress(
    string Exercise, ControlPart Part = ControlPart.Injects, InjectTab Tab = InjectTab.ToCome, string Inject = "", string Team = "")
{
    /// <summary>In the place of an inject: a new one is being written.</summary>
    public const string Writing = "new";

    const string CopyMark = "copy:";
    const string EditMark = "edit:";

    /// <summary>What of the table of all injects is shown.</summary>
    public MselFilter Filter { get; init; } = MselFilter.Everything;

    /// <summary>Teams stand by name, not by who needs help.</summary>
    public bool ByName { get; init; }

    /// <summary>Id of the inject that a new one is being made of, or null.</summary>
    public string? CopyOf => After(CopyMark);

    /// <summary>Id of the inject that is being changed, or null.</summary>
    public string? EditOf => After(EditMark);

    public bool IsOpen => Inject.Length > 0 || Team.Length > 0;

    public string Href
    {
        get
        {
            var href = new StringBuilder("facilitate/").Append(Uri.EscapeDataString(Exercise));
            var mark = '?';
            void Add(string name, string value)
            {
                if (value.Length == 0)
                    return;
                href.Append(mark).Append(name).Append('=').Append(Uri.EscapeDataString(value));
                mark = '&';
            }

            Add("view", NameOf(Part));
            Add("tab", NameOf(Tab));
            Add("inject", Inject);
            Add("team", Team);
            Add("sort", ByName ? "name" : "");
            if (Part == ControlPart.Msel)
            {
                Add("state", Filter.State == MselState.All ? "" : Filter.State.ToString().ToLowerInvariant());
                Add("channel", Filter.Channel?.ToString().ToLowerInvariant() ?? "");
                Add("for", Filter.Team);
            }

            return href.ToString();
        }
    }

    public static ControlAddress Of(string exercise, string? view, string? tab, string? inject, string? team) =>
        new(exercise, PartOf(view), TabOf(tab), inject ?? "", team ?? "");

    /// <summary>A new inject made of another.</summary>
    public ControlAddress Copy(string inject) => this with { Inject = CopyMark + inject };

    public ControlAddress Edit(string inject) => this with { Inject = EditMark + inject };

    /// <summary>A column by itself, with nothing open over it.</summary>
    public ControlAddress To(ControlPart part) => this with { Part = part, Inject = "", Team = "" };

    public ControlAddress To(InjectTab tab) => this with { Tab = tab };

    public ControlAddress OpenInject(string inject) => this with { Inject = inject };

    public ControlAddress OpenTeam(string team) => this with { Team = team, Inject = "" };

    string? After(string mark) => Inject.StartsWith(mark, StringComparison.Ordinal) ? Inject[mark.Length..] : null;

    /// <summary>One step back: from an inject to the team it was opened from, or to nothing.</summary>
    public ControlAddress Close() => Inject.Length > 0 ? this with { Inject = "" } : this with { Team = "" };

    static ControlPart PartOf(string? view) => view switch
    {
        "teams" => ControlPart.Teams,
        "decisions" => ControlPart.Decisions,
        "msel" => ControlPart.Msel,
        _ => ControlPart.Injects,
    };

    static string NameOf(ControlPart part) => part switch
    {
        ControlPart.Teams => "teams",
        ControlPart.Decisions => "decisions",
        ControlPart.Msel => "msel",
        _ => "",
    };

    static InjectTab TabOf(string? tab) => tab switch
    {
        "held" => InjectTab.Held,
        "sent" => InjectTab.Sent,
        "hand" => InjectTab.ByHand,
        "all" => InjectTab.All,
        _ => InjectTab.ToCome,
    };

    static string NameOf(InjectTab tab) => tab switch
    {
        InjectTab.Held => "held",
        InjectTab.Sent => "sent",
        InjectTab.ByHand => "hand",
        InjectTab.All => "all",
        _ => "",
    };
}
