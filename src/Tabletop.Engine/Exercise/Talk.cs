using System.Collections.Immutable;

namespace Tabletop.Engine;

/// <summary>Something that somebody said in the team's chat.</summary>
/// <param name="Name">The person's, as it was then.</param>
/// <param name="Time">Scenario time.</param>
/// <param name="Version">Version of the event that brought it.</param>
public sealed record ChatMessage(string Id, string Person, string Name, string Text, DateTimeOffset Time, long Version);

/// <summary>One entry of the team's notebook, as it was written last.</summary>
/// <param name="Author">Name of who wrote it first.</param>
/// <param name="Begun">Scenario time at which it was written first.</param>
/// <param name="First">Version of the event that began it.</param>
/// <param name="Name">Of who changed it last.</param>
/// <param name="Time">Scenario time of the last change.</param>
/// <param name="Version">Version of the event that changed it last.</param>
public sealed record Note(string Id, string Author, DateTimeOffset Begun, long First, string Name, string Text, DateTimeOffset Time, long Version)
{
    /// <summary>It was taken out, and can be put back.</summary>
    public bool Removed { get; init; }
}

public sealed partial record Team
{
    /// <summary>In order of being said.</summary>
    public ImmutableArray<ChatMessage> Chat { get; init; } = [];

    /// <summary>By person: version of the last message that this person has read.</summary>
    public ImmutableSortedDictionary<string, long> ChatRead { get; init; } = Exercise.EmptyMap<long>();

    /// <summary>In order of being begun, those that were taken out included.</summary>
    public ImmutableArray<Note> Notes { get; init; } = [];

    internal Team Talk(Event e) => e switch
    {
        Event.Said said => this with { Chat = Chat.Add(new(said.Message, said.Person, said.Name, said.Text, e.Time, e.Version)) },
        Event.ChatRead read => this with { ChatRead = ChatRead.SetItem(read.Person, read.UpTo) },
        Event.NoteWritten written when Notes.All(note => note.Id != written.Note) =>
            this with { Notes = Notes.Add(new(written.Note, written.Name, e.Time, e.Version, written.Name, written.Text, e.Time, e.Version)) },
        Event.NoteWritten written => Edit(
            written.Note, note => note with { Name = written.Name, Text = written.Text, Time = e.Time, Version = e.Version, Removed = false }),
        Event.NoteRemoved removed => Edit(
            removed.Note, note => note with { Name = removed.Name, Time = e.Time, Version = e.Version, Removed = true }),
        _ => this,
    };

    Team Edit(string note, Func<Note, Note> edit) => this with { Notes = [.. Notes.Select(item => item.Id == note ? edit(item) : item)] };
}

public sealed partial record Exercise
{
    /// <summary>Messages in the chat of one team.</summary>
    public const int MaxMessages = 5_000;

    /// <summary>Entries in the notebook of one team, those that were taken out included.</summary>
    public const int MaxNotes = 500;

    Rejection? Say(Command.Say say, Action<Event> emit)
    {
        if (RefuseTalk(say.Person, say.Text, out var person, out var team) is { } refusal)
        {
            return refusal;
        }

        return team!.Chat.Length >= MaxMessages
            ? new(RejectionCode.BadValue, $"A team's chat holds at most {MaxMessages} messages. Write it in the notebook.")
            : Do(emit, new Event.Said(team.Id, person!.Id, person.Name, say.Message, say.Text.Trim()));
    }

    Rejection? ReadChat(Command.ReadChat read, Action<Event> emit)
    {
        if (!People.TryGetValue(read.Person, out var person))
        {
            return NotSeated;
        }

        var team = FindTeam(person.Team)!;
        var upTo = Math.Min(read.UpTo, team.Chat.LastOrDefault()?.Version ?? 0);
        return upTo > team.ChatRead.GetValueOrDefault(person.Id) ? Do(emit, new Event.ChatRead(team.Id, person.Id, upTo)) : null;
    }

    Rejection? WriteNote(Command.WriteNote write, Action<Event> emit)
    {
        if (RefuseTalk(write.Person, write.Text, out var person, out var team) is { } refusal)
        {
            return refusal;
        }

        var text = write.Text.Trim();
        var note = team!.Notes.FirstOrDefault(item => item.Id == write.Note);
        if (RefuseChange(note, write.Seen) is { } changed)
        {
            return changed;
        }

        if (note is null && team.Notes.Length >= MaxNotes)
        {
            return new(RejectionCode.BadValue, $"A notebook has at most {MaxNotes} entries. Add yours to one that is there.");
        }

        return note is { Removed: false } && note.Text == text ? null : Do(emit, new Event.NoteWritten(team.Id, person!.Id, person.Name, write.Note, text));
    }

    Rejection? RemoveNote(Command.RemoveNote remove, Action<Event> emit)
    {
        if (RefuseTalk(remove.Person, null, out var person, out var team) is { } refusal)
        {
            return refusal;
        }

        if (team!.Notes.FirstOrDefault(item => item.Id == remove.Note) is not { } note)
        {
            return NoSuchNote;
        }

        return note.Removed ? null : RefuseChange(note, remove.Seen) ?? Do(emit, new Event.NoteRemoved(team.Id, person!.Id, person.Name, note.Id, note.Text));
    }

    /// <param name="seen">Version of the entry that the writer had before them; 0: none.</param>
    static Rejection? RefuseChange(Note? note, long seen) =>
        note is null ? (seen == 0 ? null : NoSuchNote)
        : note.Version == seen ? null
        : new(RejectionCode.AlreadyDone, note.Removed
            ? (Phrase)$"{note.Name} has taken this entry out meanwhile. Nothing is lost: compare both and choose."
            : (Phrase)$"{note.Name} has changed this entry meanwhile. Nothing is lost: compare both and choose.");

    static Rejection NoSuchNote => new(RejectionCode.BadValue, "There is no such entry in your team's notebook.");

    /// <param name="text">Null: nothing is written.</param>
    Rejection? RefuseTalk(string personId, string? text, out Person? person, out Team? team)
    {
        team = null;
        if (!People.TryGetValue(personId, out person))
        {
            return NotSeated;
        }

        team = FindTeam(person.Team)!;
        return Lifecycle is Lifecycle.Debrief or Lifecycle.Closed
            ? new(RejectionCode.NotNow, "The exercise has ended: what your team wrote stays as it is.")
            : text is not null && string.IsNullOrWhiteSpace(text) ? new(RejectionCode.BadValue, "Write something first.") : null;
    }
}
