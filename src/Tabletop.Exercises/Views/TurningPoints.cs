using Tabletop.Engine;

namespace Tabletop.Exercises.Views;

/// <summary>Finds the moments after which a team's story could only go one way.</summary>
static class TurningPoints
{
    const int Most = 3;

    /// <summary>By version of the event, in order of time.</summary>
    internal static IReadOnlyList<(long Version, TurningPoint Point)> Of(Exercise exercise, IReadOnlyList<Event> log, Team team)
    {
        var scenario = exercise.Scenario;
        var state = scenario.Adversary.Initial;
        var found = new List<(int Weight, Event Event, string Title, string Detail)>();
        foreach (var e in log.Where(item => item.TeamId == team.Id))
        {
            switch (e)
            {
                case Event.AdversaryMoved moved:
                    if (Weigh(scenario, Step(scenario, moved.From, moved.Step)) is var (weight, detail))
                        found.Add((weight, e, Step(scenario, moved.From, moved.Step).Title, detail));
                    state = moved.To;
                    break;
                case Event.AdversaryRefused refused:
                    var step = Step(scenario, state, refused.Step);
                    found.Add((refused.To is null ? 4 : 6, e, $"Refused: {step.Title}", Cause(exercise, team, step, e.Time)));
                    state = refused.To ?? state;
                    break;
                case Event.DecisionFinished finished:
                    var decision = team.Decisions.First(item => item.Id == finished.Decision);
                    if (Evicts(scenario, team, decision, e.Time) is { } foothold)
                        found.Add((3, e, $"Removed: {foothold}", $"Decided {ScenarioTime.Long(decision.Made)} by {TeamProjection.NameOf(exercise, decision.Person)}."));
                    break;
            }
        }

        return [.. found
            .OrderByDescending(item => item.Weight)
            .ThenBy(item => item.Event.Version)
            .Take(Most)
            .OrderBy(item => item.Event.Version)
            .Select((item, index) => (item.Event.Version, new TurningPoint(index + 1, item.Event.Time, item.Title, item.Detail)))];
    }

    static AdversaryStep Step(Scenario scenario, string state, string step) =>
        scenario.Adversary.States[state].Steps.First(item => item.Id == step);

    static (int Weight, string Detail)? Weigh(Scenario scenario, AdversaryStep step)
    {
        var plants = step.Effects.Any(effect => effect is Effect.PlantFoothold);
        if (!plants && step.Needs is null)
            return null;
        var needed = step.Needs is null ? "It needed nothing more than it had." : $"It could, because {ConditionText.Of(step.Needs, scenario)}.";
        return ((plants ? 3 : 2) + (step.Needs is null ? 0 : 2), needed);
    }

    /// <summary>Which of the team's decisions touched what a refused step needed.</summary>
    static string Cause(Exercise exercise, Team team, AdversaryStep step, DateTimeOffset time)
    {
        var touched = step.Needs is null ? [] : KeyCredentials.Leaves(step.Needs).Select(Subject).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var causes = team.Decisions
            .Where(item => item.Status == DecisionStatus.Finished && item.Finishes <= time && item.Target is { } target && touched.Contains(target))
            .OrderBy(item => item.Finishes)
            .Select(item => $"“{exercise.Scenario.Actions[item.Action].Title}” on {TeamProjection.TargetTitle(exercise.Scenario, item)} was done {ScenarioTime.Span(time - item.Finishes)} before")
            .ToList();
        return causes.Count > 0 ? string.Join("; ", causes) + "."
            : step.Needs is null ? ""
            : $"It needed that {ConditionText.Of(step.Needs, exercise.Scenario)}.";
    }

    static string? Subject(Condition leaf) => leaf switch
    {
        Condition.CredentialIs(var id, _) => id,
        Condition.SystemIs(var id, _) => id,
        Condition.FootholdIs(var id, _) => id,
        _ => null,
    };

    static string? Evicts(Scenario scenario, Team team, Decision decision, DateTimeOffset time) => scenario.Actions[decision.Action].Effects
        .OfType<Effect.RemoveFoothold>()
        .Select(effect => effect.Foothold ?? decision.Target)
        .Where(id => id is not null && team.World.Footholds.TryGetValue(id, out var state) && state.Removed == time)
        .Select(id => scenario.Footholds[id!].Title)
        .FirstOrDefault();
}
