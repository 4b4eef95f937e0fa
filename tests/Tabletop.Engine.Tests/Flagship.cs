using System.Collections.Immutable;
using Tabletop.TestKit;

namespace Tabletop.Engine.Tests;

/// <summary>The flagship as it is shipped, and as a laboratory in which prices don't matter.</summary>
static class Flagship
{
    internal static readonly Scenario Shipped = ShippedScenarios.Flagship;

    /// <summary>
    /// The same world and attacker, but every action works at once, costs nothing and is open to all: what is asked
    /// here is whether it evicts, not whether a team can afford it.
    /// </summary>
    internal static readonly Scenario Laboratory = Shipped with
    {
        Actions = new(Shipped.Actions.Select(action => action with
        {
            Takes = default,
            Effort = default,
            Roles = [],
            Needs = null,
        })),
    };

    internal static DateTimeOffset Utc(int month, int day, int hour, int minute) => new(2023, month, day, hour, minute, 0, TimeSpan.Zero);

    /// <summary>Plays the laboratory with these steps and no others.</summary>
    internal static PlaythroughRun Run(params (DateTimeOffset At, string Action, string? Target)[] steps)
    {
        var run = PlaythroughRun.Of(Laboratory, new()
        {
            Id = "run",
            Title = "Run",
            Steps = [.. steps.Select(step => new PlaythroughStep { At = step.At, Action = step.Action, Target = step.Target })],
        });
        Assert.True(run.Misses.IsEmpty, string.Join('\n', run.Misses.Select(miss => miss.Message)));
        return run;
    }

    internal static PlaythroughRun Play(string playthrough) => PlaythroughRun.Of(Shipped, Shipped.Playthroughs.Single(item => item.Id == playthrough));

    internal static Team Team(this PlaythroughRun run) => run.Exercise.Teams[0];

    internal static bool Holds(this PlaythroughRun run, Condition condition) => new Facts(run.Exercise.Scenario, run.Team(), run.Exercise.Now).Holds(condition);

    /// <summary>Nothing that the attacker left can be used any more, and no implant waits for its connection to return.</summary>
    internal static bool IsEvicted(this PlaythroughRun run) =>
        run.Exercise.Scenario.Footholds.All(foothold => !new Facts(run.Exercise.Scenario, run.Team(), run.Exercise.Now).IsLive(foothold))
        && !run.Holds(new Condition.FootholdIs("implant", FootholdTest.Planted));

    /// <summary>The attacker's successful steps from a time on.</summary>
    internal static ImmutableArray<string> StepsAfter(this PlaythroughRun run, DateTimeOffset time) =>
        [.. run.Log.OfType<Event.AdversaryMoved>().Where(e => e.Time > time).Select(e => e.Step)];
}
