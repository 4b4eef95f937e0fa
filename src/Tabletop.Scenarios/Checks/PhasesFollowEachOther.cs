using Tabletop.Engine;

namespace Tabletop.Scenarios;

/// <summary>Phases cover the time from the first start to the last end without gaps, and each says how long it takes in each pace.</summary>
sealed class PhasesFollowEachOther : ICheck
{
    public void Run(ScenarioDraft scenario, Draft all, Report report)
    {
        DateTimeOffset? previousEnd = null;
        var isFirst = true;
        foreach (var phase in scenario.Phases)
        {
            CheckStart(phase, previousEnd, isFirst, report);
            var start = phase.Spec.Start == default ? previousEnd : phase.Spec.Start;
            if (phase.Spec.End != default && phase.Spec.End <= start)
            {
                report.Add(DiagnosticCodes.EndBeforeStart, phase.At("end"), $"{phase.Text.What} ends before it starts",
                    $"Write a time for 'end' that is later than {TimeText.Write(start.Value)}.");
            }

            CheckPaces(phase, scenario, report);
            previousEnd = phase.Spec.End == default ? null : phase.Spec.End;
            isFirst = false;
        }
    }

    static void CheckStart(Part<PhaseSpec> phase, DateTimeOffset? previousEnd, bool isFirst, Report report)
    {
        if (isFirst)
        {
            phase.Text.Need("start");
        }
        else if (phase.Spec.Start != default && previousEnd is { } end && phase.Spec.Start != end)
        {
            report.Add(DiagnosticCodes.PhaseGap, phase.At("start"), $"{phase.Text.What} does not start where the phase before it ends",
                $"Write 'start: {TimeText.Write(end)}', or take 'start' out.");
        }
    }

    static void CheckPaces(Part<PhaseSpec> phase, ScenarioDraft scenario, Report report)
    {
        if (phase.Text.Find("takes") is not MapNode)
        {
            return;
        }

        foreach (var pace in scenario.Paces.Where(pace => !phase.Spec.Takes.ContainsKey(pace.Id)))
        {
            report.Add(DiagnosticCodes.MissingPace, phase.At("takes"), $"{phase.Text.What} does not say how long it takes at the pace '{pace.Id}'",
                $"Add '{pace.Id}: 15m' to 'takes', with the length that fits.");
        }
    }
}
