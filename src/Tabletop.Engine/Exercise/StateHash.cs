using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Tabletop.Engine;

/// <summary>A fingerprint of everything an exercise's state says; equal logs give equal fingerprints on any machine.</summary>
public static class StateHash
{
    /// <summary>SHA-256, lower-case hex.</summary>
    public static string Of(Exercise exercise) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Write(exercise))));

    /// <summary>The text that is hashed: one fact a line, in a fixed order.</summary>
    public static string Write(Exercise exercise)
    {
        var text = new StringBuilder();
        void Line(params object?[] parts) => text.AppendJoin('|', parts.Select(Say)).Append('\n');

        Line("exercise", exercise.Id, exercise.Code, exercise.Title, exercise.Pace, exercise.Seed, exercise.Mode, exercise.Scenario.Hash, exercise.Door);
        Line("state", exercise.Version, exercise.Lifecycle, exercise.PauseReason, exercise.Now, exercise.Phase);
        if (exercise.Rehearsal is { } rehearsal)
        {
            Line("rehearsal", rehearsal.Of, string.Join(',', rehearsal.Bots.Select(bot => $"{bot.Team} {bot.Player}")));
        }

        var clock = exercise.Clock;
        Line("clock", clock.Running, clock.AnchorAt, clock.AnchorTime, clock.ElapsedBefore, clock.Permille);
        foreach (var (phase, takes) in clock.Takes)
        {
            Line("tempo", phase, takes);
        }

        foreach (var extension in exercise.Extensions)
        {
            Line("extension", extension.Id, extension.Phase, extension.By, extension.Time, string.Join(',', extension.Before.Select(item => $"{item.Key} {Say(item.Value)}")));
        }

        foreach (var person in exercise.People.Values)
        {
            Line("person", person.Id, person.Name, person.Team, person.Role, person.Device, person.Ready, person.JoinedLate, person.CaughtUp, person.Roster);
        }

        if (exercise.Planned is { } planned)
        {
            Line("planned", planned.Starts, planned.ByItself, planned.Zone);
        }

        foreach (var entry in exercise.Roster)
        {
            Line("roster", entry.Id, entry.Name, entry.Team, entry.Role, entry.Link);
        }

        if (exercise.RosterBefore is { } before)
        {
            Line("roster-before", string.Join(',', before.NewTeams), string.Join(',', before.Entries.Select(entry => $"{entry.Id} {Say(entry.Name)} {entry.Team} {entry.Role} {entry.Link}")));
        }

        foreach (var held in exercise.Held)
        {
            Line("held", held);
        }

        foreach (var (id, written) in exercise.Written)
        {
            Line("written", id, written.Channel, written.From, written.Title, written.Body, string.Join(',', written.To), (written.Trigger as Trigger.AtTime)?.Time);
            if (written.OnlyFor is { } only)
            {
                Line("written-for", id, only);
            }
        }

        foreach (var (id, edited) in exercise.Edited)
        {
            Line("edited", id, edited.Channel, edited.From, edited.Title, edited.Body, string.Join(',', edited.To));
        }

        foreach (var dropped in exercise.Dropped)
        {
            Line("dropped", dropped);
        }

        foreach (var (id, time) in exercise.Rescheduled)
        {
            Line("rescheduled", id, time);
        }

        foreach (var said in exercise.Announcements)
        {
            Line("announcement", said.Id, said.Team, said.Text, said.Time, said.Version, said.Ended, string.Join(',', said.ReadBy));
        }

        foreach (var remark in exercise.Remarks)
        {
            Line("remark", remark.Id, remark.Text, remark.About, remark.Time, remark.At);
        }

        foreach (var pass in exercise.Passes)
        {
            Line("pass", pass.Id, pass.Kind, pass.Name, pass.Team, pass.Ended);
        }

        Line("owner", exercise.Owner?.Id, exercise.Owner?.Name, exercise.Helpers is { } helpers ? string.Join(',', helpers.Select(helper => $"{helper.Id} {helper.Name}")) : null);
        Line("standing", exercise.Standing, exercise.ShowsHistory, exercise.Approval);
        foreach (var deed in exercise.Deeds)
        {
            Line("deed", deed.Id, Exercise.Spell(deed.Does), deed.By?.Id, deed.Time, deed.Outcome, deed.SettledBy?.Id, deed.SettledAt, deed.Reason, deed.Why?.Code, deed.Why?.Message);
        }

        foreach (var seen in exercise.Observations)
        {
            Line("observation", seen.Id, seen.By, seen.Name, seen.Team, seen.Inject, seen.Objective, seen.Text, seen.Time, seen.At);
            foreach (var file in seen.Files)
            {
                Line("observed-file", seen.Id, file.Id, file.Name, file.Type, file.Bytes);
            }
        }

        foreach (var rating in exercise.Ratings)
        {
            Line("rating", rating.By, rating.Name, rating.Team, rating.Objective, rating.Rating, rating.Comment);
        }

        foreach (var (id, version) in exercise.Accepted)
        {
            Line("accepted", id, version);
        }

        foreach (var team in exercise.Teams)
        {
            Write(team, Line);
        }

        return text.ToString();
    }

    static void Write(Team team, Action<object?[]> write)
    {
        void Line(params object?[] parts) => write(parts);

        Line("team", team.Id, team.Name, team.EffortUsed, team.World.OutageHours);
        Line("adversary", team.Adversary.State, team.Adversary.Entered, string.Join(',', team.Adversary.Visited));
        foreach (var (step, retry) in team.Adversary.Tried)
        {
            Line("tried", step, retry);
        }

        foreach (var item in team.Inbox)
        {
            Line("inbox", item.Inject, item.Released, item.Version, string.Join(',', item.ReadBy));
        }

        foreach (var (credential, judged) in team.Judged)
        {
            Line("judged", credential, judged.As, judged.Name, judged.Reason, judged.Time);
        }

        foreach (var (person, marks) in team.Marks)
        {
            foreach (var (item, mark) in marks)
            {
                Line("mark-of", person, item, mark.Read, mark.Flagged);
            }
        }

        foreach (var said in team.Chat)
        {
            Line("said", said.Id, said.Person, said.Name, said.Text, said.Time, said.Version);
        }

        foreach (var (person, version) in team.ChatRead)
        {
            Line("chat-read", person, version);
        }

        foreach (var note in team.Notes)
        {
            Line("note", note.Id, note.Author, note.Begun, note.First, note.Name, note.Text, note.Time, note.Version, note.Removed);
        }

        Line("settled", string.Join(',', team.Settled));
        foreach (var (inject, withdrawal) in team.Withdrawn)
        {
            Line("withdrawn", inject, withdrawal.At, withdrawal.Says);
        }

        foreach (var (inject, release) in team.Pending)
        {
            Line("pending", inject, release);
        }

        foreach (var item in team.Decisions)
        {
            Line("decision", item.Id, item.Person, item.Action, item.Target, item.Asked, item.Reason, item.Confidence, item.Alternatives, item.Made, item.Finishes, item.Effort, item.Status, item.Finding, item.Outage, item.Version);
        }

        foreach (var (inject, answer) in team.Answers)
        {
            Line("answer", inject, answer.Person, answer.Reply, answer.Reason, answer.Confidence, answer.Alternatives, answer.Given, answer.Version);
        }

        foreach (var (inject, proposals) in team.Proposals)
        {
            foreach (var proposal in proposals)
            {
                Line("proposal", inject, proposal.Person, proposal.Reply, proposal.Reason, proposal.Confidence, proposal.Alternatives, proposal.Given, proposal.Version);
            }
        }

        foreach (var item in team.Proposed)
        {
            Line("proposed", item.Id, item.Person, item.Name, item.Action, item.Target, item.Reason, item.Confidence, item.Alternatives, item.Time, item.Version, item.End);
            foreach (var voice in item.Voices)
            {
                Line("voice", voice.Person, voice.Name, voice.For, voice.Reason, voice.Time);
            }
        }

        foreach (var (inject, at) in team.Lapsed)
        {
            Line("lapsed", inject, at);
        }

        foreach (var hint in team.Hints)
        {
            Line("hint", hint.Id, hint.Text, hint.Cost, hint.Time, hint.Version, string.Join(',', hint.ReadBy));
        }

        foreach (var correction in team.Corrections)
        {
            Line("correction", correction.Id, correction.Dimension, correction.Points, correction.Reason, correction.Time, correction.Undoes);
        }

        foreach (var (id, end) in team.World.Ended)
        {
            Line("ended", id, end.As, end.Since);
        }

        Line("known", string.Join(',', team.World.KnownCredentials));
        foreach (var (mark, since) in team.World.Marks)
        {
            Line("mark", mark, since);
        }

        foreach (var (id, foothold) in team.World.Footholds)
        {
            Line("foothold", id, foothold.Planted, foothold.Removed, foothold.Known);
        }

        foreach (var (flag, since) in team.World.Flags)
        {
            Line("flag", flag, since);
        }

        foreach (var (counter, value) in team.World.Counters)
        {
            Line("counter", counter, value);
        }
    }

    static string Say(object? part) => part switch
    {
        null => "-",
        DateTimeOffset time => time.UtcTicks.ToString(CultureInfo.InvariantCulture),
        TimeSpan span => span.Ticks.ToString(CultureInfo.InvariantCulture),
        decimal number => number.ToString("0.############", CultureInfo.InvariantCulture),
        string words => words.Replace("\\", @"\\", StringComparison.Ordinal).Replace("|", @"\p", StringComparison.Ordinal).Replace("\n", @"\n", StringComparison.Ordinal),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => part.ToString()!,
    };
}
