using System.Collections.Immutable;

namespace Tabletop.Engine;

/// <summary>Where in its source a part of the scenario stands. <paramref name="Line"/> is 1-based; 0 where unknown.</summary>
public readonly record struct SourceRef(string File, int Line)
{
    public override string ToString() => $"{File}:{Line}";
}

/// <summary>A compiled scenario: checked, immutable, everything by id. Times are scenario time in UTC.</summary>
public sealed record Scenario
{
    public required string Id { get; init; }
    public required string Title { get; init; }
    public required string Summary { get; init; }

    /// <summary>Markdown shown to every participant when the exercise starts.</summary>
    public string Briefing { get; init; } = "";

    /// <summary>Markdown shown to everybody in the debrief.</summary>
    public string Afterword { get; init; } = "";

    /// <summary>SHA-256 of all sources, lower-case hex.</summary>
    public string Hash { get; init; } = "";

    /// <summary>What a customer may call by its own names. The texts here have been filled in already.</summary>
    public Catalog<VariableSpec> Variables { get; init; } = Catalog<VariableSpec>.Empty;

    /// <summary>The languages of its texts, the first of which has them all; empty when there is only one and nobody says which.</summary>
    public ImmutableArray<string> Languages { get; init; } = [];

    /// <summary>What the clock does when the server was down: stand still meanwhile, or wait for the facilitator.</summary>
    public OutageRule AfterOutage { get; init; } = OutageRule.Resume;

    /// <summary>The first is the default.</summary>
    public required Catalog<PaceSpec> Paces { get; init; }

    /// <summary>In order of time, without gaps.</summary>
    public required Catalog<PhaseSpec> Phases { get; init; }
    public required Catalog<RoleSpec> Roles { get; init; }
    public Catalog<ObjectiveSpec> Objectives { get; init; } = Catalog<ObjectiveSpec>.Empty;
    public required Catalog<SystemSpec> Systems { get; init; }
    public required Catalog<CredentialSpec> Credentials { get; init; }
    public required Catalog<FootholdSpec> Footholds { get; init; }
    public required AdversarySpec Adversary { get; init; }
    public required Catalog<ActionSpec> Actions { get; init; }
    public required Catalog<InjectSpec> Injects { get; init; }
    public required Catalog<ScoreRule> Scoring { get; init; }

    /// <summary>The first whose condition holds at the end is the team's ending; the last has no condition.</summary>
    public required Catalog<EndingSpec> Endings { get; init; }

    /// <summary>The real organisation's response, or null where the scenario has none.</summary>
    public Playthrough? History { get; init; }

    /// <summary>Other playthroughs that came with the scenario; one named <c>ideal</c> gives the best known score.</summary>
    public ImmutableArray<Playthrough> Playthroughs { get; init; } = [];

    /// <summary>Whether two exercises with the same decisions can differ, by their seed.</summary>
    public bool HasChance => Injects.Any(inject => inject.Chance is not null) || Adversary.States.Any(state => state.Steps.Any(step => step.Chance is not null));

    /// <summary>Everything that something in it can do to a world.</summary>
    public IEnumerable<Effect> Effects => Actions.SelectMany(action => action.Effects.Concat(action.Topics.SelectMany(topic => topic.Effects)))
        .Concat(Injects.SelectMany(inject => inject.Effects.Concat(inject.Question?.Effects.SelectMany(effects => effects) ?? [])))
        .Concat(Adversary.States.SelectMany(state => state.Steps).SelectMany(step => step.Effects.Concat(step.Refused.Effects)));

    public DateTimeOffset Start => Phases[0].Start;

    public DateTimeOffset End => Phases[^1].End;

    /// <summary>The phase that holds at <paramref name="time"/>; the first before the start, the last after the end.</summary>
    public int PhaseAt(DateTimeOffset time)
    {
        var index = 0;
        while (index + 1 < Phases.Count && Phases[index + 1].Start <= time)
        {
            index++;
        }

        return index;
    }
}

/// <summary>What an outage of the server does to a running clock. It never counts as elapsed time.</summary>
public enum OutageRule
{
    /// <summary>The clock goes on from where it stood as soon as the server is back.</summary>
    Resume,

    /// <summary>The exercise comes back paused; the facilitator resumes it.</summary>
    Pause,
}

/// <summary>A named tempo; each phase says how long it takes in it.</summary>
public sealed record PaceSpec(string Id, string Title) : ISpec;

/// <summary>A name in the scenario's texts that each exercise may replace by its own.</summary>
/// <param name="Default">What stands there when the exercise says nothing else.</param>
public sealed record VariableSpec(string Id, string Title, string Default) : ISpec;

/// <summary>A stretch of scenario time with one tempo and one budget of effort.</summary>
public sealed record PhaseSpec : ISpec
{
    public required string Id { get; init; }
    public required string Title { get; init; }

    /// <summary>One or two sentences that a participant sees when the phase begins.</summary>
    public string Summary { get; init; } = "";
    public required DateTimeOffset Start { get; init; }
    public required DateTimeOffset End { get; init; }

    /// <summary>Exercise time that the phase takes, by pace id; each longer than zero.</summary>
    public required ImmutableSortedDictionary<string, TimeSpan> Takes { get; init; }

    /// <summary>Analyst hours that each team may spend in this phase; what is left over is lost.</summary>
    public required decimal Effort { get; init; }
    public SourceRef Source { get; init; }
}

public sealed record RoleSpec(string Id, string Title, string Summary) : ISpec;

public sealed record ObjectiveSpec(string Id, string Title) : ISpec;

public sealed record SystemSpec : ISpec
{
    public required string Id { get; init; }
    public required string Title { get; init; }
    public string Summary { get; init; } = "";

    /// <summary>Ids of systems that can be reached from this one.</summary>
    public ImmutableArray<string> Reaches { get; init; } = [];

    /// <summary>False for systems that are only there to be seen: no action can be aimed at them.</summary>
    public bool Targetable { get; init; } = true;
    public Provenance Provenance { get; init; } = Provenance.None;
    public SourceRef Source { get; init; }
}

/// <summary>Where a statement of the scenario comes from: ids of the fact base, or invented for play and why.</summary>
public sealed record Provenance(ImmutableArray<string> Facts, bool Invented, string Reason)
{
    public static readonly Provenance None = new([], false, "");
}

/// <summary>A leaked secret. The credential board shows what the inventory says of it; whether it works is for the team to find out.</summary>
public sealed record CredentialSpec : ISpec
{
    public required string Id { get; init; }
    public required string Title { get; init; }

    /// <summary>Service token, service account, API key, certificate…; shown as is.</summary>
    public required string Kind { get; init; }

    /// <summary>Who answers for it, or null when no list names anybody.</summary>
    public string? Owner { get; init; }

    /// <summary>Last use as the inventory has it, or null for "never seen".</summary>
    public string? LastUse { get; init; }

    /// <summary>What the inventory says about it, for the board.</summary>
    public string Note { get; init; } = "";

    /// <summary>Ids of systems that it opens.</summary>
    public ImmutableArray<string> Opens { get; init; } = [];

    public ImmutableArray<string> Tags { get; init; } = [];

    /// <summary>False when the secret had already stopped working before the exercise began; rotating it changes nothing.</summary>
    public bool Live { get; init; } = true;

    /// <summary>A clean rotation with its owner's recipe.</summary>
    public required CredentialCost Rotation { get; init; }

    /// <summary>Outage hours when it is switched off without a replacement.</summary>
    public decimal CutOutage { get; init; }

    /// <summary>What stops working when it is switched off, or empty.</summary>
    public string Breaks { get; init; } = "";

    /// <summary>Markdown: what a test of the secret, or a talk with its owner, brings to light.</summary>
    public string Finding { get; init; } = "";
    public Provenance Provenance { get; init; } = Provenance.None;
    public SourceRef Source { get; init; }
}

/// <summary>What a step on one credential costs: scenario time, analyst hours, outage hours.</summary>
public readonly record struct CredentialCost(TimeSpan Takes, decimal Effort, decimal Outage);

/// <summary>Something the attacker leaves in the organisation that lets it come back.</summary>
public sealed record FootholdSpec : ISpec
{
    public required string Id { get; init; }
    public required string Title { get; init; }
    public string Summary { get; init; } = "";

    /// <summary>Id of the system that it sits on.</summary>
    public required string System { get; init; }

    /// <summary>While planted, the attacker can use it only when this holds; null: always.</summary>
    public Condition? Holds { get; init; }
    public Provenance Provenance { get; init; } = Provenance.None;
    public SourceRef Source { get; init; }
}

public sealed record EndingSpec : ISpec
{
    public required string Id { get; init; }
    public required string Title { get; init; }

    /// <summary>Markdown for the debrief.</summary>
    public required string Body { get; init; }

    /// <summary>Null on the last ending, which always holds.</summary>
    public Condition? When { get; init; }
    public SourceRef Source { get; init; }
}
