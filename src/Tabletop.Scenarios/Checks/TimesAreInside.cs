using Tabletop.Engine;

namespace Tabletop.Scenarios;

/// <summary>What has a time of its own has it between the start and the end of the exercise, or it would never come.</summary>
sealed class TimesAreInside : ICheck
{
    public void Run(ScenarioDraft scenario, Draft all, Report report)
    {
        var start = scenario.Phases.FirstOrDefault()?.Spec.Start ?? default;
        var end = scenario.Phases.LastOrDefault()?.Spec.End ?? default;
        if (start == default || end == default)
        {
            return;
        }

        foreach (var inject in scenario.Injects)
        {
            if (inject.Spec.Trigger is Trigger.AtTime timed)
            {
                Check(inject.Text, "at", timed.Time, start);
            }
        }

        foreach (var (_, step) in scenario.Adversary.Steps)
        {
            // What was due before the start is due at the start.
            Check(step.Text, "at", step.Spec.At ?? default, DateTimeOffset.MinValue);
        }

        foreach (var step in all.AllPlaythroughs.SelectMany(playthrough => playthrough.Steps))
        {
            Check(step.Text, step.Spec.Done ? "done" : "at", step.Spec.At, start);
        }

        void Check(MapReader text, string key, DateTimeOffset time, DateTimeOffset earliest)
        {
            if (time != default && (time < earliest || time > end))
            {
                report.Add(DiagnosticCodes.OutsideExercise, text.At(key), $"{text.What} has a time outside the exercise",
                    $"The exercise goes from {TimeText.Write(start)} to {TimeText.Write(end)}.");
            }
        }
    }
}
