namespace Tabletop.Scenarios;

/// <summary>Playthroughs are chosen by their ids, the history among them.</summary>
sealed class PlaythroughIdsAreUnique : ICheck
{
    public void Run(ScenarioDraft scenario, Draft all, Report report)
    {
        var first = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var playthrough in all.AllPlaythroughs.Where(playthrough => playthrough.Spec.Id.Length > 0))
        {
            if (!first.TryAdd(playthrough.Spec.Id, playthrough.Text.Reading.File))
            {
                report.Add(DiagnosticCodes.SamePlaythrough, playthrough.Text.At("id"), $"'{playthrough.Spec.Id}' is also the id of {first[playthrough.Spec.Id]}",
                    "Give each playthrough an id of its own.");
            }
        }
    }
}
