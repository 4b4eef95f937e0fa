using System.Collections.Immutable;
using Tabletop.Engine;
using Tabletop.Exercises.Views;

namespace Tabletop.Web.Facilitate;

/// <summary>What a screen reader is told, politely, when a facilitator's view has changed.</summary>
public static class ControlAnnouncements
{
    // More than this at once are counted instead of read out.
    const int Most = 3;

    /// <param name="me">Id of the account that looks.</param>
    /// <returns>Sentences; none when nothing new needs to be said.</returns>
    public static ImmutableArray<Phrase> Between(ControlView before, ControlView after, string me)
    {
        var said = new List<Phrase>();
        if (before.Clock.Lifecycle != after.Clock.Lifecycle && OfClock(after.Clock) is { } clock)
            said.Add(clock);
        if (PresentPhase(after) is { } phase && PresentPhase(before)?.Id != phase.Id)
            said.Add($"New phase: {phase.Title}.");

        if (before.Approval != after.Approval)
            said.Add(after.Approval ? "Two-person approval is on." : "Two-person approval is off.");
        var settled = before.Deeds.Where(deed => deed.Outcome is not null).Select(deed => deed.Id).ToHashSet(StringComparer.Ordinal);
        Say(said, [.. after.Deeds.ExceptBy(before.Deeds.Select(deed => deed.Id), deed => deed.Id).Select(deed => Asked(deed, me))], count => $"{count} requests wait for approval.");
        Say(said, [.. after.Deeds.Where(deed => deed.By?.Id == me && !settled.Contains(deed.Id)).Select(Settled).OfType<Phrase>()], count => $"{count} of your requests are answered.");

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

    static Phrase Asked(DeedRow deed, string me) => deed.By?.Id == me
        ? (Phrase)$"You asked to {deed.What}. It waits for a second facilitator."
        : (Phrase)$"{Who.First(deed.By, me)} asks to {deed.What}. Approve or decline it.";

    static Phrase? Settled(DeedRow deed) => deed.Outcome switch
    {
        DeedOutcome.Approved => (Phrase)$"{Who.First(deed.SettledBy, "")} approved your request to {deed.What}.",
        DeedOutcome.Declined => (Phrase)$"{Who.First(deed.SettledBy, "")} declined your request to {deed.What}: {deed.Reason}",
        DeedOutcome.Lapsed when deed.Why is { } why => (Phrase)$"Your request to {deed.What} was not carried out: {why}",
        _ => null,
    };

    static int Sent(InjectRow row) => row.Teams.Count(team => team.Standing == InjectStanding.Sent);

    static PhaseStop? PresentPhase(ControlView view) => view.Phases.FirstOrDefault(phase => phase.Standing == PhaseStanding.Present);

    static Phrase? OfClock(ClockView clock) => clock.Lifecycle switch
    {
        Lifecycle.Running => (Phrase)"The clock is running.",
        Lifecycle.Paused when clock.PauseReason.Format.Length > 0 => (Phrase)$"Paused: {clock.PauseReason}.",
        Lifecycle.Paused => (Phrase)"Paused.",
        Lifecycle.Debrief => (Phrase)"The exercise has ended.",
        Lifecycle.Closed => (Phrase)"The exercise is closed.",
        _ => null,
    };
}
