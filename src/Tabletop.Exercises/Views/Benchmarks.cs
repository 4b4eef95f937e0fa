using System.Runtime.CompilerServices;
using Tabletop.Engine;

namespace Tabletop.Exercises.Views;

/// <summary>The playthroughs that a team is measured against, played once for each scenario.</summary>
public sealed record Benchmarks(PlaythroughRun? History, PlaythroughRun? Best)
{
    static readonly ConditionalWeakTable<Scenario, Benchmarks> Played = [];

    public static Benchmarks Of(Scenario scenario) => Played.GetValue(scenario, static item =>
    {
        var history = item.History is null ? null : PlaythroughRun.Of(item, item.History);
        var best = item.Playthroughs.FirstOrDefault(playthrough => playthrough.Id == "ideal");
        return new(history, best is null ? null : PlaythroughRun.Of(item, best));
    });
}
