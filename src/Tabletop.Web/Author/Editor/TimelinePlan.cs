using System.Collections.Immutable;
using Tabletop.Engine;
using Tabletop.Exercises.Views;
using Tabletop.Scenarios;

namespace Tabletop.Web.Author.Editor;

public enum TimelineLane
{
    Injects,
    Attacker,
    History,
}

/// <summary>Something that the scenario's text puts on the clock.</summary>
/// <param name="At">Null for what waits for a condition or a hand.</param>
/// <param name="X">On the axis, 0 to 1.</param>
/// <param name="When">The time, or what it waits for.</param>
/// <param name="Detail">What else is to be said of it, or null.</param>
public sealed record TimelineRow(TimelineLane Lane, DateTimeOffset? At, double X, Phrase When, Phrase Title, Phrase? Detail, Glyphs.Sign Sign, SourceRef Source);

/// <param name="Times">From when to when, and how long it takes to play.</param>
public sealed record TimelinePhase(PhaseSpec Spec, AxisPhase Axis, Phrase Times, ImmutableArray<TimelineRow> Rows);

/// <summary>A scenario on its own clock, before anybody has played it: by phases, and what waits for something to happen.</summary>
public sealed record TimelinePlan(ImmutableArray<TimelinePhase> Phases, ImmutableArray<TimelineRow> Waiting)
{
    public static TimelinePlan Of(Scenario scenario)
    {
        var pace = scenario.Paces[0].Id;
        var axis = TimeAxis.Of(scenario, pace);
        var rows = Injects(scenario, axis).Concat(Attacker(scenario, axis)).Concat(History(scenario, axis)).ToList();
        var timed = rows.Where(row => row.At is not null).ToLookup(row => scenario.PhaseAt(row.At!.Value));
        return new(
            [
                .. scenario.Phases.Select((phase, index) => new TimelinePhase(
                    phase,
                    axis.Phases[index],
                    $"{ScenarioTime.Short(phase.Start)} to {ScenarioTime.Short(phase.End)}, played in {ScenarioTime.Span(phase.Takes[pace])}",
                    [.. timed[index].OrderBy(row => row.At).ThenBy(row => row.Lane)])),
            ],
            [.. rows.Where(row => row.At is null)]);
    }

    static IEnumerable<TimelineRow> Injects(Scenario scenario, TimeAxis axis) => scenario.Injects.Select(inject =>
    {
        var at = inject.Trigger is Trigger.AtTime time ? time.Time : (DateTimeOffset?)null;
        var when = inject.Trigger is Trigger.Manual ? (Phrase)"when the facilitator sends it" : ConditionText.Of(inject.Trigger, scenario);
        var condition = inject.Trigger is Trigger.AtTime { If: { } only } ? (Phrase)$"only if {ConditionText.Of(only, scenario)}" : null;
        return new TimelineRow(TimelineLane.Injects, at, X(axis, at), at is { } known ? (Phrase)$"{ScenarioTime.Short(known)}" : when, $"{inject.Title}", condition, Glyphs.Signs.Of(inject.Channel), inject.Source);
    });

    /// <summary>Steps at the earliest time they can have, every step before them having its way.</summary>
    static IEnumerable<TimelineRow> Attacker(Scenario scenario, TimeAxis axis) =>
        from node in AttackGraph.Of(scenario).States
        where node.Earliest is not null
        from step in node.Spec.Steps
        let entered = node.Earliest!.Value + step.After
        let at = step.At is { } fixedAt && fixedAt > entered ? fixedAt : entered
        where at <= scenario.End
        select new TimelineRow(TimelineLane.Attacker, at, X(axis, at), $"{ScenarioTime.Short(at)}", $"{step.Title}", step.At is null ? (Phrase)"at the earliest" : null, new("the attacker", "act", "alarm"), step.Source);

    static IEnumerable<TimelineRow> History(Scenario scenario, TimeAxis axis) => (scenario.History?.Steps ?? []).Select(step =>
    {
        var title = step.Inject is { } inject && scenario.Injects.TryGet(inject, out var asked) ? (Phrase)$"Answers “{asked.Title}”"
            : step.Action is { } action && scenario.Actions.TryGet(action, out var done) ? (Phrase)$"{done.Title}"
            : (Phrase)$"{step.Action ?? step.Inject}";
        return new TimelineRow(TimelineLane.History, step.At, X(axis, step.At), $"{ScenarioTime.Short(step.At)}", title, step.Target is { } target ? (Phrase)$"on {target}" : null, new("History", "flag", "accent"), step.Source);
    });

    static double X(TimeAxis axis, DateTimeOffset? at) => at is { } time ? axis.X(time) : 0;
}
