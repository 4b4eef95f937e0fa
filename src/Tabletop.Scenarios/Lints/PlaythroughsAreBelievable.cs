using Tabletop.Engine;

namespace Tabletop.Scenarios;

/// <summary>A playthrough does nothing that the rest of the scenario makes impossible at that time.</summary>
sealed class PlaythroughsAreBelievable : ICheck
{
    public void Run(ScenarioDraft scenario, Draft all, Report report)
    {
        var earliest = new Earliest(scenario);
        var actions = scenario.Actions.ToDictionary(action => action.Spec.Id, action => action.Spec, StringComparer.Ordinal);
        var credentials = scenario.Credentials.ToDictionary(credential => credential.Spec.Id, credential => credential.Spec, StringComparer.Ordinal);
        var phases = ScenarioBuilder.Joined(scenario.Phases).ToList();
        foreach (var playthrough in all.AllPlaythroughs)
        {
            var spent = new decimal[phases.Count];
            var done = new HashSet<(string, string?)>();
            foreach (var step in playthrough.Steps)
            {
                if (step.Spec.Inject is { } inject)
                {
                    CheckAnswer(step, earliest.OfInject(inject), report);
                }
                else if (step.Spec.Action is { } id && actions.TryGetValue(id, out var action))
                {
                    var credential = step.Spec.Target is { } target ? credentials.GetValueOrDefault(target) : null;
                    var decided = step.Spec.Done ? step.Spec.At - Price(action.Takes, credential?.Rotation.Takes) : step.Spec.At;
                    CheckTime(step, action, decided, phases[0].Start, phases[^1].End, earliest, report);
                    CheckRepeat(step, action, done, report);
                    CheckEffort(step, Price(action.Effort, credential?.Rotation.Effort), phases.FindLastIndex(phase => phase.Start <= decided), phases, spent, report);
                }
            }
        }
    }

    static T Price<T>(Price<T> price, T? ofRotation) where T : struct => price.Per == CredentialPrice.Rotation ? ofRotation ?? price.Fixed : price.Fixed;

    static void CheckAnswer(Part<PlaythroughStep> step, DateTimeOffset comes, Report report)
    {
        if (step.Spec.At < comes)
        {
            report.Add(DiagnosticCodes.AnsweredTooSoon, step.At("at"), $"{step.Text.What} answers '{step.Spec.Inject}' before it comes",
                $"It comes at {TimeText.Write(comes)} at the earliest.");
        }
    }

    static void CheckTime(Part<PlaythroughStep> step, ActionSpec action, DateTimeOffset decided, DateTimeOffset start, DateTimeOffset end, Earliest earliest, Report report)
    {
        var possible = action.Target == TargetKind.Foothold && step.Spec.Target is { } foothold ? earliest.OfFoothold(foothold) : start;
        possible = earliest.Of(action.Needs) is var needed && needed > possible ? needed : possible;

        // What is never possible, or outside the exercise, is told elsewhere.
        if (decided < possible && possible <= end && step.Spec.At >= start)
        {
            report.Add(DiagnosticCodes.DoneTooSoon, step.At(step.Spec.Done ? "done" : "at"),
                $"{step.Text.What} would be decided at {TimeText.Write(decided)}, and '{action.Id}' is not possible so early",
                $"It can be decided from {TimeText.Write(possible)} on.");
        }
    }

    static void CheckRepeat(Part<PlaythroughStep> step, ActionSpec action, HashSet<(string, string?)> done, Report report)
    {
        if (!done.Add((action.Id, step.Spec.Target)) && action.Repeat == ActionRepeat.OncePerTarget)
        {
            report.Add(DiagnosticCodes.DoneTwice, step.At("do"), $"{step.Text.What} does '{action.Id}' a second time",
                "Take it out, aim it at something else, or give the action 'repeat: always'.");
        }
    }

    static void CheckEffort(Part<PlaythroughStep> step, decimal effort, int phase, List<PhaseSpec> phases, decimal[] spent, Report report)
    {
        if (phase < 0)
        {
            return;
        }

        var before = spent[phase];
        spent[phase] += effort;
        if (before <= phases[phase].Effort && spent[phase] > phases[phase].Effort)
        {
            report.Add(DiagnosticCodes.OverBudget, step.At("do"), string.Create(System.Globalization.CultureInfo.InvariantCulture,
                    $"with {step.Text.What} {spent[phase]:0.##} hours are spent in the phase '{phases[phase].Id}', which has {phases[phase].Effort:0.##}"),
                "Give the phase more 'effort', or leave out what was not done.");
        }
    }
}
