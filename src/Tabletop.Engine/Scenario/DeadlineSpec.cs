using System.Collections.Immutable;

namespace Tabletop.Engine;

/// <summary>How long a question waits for its answer, and what follows when nobody gives one.</summary>
/// <param name="After">Scenario time from the inject's release; more than zero.</param>
/// <param name="Says">Tells the team in advance what follows.</param>
/// <param name="Answer">The option that then counts as the team's answer, with its effects; null: none does.</param>
/// <param name="Effects">What follows besides.</param>
public sealed record DeadlineSpec(TimeSpan After, string Says, string? Answer, ImmutableArray<Effect> Effects);
