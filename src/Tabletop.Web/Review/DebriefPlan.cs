using System.Collections.Immutable;
using Tabletop.Exercises.Views;

namespace Tabletop.Web.Review;

/// <summary>What of a debrief is shown, and in which order.</summary>
/// <param name="Team">The team that is looked at.</param>
/// <param name="Own">Id of the viewer's own team; empty for a facilitator.</param>
/// <param name="Teams">All teams, the viewer's own first.</param>
/// <param name="InFull">Stories drawn with everything in them: the chosen team's, history, and the other teams' while they are few.</param>
/// <param name="AtAGlance">The other teams' stories while they are many.</param>
/// <param name="Chosen">The event whose details are open, or null.</param>
public sealed record DebriefPlan(
    TeamResult Team,
    string Own,
    ImmutableArray<TeamResult> Teams,
    ImmutableArray<Story> InFull,
    ImmutableArray<Story> AtAGlance,
    Happening? Chosen,
    Happening? Before,
    Happening? After)
{
    /// <summary>With more teams than this the picture shows the others at a glance.</summary>
    public const int FewTeams = 4;

    /// <summary>A simulation that stands beside what was, or null.</summary>
    public WhatIfView? WhatIf { get; init; }

    /// <summary>Null when nobody took part.</summary>
    public static DebriefPlan? Of(DebriefView view, DebriefAddress address, string own, WhatIfView? whatIf = null)
    {
        ImmutableArray<TeamResult> teams = [.. view.Teams.OrderByDescending(team => team.Id == own)];
        if (teams.IsEmpty)
            return null;

        var team = teams.FirstOrDefault(item => item.Id == address.Team) ?? TeamOf(view, teams, address.Event) ?? teams[0];
        var others = teams.Where(item => item != team).Select(item => view.Stories.First(story => story.Id == item.Id));
        var few = teams.Length <= FewTeams;
        ImmutableArray<Story> inFull =
        [
            view.Stories.First(story => story.Id == team.Id),
            .. whatIf is not null && address.Of != Story.OfHistory ? [whatIf.Story] : (ImmutableArray<Story>)[],
            .. view.Stories.Where(story => story.IsHistory),
            .. whatIf is not null && address.Of == Story.OfHistory ? [whatIf.Story] : (ImmutableArray<Story>)[],
            .. few ? others : [],
        ];
        var (before, chosen, after) = Around(inFull, address.Event);
        return new(team, own, teams, inFull, few ? [] : [.. others], chosen, before, after) { WhatIf = whatIf };
    }

    public bool IsOwn(string team) => team.Length > 0 && team == Own;

    /// <summary>Results of the stories that are drawn in full, in the picture's order.</summary>
    public IEnumerable<TeamResult> ResultsInFull => InFull.Select(story => Teams.FirstOrDefault(team => team.Id == story.Id)).OfType<TeamResult>();

    /// <summary>The one mark of the picture that the Tab key stops at.</summary>
    public string Entry => Chosen?.Id ?? (InFull[0].States.IsEmpty ? "" : InFull[0].States[0].Id);

    static TeamResult? TeamOf(DebriefView view, ImmutableArray<TeamResult> teams, string happening) =>
        happening.Length > 0 && view.Stories.FirstOrDefault(story => Happening.Of(story).Any(item => item.Id == happening)) is { } story
            ? teams.FirstOrDefault(team => team.Id == story.Id)
            : null;

    static (Happening? Before, Happening? Chosen, Happening? After) Around(ImmutableArray<Story> stories, string happening)
    {
        foreach (var story in happening.Length > 0 ? stories : [])
        {
            var all = Happening.Of(story);
            for (var index = 0; index < all.Length; index++)
            {
                if (all[index].Id == happening)
                    return (index > 0 ? all[index - 1] : null, all[index], index + 1 < all.Length ? all[index + 1] : null);
            }
        }

        return default;
    }
}
