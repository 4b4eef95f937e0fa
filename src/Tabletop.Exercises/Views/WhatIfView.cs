using System.Collections.Immutable;
using Tabletop.Engine;

namespace Tabletop.Exercises.Views;

/// <summary>What would have followed from another decision: a simulation, beside what was.</summary>
public sealed record WhatIfView
{
    /// <summary>What was otherwise, a clause for each change: "without …", "… at 23 Nov 16:35".</summary>
    public required ImmutableArray<Phrase> Changes { get; init; }

    public required Story Story { get; init; }
    public required string EndingBefore { get; init; }
    public required string Ending { get; init; }

    /// <summary>Points as if every rule were judged at the end, before and after.</summary>
    public required WhatIfPoints Total { get; init; }
    public ImmutableArray<(Dimension Dimension, WhatIfPoints Points)> Dimensions { get; init; } = [];

    /// <summary>Rules that give other points than they did, the largest difference first.</summary>
    public ImmutableArray<WhatIfRule> Rules { get; init; } = [];

    /// <summary>Titles of the attacker's states, in order of first arrival.</summary>
    public ImmutableArray<string> PathBefore { get; init; } = [];
    public ImmutableArray<string> Path { get; init; } = [];

    /// <summary>Decisions that were not possible then, and why: a sentence each.</summary>
    public ImmutableArray<Phrase> Impossible { get; init; } = [];
}

public readonly record struct WhatIfPoints(decimal Before, decimal After)
{
    public decimal Gain => After - Before;
}

/// <param name="Why">What was measured in the simulation.</param>
public sealed record WhatIfRule(string Title, WhatIfPoints Points, Phrase Why);

/// <summary>What somebody can change about a team's part, or about history's.</summary>
/// <param name="Decisions">In order of time.</param>
/// <param name="Questions">That were asked, in order of time.</param>
/// <param name="Actions">Each with its targets; without any where the action has none.</param>
public sealed record WhatIfChoices(
    ImmutableArray<(string Id, string Title, DateTimeOffset Made)> Decisions,
    ImmutableArray<WhatIfQuestion> Questions,
    ImmutableArray<(string Id, string Title, ImmutableArray<(string Id, string Title)> Targets)> Actions,
    DateTimeOffset Start,
    DateTimeOffset End);

/// <param name="Asked">Scenario time.</param>
/// <param name="Reply">What the team said, as <see cref="Engine.Reply"/> writes it; null: nothing.</param>
/// <param name="Said">The same in words; empty without a reply.</param>
/// <param name="Answered">Scenario time of the reply; without one, that of the question.</param>
/// <param name="Others">Other answers that are worth trying.</param>
public sealed record WhatIfQuestion(
    string Inject, string Title, DateTimeOffset Asked, string? Reply, string Said, DateTimeOffset Answered, ImmutableArray<(string Reply, string Words)> Others);
