using System.Collections.Immutable;
using Tabletop.Engine;
using Tabletop.Exercises.Views;

namespace Tabletop.Web.Facilitate;

/// <summary>What a screen reader is told, politely, when a facilitator's view has changed.</summary>
public static class ControlAnnouncements
{
    // More than this at once are counted instead of read out.
    const int Most = 3;

    /// <returns>Sentences; none when nothing new needs to be said.</returns>
    public static ImmutableArray<Phrase> Between(ControlView before, ControlView after)
    {
        var said = new List<Phrase>();
        if (before.Clock.Lifecycle != after.Clock.Lifecycle && OfClock(after.Clock) is { } clock)
            said.Add(clock);
        if (PresentPhase(after) is { } phase && PresentPhase(before)?.Id != phase.Id)
            said.Add($"New phase: {phase.Title}.");

        var joined = after.Teams.SelectMany(team => team.Members)
            .ExceptBy(before.Teams.SelectMany(team => team.Members).Select(seat => seat.Person), seat => seat.Person);
        Say(said, [.. joined.Select(seat => (Phrase)$"{seat.Name} joined {seat.Team}.")], count => $"{count} people joined.");

        var known = before.Injects.ToDictionary(row => row.Id, Sent, StringComparer.Ordinal);
        Say(said, [.. after.Injects.Where(row => Sent(row) > known.GetValueOrDefault(row.Id)).Select(row => (Phrase)$"Sent: {row.Title}.")], count => $"{count} injects sent.");

        var last = before.Stream.IsEmpty ? 0 : before.Stream[0].Version;
        Say(said, [.. after.Stream.TakeWhile(entry => entry.Version > last).Reverse().Select(StreamLines.Sentence)], count => $"{count} new decisions.");
        return [.. said];
    }

    static void Say(List<Phrase> said, IReadOnlyList<Phrase> sentences, Func<int, Phrase> many)
    {
        if (sentences.Count > Most)
            said.Add(many(sentences.Count));
        else
            said.AddRange(sentences);
    }

    static int Sent(InjectRow row) => row.Teams.Count(team => team.Standing == InjectStanding.Sent);

    static PhaseStop? PresentPhase(ControlView view) => view.Phases.FirstOrDefault(phase => phase.Standing == PhaseStanding.Present);

    static Phrase? OfClock(ClockView clock) => clock.Lifecycle switch
    {
        Lifecycle.Running => (Phrase)"The clock is running.",
        Lifecycle.Paused when clock.PauseReason.Length > 0 => (Phrase)$"Paused: {clock.PauseReason}.",
        Lifecycle.Paused => (Phrase)"Paused.",
        Lifecycle.Debrief => (Phrase)"The exercise has ended.",
        Lifecycle.Closed => (Phrase)"The exercise is closed.",
        _ => null,
    };
}
