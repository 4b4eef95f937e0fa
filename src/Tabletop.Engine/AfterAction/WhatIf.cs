using System.Collections.Immutable;

namespace Tabletop.Engine;

/// <summary>
/// A team's part of a log played again, with some of its decisions otherwise. The other decisions and answers come at
/// their own scenario times, as far as they are still possible; the clock, the attacker, chance and what the facilitator
/// sent, held, gave, took and set are as they were. What follows is a simulation: people might have decided otherwise, too.
/// </summary>
/// <param name="Exercise">At its end.</param>
/// <param name="Log">Of one team, with the id <see cref="PlaythroughRun.TeamId"/>.</param>
/// <param name="Impossible">Decisions that could not be taken, those of the changes included.</param>
public sealed record WhatIf(
    Exercise Exercise, ImmutableArray<Event> Log, Scorecard Score, EndingSpec Ending, ImmutableArray<Impossible> Impossible)
{
    /// <summary>Plays a team's part again.</summary>
    /// <param name="log">Of the whole exercise, started or not; other teams are left out.</param>
    /// <exception cref="ArgumentException">The log has no such team, or a change names a decision that the team did not take, or a question that there is not.</exception>
    public static WhatIf Of(Scenario scenario, IReadOnlyList<Event> log, string team, params ImmutableArray<Change> changes)
    {
        var script = Script.Of(scenario, log, team);
        var player = new Player(scenario, "The team", script.Seed);
        var impossible = ImmutableArray.CreateBuilder<Impossible>();
        script.Play(player, script.With(changes), impossible);
        return Of(player, impossible.ToImmutable());
    }

    /// <summary>How far the attacker came: the states it was in, in order of first arrival.</summary>
    public ImmutableArray<string> Path =>
    [
        .. Log.Select(Adversary.StateAfter)
            .OfType<string>()
            .Prepend(Exercise.Scenario.Adversary.Initial)
            .Distinct(StringComparer.Ordinal),
    ];

    internal static WhatIf Of(Player player, ImmutableArray<Impossible> impossible)
    {
        var run = PlaythroughRun.Of(player, []);
        return new(run.Exercise, run.Log, run.Score, run.Ending, impossible);
    }
}
