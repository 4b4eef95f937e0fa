using Tabletop.Engine;
using Tabletop.Exercises.Views;

namespace Tabletop.Web.Facilitate;

/// <summary>What a screen reader is told, politely, when a facilitator's view has changed.</summary>
public static class ControlAnnouncements
{
    // More than this at once are counted instead of read out.
    const int Most = 3;

    /// <returns>Sentences, or an empty text when nothing new needs to be said.</returns>
    public static string Between(ControlView before, ControlView after)
    {
        var said = new List<string>();
        if (before.Clock.Lifecycle != after.Clock.Lifecycle)
            said.Add(OfClock(after.Clock));
        if (PresentPhase(after) is { } phase && PresentPhase(before)?.Id != phase.Id)
            said.Add($"New phase: {phase.Title}.");

        var joined = after.Teams.SelectMany(team => team.Members)
            .ExceptBy(before.Teams.SelectMany(team => team.Members).Select(seat => seat.Person), seat => seat.Person);
        Say(said, [.. joined.Select(seat => $"{seat.Name} joined {seat.Team}.")], "people joined");

        var known = before.Injects.ToDictionary(row => row.Id, Sent, StringComparer.Ordinal);
        Say(said, [.. after.Injects.Where(row => Sent(row) > known.GetValueOrDefault(row.Id)).Select(row => $"Sent: {row.Title}.")], "injects sent");

        var last = before.Stream.IsEmpty ? 0 : before.Stream[0].Version;
        Say(said, [.. after.Stream.TakeWhile(entry => entry.Version > last).Reverse().Select(StreamLines.Sentence)], "new decisions");
        return string.Join(' ', said);
    }

    static void Say(List<string> said, IReadOnlyList<string> sentences, string many)
    {
        if (sentences.Count > Most)
            said.Add($"{sentences.Count} {many}.");
        else
            said.AddRange(sentences);
    }

    static int Sent(InjectRow row) => row.Teams.Count(team => team.Standing == InjectStanding.Sent);

    static PhaseStop? PresentPhase(ControlView view) => view.Phases.FirstOrDefault(phase => phase.Standing == PhaseStanding.Present);

    static string OfClock(ClockView clock) => clock.Lifecycle switch
    {
        Lifecycle.Running => "The clock is running.",
        Lifecycle.Paused when clock.PauseReason.Length > 0 => $"Paused: {clock.PauseReason}.",
        Lifecycle.Paused => "Paused.",
        Lifecycle.Debrief => "The exercise has ended.",
        Lifecycle.Closed => "The exercise is closed.",
        _ => "",
    };
}
