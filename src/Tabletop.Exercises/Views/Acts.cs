using System.Collections.Immutable;
using Tabletop.Engine;

namespace Tabletop.Exercises.Views;

/// <summary>Something that a facilitator did.</summary>
/// <param name="Time">Scenario time.</param>
/// <param name="By">Null: somebody of whom the log has no name.</param>
/// <param name="What">Goes on after the name: <c>sent “Press call” to Blue</c>.</param>
public sealed record ActRow(long Version, DateTimeOffset Time, Facilitator? By, Phrase What);

/// <summary>What facilitators did, one after the other.</summary>
public static class Acts
{
    /// <param name="log">All events.</param>
    /// <returns>Newest first.</returns>
    public static ImmutableArray<ActRow> Of(Exercise exercise, IReadOnlyList<Event> log)
    {
        var rows = new List<ActRow>();
        foreach (var same in log.Where(e => e.Command is not null).GroupBy(e => e.Command))
        {
            // A team that runs by itself holds its own clock.
            var (first, words) = same.Select(e => (e, WordsOf(exercise, e))).FirstOrDefault(done => done.Item2 is not null);
            if (words is null || (first.Facilitator is null && exercise.RunsByItself))
                continue;

            if (same.OfType<Event.DeedSettled>().FirstOrDefault(settled => settled.As == DeedOutcome.Approved) is { } approved)
                words = approved.Facilitator is { } second ? (Phrase)$"{words}, approved by {second.Name}" : (Phrase)$"{words}, approved by another facilitator";

            var teams = same.Where(e => e.GetType() == first.GetType()).Select(e => e.TeamId).OfType<string>().Distinct().ToList();
            rows.Add(new(first.Version, first.Time, first.Facilitator, teams.Count switch
            {
                1 when exercise.FindTeam(teams[0]) is { } team => (Phrase)$"{words}, {team.Name}",
                > 1 => (Phrase)$"{words}, {teams.Count} teams",
                _ => words,
            }));
        }

        rows.Reverse();
        return [.. rows];
    }

    static Phrase? WordsOf(Exercise exercise, Event e)
    {
        string Title(string inject) => $"“{exercise.FindInject(Copies.BaseOf(inject))?.Title ?? inject}”";
        switch (e)
        {
            // The first who joins a team adds it.
            case Event.TeamAdded when e.Facilitator is null:
                return null;
            case Event.TeamAdded added:
                return $"added team {added.Name}";
            case Event.RosterSet set:
                return set.Entries.Length == 1 ? (Phrase)"set a roster of 1 person" : (Phrase)$"set a roster of {set.Entries.Length} people";
            case Event.RosterUndone:
                return "took the last change of the roster back";
            case Event.SeatLinkRenewed renewed:
                return exercise.Roster.FirstOrDefault(entry => entry.Id == renewed.Entry) is { } entry ? (Phrase)$"made {entry.Name} a new link" : (Phrase)"made somebody a new link";
            case Event.StartPlanned { Starts: { } starts } planned:
                return $"planned the start for {PlannedText.Of(new(starts, planned.ByItself, planned.Zone))}";
            case Event.StartPlanned:
                return "took the planned start away";
            case Event.Started:
                return "started the clock";
            case Event.Paused paused:
                return paused.Reason.Length > 0 ? (Phrase)$"paused: {paused.Reason}" : (Phrase)"paused";
            case Event.Resumed:
                return "let the clock run on";
            case Event.SpeedChanged speed:
                return $"set the speed to {speed.Permille / 1000m:0.##}×";
            case Event.Jumped jumped:
                return $"moved the clock to {ScenarioTime.Long(jumped.To)}";
            case Event.Extended extended:
                return extended.Phase is { } phase
                    ? (Phrase)$"gave {ScenarioTime.Span(extended.By)} more to {exercise.Scenario.Phases[phase].Title}"
                    : (Phrase)$"gave {ScenarioTime.Span(extended.By)} more to the exercise";
            case Event.ExtensionUndone:
                return "took back the time that was given last";
            case Event.InjectHeld held:
                return $"holds back {Title(held.Inject)}";
            case Event.HoldReleased gone:
                return $"let {Title(gone.Inject)} come after all";
            case Event.InjectReleased released:
                return $"sent {Title(released.Inject)}";
            case Event.InjectWithdrawn withdrawn:
                return $"recalled {Title(withdrawn.Inject)}";
            case Event.InjectWritten { Due: { } due } planned:
                return $"planned “{planned.Title}” for {ScenarioTime.Long(due)}";
            case Event.InjectWritten written:
                return $"wrote “{written.Title}”";
            case Event.InjectDropped dropped:
                return dropped.Dropped ? (Phrase)$"deleted {Title(dropped.Inject)}" : (Phrase)$"put back {Title(dropped.Inject)}";
            case Event.InjectEdited edited:
                return $"changed {Title(edited.Inject)}";
            case Event.InjectRescheduled { To: { } to } moved:
                return $"moved {Title(moved.Inject)} to {ScenarioTime.Long(to)}";
            case Event.InjectRescheduled back:
                return $"put {Title(back.Inject)} back to its own time";
            case Event.Announced said:
                return $"announced: {said.Text}";
            case Event.AnnouncementEnded:
                return "took an announcement down";
            case Event.HintGiven:
                return "gave a hint";
            case Event.ScoreCorrected corrected:
                return $"corrected the score by {corrected.Points:+0.#;−0.#}: {corrected.Reason}";
            case Event.Overridden set:
                return $"set {Interventions.TitleOf(exercise.Scenario, set.What, set.Subject)} to {Interventions.WordsOf(exercise.Scenario, set.What, set.To)}: {set.Reason}";
            case Event.HandedOver handed:
                return $"handed the exercise over to {handed.To.Name}";
            case Event.FacilitatorsAdmitted { Who: { } who }:
                return who.IsEmpty ? (Phrase)"kept the exercise for the owner alone" : (Phrase)$"lets only {string.Join(", ", who.Select(helper => helper.Name))} facilitate beside the owner";
            case Event.FacilitatorsAdmitted:
                return "lets every facilitator of the server facilitate";
            case Event.PassGiven given:
                return $"gave {given.Name} a pass";
            case Event.PassEnded ended:
                return exercise.Passes.FirstOrDefault(pass => pass.Id == ended.Pass) is { } pass ? (Phrase)$"ended the pass of {pass.Name}" : (Phrase)"ended the pass of a guest";
            case Event.StandingShown:
                return "changed what the wall shows of the points";
            case Event.HistoryShown shown:
                return shown.Shown ? (Phrase)"showed history to players" : (Phrase)"hid history from players";
            case Event.ApprovalSet set:
                return set.On ? (Phrase)"turned two-person approval on" : (Phrase)"turned two-person approval off";
            case Event.DeedAsked { Does: { } does }:
                return $"asked to {DeedRow.WordsOf(exercise, does)}";
            case Event.DeedSettled { As: DeedOutcome.Declined } declined:
                return exercise.Deeds.First(deed => deed.Id == declined.Deed) is { Does: { } refused, By: var asker }
                    ? asker is null ? (Phrase)$"declined a request to {DeedRow.WordsOf(exercise, refused)}: {declined.Reason}" : (Phrase)$"declined {asker.Name}’s request to {DeedRow.WordsOf(exercise, refused)}: {declined.Reason}"
                    : null;
            case Event.DeedSettled { As: DeedOutcome.Withdrawn } withdrawn:
                return exercise.Deeds.First(deed => deed.Id == withdrawn.Deed) is { Does: { } wanted } ? (Phrase)$"withdrew the request to {DeedRow.WordsOf(exercise, wanted)}" : null;
            case Event.Ended:
                return "ended the exercise";
            case Event.Closed:
                return "closed the exercise";
            default:
                return null;
        }
    }
}
