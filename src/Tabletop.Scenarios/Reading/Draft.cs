using System.Collections.Immutable;
using Tabletop.Engine;

namespace Tabletop.Scenarios;

/// <summary>Everything that was read, before it is checked; parts that could not be read are absent.</summary>
sealed class Draft
{
    public required Names Names { get; init; }

    /// <summary>Null when scenario.yaml could not be read at all.</summary>
    public ScenarioDraft? Scenario { get; init; }

    public PlaythroughDraft? History { get; init; }

    public ImmutableArray<PlaythroughDraft> Playthroughs { get; init; } = [];

    public IEnumerable<PlaythroughDraft> AllPlaythroughs => History is null ? Playthroughs : Playthroughs.Prepend(History);
}

sealed class ScenarioDraft
{
    public required MapReader Text { get; init; }

    /// <summary>The format that it is written in.</summary>
    public required int Format { get; init; }
    public required string Id { get; init; }
    public required string Title { get; init; }
    public required string Summary { get; init; }
    public required string Briefing { get; init; }
    public required string Afterword { get; init; }
    public required OutageRule AfterOutage { get; init; }
    public required ImmutableArray<PaceSpec> Paces { get; init; }
    public required ImmutableArray<Part<PhaseSpec>> Phases { get; init; }
    public required ImmutableArray<Part<RoleSpec>> Roles { get; init; }
    public required ImmutableArray<ObjectiveSpec> Objectives { get; init; }
    public required ImmutableArray<Part<SystemSpec>> Systems { get; init; }
    public required ImmutableArray<Part<CredentialSpec>> Credentials { get; init; }
    public required ImmutableArray<Part<FootholdSpec>> Footholds { get; init; }
    public required AdversaryDraft Adversary { get; init; }
    public required ImmutableArray<Part<ActionSpec>> Actions { get; init; }
    public required ImmutableArray<Part<InjectSpec>> Injects { get; init; }
    public required ImmutableArray<Part<ScoreRule>> Scoring { get; init; }
    public required ImmutableArray<Part<EndingSpec>> Endings { get; init; }
}

/// <param name="Initial">Empty when it could not be read.</param>
/// <param name="States">In the file's order.</param>
/// <param name="Steps">Of all states, each with the state that it belongs to.</param>
sealed record AdversaryDraft(string Initial, ImmutableArray<Part<AdversaryState>> States, ImmutableArray<(string State, Part<AdversaryStep> Step)> Steps)
{
    public static readonly AdversaryDraft None = new("", [], []);
}

sealed record PlaythroughDraft(Playthrough Spec, MapReader Text, ImmutableArray<Part<PlaythroughStep>> Steps);
