using System.Collections.Immutable;
using Tabletop.Engine;

namespace Tabletop.Exercises.Views;

public enum InterventionKind
{
    Hint,
    Correction,

    /// <summary>Something of a team's world, or its attacker, was set to another state.</summary>
    Override,
}

/// <summary>What a facilitator did to one team beside the story.</summary>
/// <param name="Time">Scenario time.</param>
/// <param name="What">The hint, the dimension, or what was set from which state to which.</param>
/// <param name="Reason">Empty for a hint.</param>
/// <param name="Points">That it gave to the team, less than 0 when it took them.</param>
public sealed record InterventionRow(
    long Version, DateTimeOffset Time, string TeamId, string Team, InterventionKind Kind, Phrase What, string Reason, decimal Points)
{
    /// <summary>Who did it; null: somebody of whom the log has no name.</summary>
    public Facilitator? By { get; init; }

    /// <summary>Id of a correction that can be taken back, or null.</summary>
    public string? CanUndo { get; init; }

    /// <summary>A correction that was taken back.</summary>
    public bool Undone { get; init; }

    /// <summary>Of a hint: how many of the team have put it away.</summary>
    public int Read { get; init; }

    public int Of { get; init; }
}

/// <summary>What facilitators did to teams, for facilitators and for the debrief.</summary>
public static class Interventions
{
    /// <param name="log">All events.</param>
    /// <returns>Oldest first.</returns>
    public static ImmutableArray<InterventionRow> Of(Exercise exercise, IReadOnlyList<Event> log) =>
        [.. log.Select(e => RowOf(exercise, e)).OfType<InterventionRow>()];

    static InterventionRow? RowOf(Exercise exercise, Event e)
    {
        InterventionRow Row(InterventionKind kind, Phrase what, string reason, decimal points) =>
            new(e.Version, e.Time, e.TeamId!, exercise.FindTeam(e.TeamId)!.Name, kind, what, reason, points) { By = e.Facilitator };

        switch (e)
        {
            case Event.HintGiven given:
                var people = exercise.People.Values.Where(person => person.Team == given.Team).ToList();
                var read = exercise.FindTeam(given.Team)!.Hints.First(hint => hint.Id == given.Hint).ReadBy;
                return Row(InterventionKind.Hint, $"{given.Text}", "", -given.Cost) with { Read = people.Count(person => read.Contains(person.Id)), Of = people.Count };
            case Event.ScoreCorrected corrected:
                var undone = exercise.FindTeam(corrected.Team)!.Corrections.Any(item => item.Undoes == corrected.Correction);
                return Row(InterventionKind.Correction, corrected.Dimension is { } dimension ? (Phrase)dimension.ToString() : (Phrase)"Overall", corrected.Reason, corrected.Points) with
                {
                    Undone = undone,
                    CanUndo = undone || corrected.Undoes is not null ? null : corrected.Correction,
                };
            case Event.Overridden set:
                return Row(InterventionKind.Override, $"{TitleOf(exercise.Scenario, set.What, set.Subject)}: {WordsOf(exercise.Scenario, set.What, set.From)} → {WordsOf(exercise.Scenario, set.What, set.To)}", set.Reason, 0);
            default:
                return null;
        }
    }

    internal static Phrase TitleOf(Scenario scenario, OverrideKind what, string subject) =>
        TitleOf(what, Overrides.SubjectsOf(scenario, what).FirstOrDefault(item => item.Id == subject).Title ?? subject);

    /// <summary>What can be set, as people call it.</summary>
    internal static Phrase TitleOf(OverrideKind what, string title) => what switch
    {
        OverrideKind.Adversary => (Phrase)"The attacker",

        // As conditions say it.
        OverrideKind.Flag => (Phrase)$"{title.Replace('-', ' ')}",
        _ => (Phrase)$"{title}",
    };

    /// <summary>A state as people call it.</summary>
    public static Phrase WordsOf(Scenario scenario, OverrideKind what, string state) => (what, state) switch
    {
        (OverrideKind.Adversary, _) => $"{(scenario.Adversary.States.TryGet(state, out var found) ? found.Title : state)}",
        (_, Overrides.Absent) => (Phrase)"never there",
        (_, Overrides.Dead) => (Phrase)"dead from the start",
        (_, Overrides.Usable) => (Phrase)"usable",
        (_, Overrides.Planted) => (Phrase)"planted",
        (_, Overrides.Removed) => (Phrase)"removed",
        (_, Overrides.On) => (Phrase)"set",
        (_, Overrides.Off) => (Phrase)"not set",

        // How a credential ends, as a condition says it too.
        _ => (Phrase)state,
    };
}
