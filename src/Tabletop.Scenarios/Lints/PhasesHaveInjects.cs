using Tabletop.Engine;

namespace Tabletop.Scenarios;

/// <summary>In each phase some inject can come; otherwise the players look at a silent screen.</summary>
sealed class PhasesHaveInjects : ICheck
{
    public void Run(ScenarioDraft scenario, Draft all, Report report)
    {
        var earliest = new Earliest(scenario);
        var phases = ScenarioBuilder.Joined(scenario.Phases).ToList();
        for (var index = 0; index < phases.Count; index++)
        {
            var (phase, isLast) = (phases[index], index == phases.Count - 1);
            if (!scenario.Injects.Any(inject => CanCome(inject.Spec, phase, isLast, earliest)))
            {
                report.Add(DiagnosticCodes.EmptyPhase, scenario.Phases[index].Text.Place, $"no inject can come in {scenario.Phases[index].Text.What}",
                    "Write one with a time in this phase, or join the phase with another.");
            }
        }
    }

    static bool CanCome(InjectSpec inject, PhaseSpec phase, bool isLast, Earliest earliest)
    {
        var (from, until) = inject.Trigger switch
        {
            Trigger.AtTime timed => (timed.Time, timed.Time),
            Trigger.When waiting => (earliest.OfInject(inject.Id), earliest.LatestOf(waiting.Condition) + waiting.Delay),
            _ => (phase.Start, phase.End),
        };
        until += inject.Repeat is { } repeat ? repeat.Every * (repeat.Times - 1) : TimeSpan.Zero;
        return until >= phase.Start && (from < phase.End || (isLast && from == phase.End));
    }
}
