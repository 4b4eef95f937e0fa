namespace Tabletop.Scenarios;

/// <summary>Every team gets an ending, and every ending can be one: only the last has no condition.</summary>
sealed class EndingsCoverAll : ICheck
{
    public void Run(ScenarioDraft scenario, Draft all, Report report)
    {
        for (var index = 0; index < scenario.Endings.Length; index++)
        {
            var ending = scenario.Endings[index];
            var isLast = index == scenario.Endings.Length - 1;
            if (isLast && ending.Text.Has("when"))
            {
                report.Add(DiagnosticCodes.LastEnding, ending.Text.AtKey("when"), $"{ending.Text.What} is the last and has a condition, so a team might get none",
                    "Take its 'when' out, or add another ending after it.");
            }
            else if (!isLast && !ending.Text.Has("when"))
            {
                report.Add(DiagnosticCodes.EarlyEnding, ending.Text.Place, $"{ending.Text.What} has no condition, so those after it never come",
                    "Add its 'when', or move it to the end.");
            }
        }
    }
}
