using System.Collections.Immutable;
using Tabletop.Engine;

namespace Tabletop.Scenarios;

/// <summary>Puts a draft without errors together as a scenario.</summary>
static class ScenarioBuilder
{
    public static Scenario Build(Draft draft, string hash)
    {
        var scenario = draft.Scenario!;
        return new Scenario
        {
            Id = scenario.Id,
            Title = scenario.Title,
            Summary = scenario.Summary,
            Briefing = scenario.Briefing,
            Afterword = scenario.Afterword,
            Hash = hash,
            Variables = new(scenario.Text.Reading.Texts.Variables),
            Languages = scenario.Text.Reading.Texts.Languages,
            AfterOutage = scenario.AfterOutage,
            Paces = new(scenario.Paces),
            Phases = new(Joined(scenario.Phases)),
            Roles = ToCatalog(scenario.Roles),
            Objectives = new(scenario.Objectives),
            Systems = ToCatalog(scenario.Systems),
            Credentials = ToCatalog(scenario.Credentials),
            Footholds = ToCatalog(scenario.Footholds),
            Adversary = new(scenario.Adversary.Initial, ToCatalog(scenario.Adversary.States)),
            Actions = ToCatalog(scenario.Actions),
            Injects = ToCatalog(scenario.Injects),
            Scoring = ToCatalog(scenario.Scoring),
            Endings = ToCatalog(scenario.Endings),
            History = draft.History?.Spec,
            Playthroughs = [.. draft.Playthroughs.Select(playthrough => playthrough.Spec)],
        };
    }

    /// <summary>A phase without a start begins where the one before it ends.</summary>
    internal static IEnumerable<PhaseSpec> Joined(ImmutableArray<Part<PhaseSpec>> phases)
    {
        var previousEnd = DateTimeOffset.MinValue;
        foreach (var phase in phases)
        {
            yield return phase.Spec.Start == default ? phase.Spec with { Start = previousEnd } : phase.Spec;
            previousEnd = phase.Spec.End;
        }
    }

    static Catalog<T> ToCatalog<T>(ImmutableArray<Part<T>> parts) where T : class, ISpec => new(parts.Select(part => part.Spec));
}
