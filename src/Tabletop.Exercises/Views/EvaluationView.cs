using System.Collections.Immutable;
using Tabletop.Engine;

namespace Tabletop.Exercises.Views;

/// <summary>What an evaluator works with: one team as it goes, and the guide to rate it by.</summary>
public sealed record EvaluationView
{
    public required string Exercise { get; init; }
    public required string Title { get; init; }
    public required ClockView Clock { get; init; }
    public required string Phase { get; init; }

    /// <summary>Id and name of those that may be evaluated.</summary>
    public ImmutableArray<(string Id, string Name)> Teams { get; init; } = [];

    /// <summary>The one that is evaluated; null: there is none.</summary>
    public string? Team { get; init; }
    public string TeamName { get; init; } = "";

    /// <summary>What came to the team and what it did, newest first.</summary>
    public ImmutableArray<TimelineEntry> Timeline { get; init; } = [];

    /// <summary>What the team has had, newest first.</summary>
    public ImmutableArray<EvaluatedInject> Injects { get; init; } = [];
    public ImmutableArray<GuideItem> Guide { get; init; } = [];

    /// <summary>Of the team, newest first.</summary>
    public ImmutableArray<ObservationRow> Observations { get; init; } = [];
}

/// <param name="Expects">What the players may be expected to do.</param>
public sealed record EvaluatedInject(string Id, string Title, ImmutableArray<string> Expects);

/// <param name="Mine">The viewer's own, or null.</param>
public sealed record GuideItem(string Id, string Title, Rating? Mine, string Comment);

/// <param name="Inject">Title, or null.</param>
/// <param name="Objective">Title, or null.</param>
/// <param name="Mine">The viewer may take it back.</param>
public sealed record ObservationRow(string Id, string By, DateTimeOffset Time, string Text, string? Inject, string? Objective, bool Mine)
{
    /// <summary>Only where evaluators and facilitators look.</summary>
    public ImmutableArray<ObservedFile> Files { get; init; } = [];
}

/// <summary>Gathers what an evaluator sees.</summary>
public static class EvaluationProjection
{
    /// <param name="events">What the viewer may see, in order.</param>
    /// <param name="team">Asked for; null or not allowed: the first that is.</param>
    /// <returns>Null when the viewer may not evaluate.</returns>
    public static EvaluationView? Of(Viewer viewer, Exercise exercise, IEnumerable<Event> events, string? team)
    {
        if (viewer is not (Viewer.Facilitator or Viewer.Evaluator))
            return null;

        var (by, only) = viewer is Viewer.Evaluator evaluator ? (evaluator.Pass, evaluator.Team) : ("", null);
        var teams = exercise.Teams.Where(item => only is null || item.Id == only).ToList();
        var chosen = teams.Find(item => item.Id == team) ?? teams.FirstOrDefault();
        var view = new EvaluationView
        {
            Exercise = exercise.Id,
            Title = exercise.Title,
            Clock = ClockView.Of(exercise),
            Phase = exercise.PhaseSpec.Title,
            Teams = [.. teams.Select(item => (item.Id, item.Name))],
        };
        if (chosen is null)
            return view;

        var seen = new Viewer.Evaluator(by, chosen.Id);
        return view with
        {
            Team = chosen.Id,
            TeamName = chosen.Name,
            Timeline = [.. TeamTimeline.Of(exercise, chosen, events.Where(e => Visibility.For(seen, e, exercise) is not null)).Reverse()],
            Injects = [.. chosen.Inbox.Reverse().Select(item => exercise.FindInject(item.Inject)).OfType<InjectSpec>().Select(spec => new EvaluatedInject(spec.Id, spec.Title, spec.Expects))],
            Guide = [.. EvaluationGuide.Of(exercise.Scenario).Select(item => ItemOf(exercise, item, chosen.Id, by))],
            Observations = [.. ObservationsOf(exercise, chosen.Id, by)],
        };
    }

    /// <param name="by">Whose are marked as the viewer's own; null: nobody's.</param>
    internal static IEnumerable<ObservationRow> ObservationsOf(Exercise exercise, string team, string? by) => exercise.Observations
        .Where(item => item.Team == team)
        .Reverse()
        .Select(item => new ObservationRow(
            item.Id,
            item.Name,
            item.Time,
            item.Text,
            item.Inject is { } inject ? exercise.FindInject(inject)?.Title ?? inject : null,
            item.Objective is { } objective ? TitleOf(exercise.Scenario, objective) : null,
            item.By == by)
        {
            // Without a viewer of its own it is the debrief, which participants read too.
            Files = by is null ? [] : item.Files,
        });

    static GuideItem ItemOf(Exercise exercise, ObjectiveSpec item, string team, string by)
    {
        var mine = exercise.Ratings.FirstOrDefault(rating => rating.By == by && rating.Team == team && rating.Objective == item.Id);
        return new(item.Id, item.Title, mine?.Rating, mine?.Comment ?? "");
    }

    static string TitleOf(Scenario scenario, string objective) =>
        EvaluationGuide.Of(scenario).FirstOrDefault(item => item.Id == objective)?.Title ?? objective;
}
