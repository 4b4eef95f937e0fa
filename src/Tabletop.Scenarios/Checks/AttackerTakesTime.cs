using Tabletop.Engine;

namespace Tabletop.Scenarios;

/// <summary>
/// The attacker does not make so many attempts that no server can follow. Only what is certain is reported: a retry,
/// or a circle of steps that need nothing and are the first to be tried in their states once every <c>at</c> has passed,
/// that fits into the exercise more than <see cref="MostRounds"/> times.
/// </summary>
sealed class AttackerTakesTime : ICheck
{
    const int MostRounds = 10_000;

    public void Run(ScenarioDraft scenario, Draft all, Report report)
    {
        var shortest = TimeSpan.FromSeconds(1);
        if (scenario.Phases is [{ Spec.Start: var start }, ..] && scenario.Phases[^1].Spec.End is var end && start != default && end > start)
        {
            shortest = (end - start) / MostRounds;
        }

        CheckRetries(scenario, shortest, report);
        CheckCircles(scenario, shortest, report);
    }

    static void CheckRetries(ScenarioDraft scenario, TimeSpan shortest, Report report)
    {
        foreach (var (_, step) in scenario.Adversary.Steps)
        {
            if (step.Spec.Refused.Retry is { } retry && retry > TimeSpan.Zero && retry < shortest)
            {
                report.Add(DiagnosticCodes.RetryTooOften, step.At("refused"), $"{step.Text.What} could be tried again more than {MostRounds} times",
                    $"Let 'retry' be {Ceiling(shortest)} at least in an exercise as long as this.");
            }
        }
    }

    static void CheckCircles(ScenarioDraft scenario, TimeSpan shortest, Report report)
    {
        var certain = new Dictionary<string, Part<AdversaryStep>>(StringComparer.Ordinal);
        foreach (var steps in scenario.Adversary.Steps.GroupBy(item => item.State, item => item.Step, StringComparer.Ordinal))
        {
            var first = steps.MinBy(step => step.Spec.After)!;
            if (!first.Text.Has("needs") && WaitIsKnown(first))
            {
                certain[steps.Key] = first;
            }
        }

        var done = new HashSet<string>(StringComparer.Ordinal);
        foreach (var start in certain.Keys)
        {
            Follow(start, certain, done, shortest, report);
        }
    }

    /// <summary>An <c>after</c> that could not be read is zero too, but has been reported.</summary>
    static bool WaitIsKnown(Part<AdversaryStep> step) =>
        !step.Text.Has("after") || (step.Text.Find("after") is ScalarNode node && TimeText.TryDuration(node.Value, out _));

    static void Follow(string start, Dictionary<string, Part<AdversaryStep>> certain, HashSet<string> done, TimeSpan shortest, Report report)
    {
        // How long the way to each state took, to measure the circle that a second visit closes.
        var path = new Dictionary<string, TimeSpan>(StringComparer.Ordinal);
        var (state, passed) = (start, TimeSpan.Zero);
        while (certain.TryGetValue(state, out var step) && !done.Contains(state))
        {
            if (!path.TryAdd(state, passed))
            {
                var round = passed - path[state];
                if (round < shortest)
                {
                    report.Add(DiagnosticCodes.EndlessCircle, step.Text.Place,
                        $"{step.Text.What} closes a circle that takes {(round == TimeSpan.Zero ? "no time" : Ceiling(round))}: the attacker would go round without end",
                        "Let one of its steps wait longer with 'after', or need something that its effects take away.");
                }

                break;
            }

            passed += step.Spec.After;
            state = step.Spec.To;
        }

        done.UnionWith(path.Keys);
    }

    static string Ceiling(TimeSpan time) => $"{(long)Math.Ceiling(time.TotalSeconds)}s";
}
