using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using Tabletop.Engine;

namespace Tabletop.Exercises;

/// <summary>The logs of all exercises in one SQLite file: one writer, any number of readers beside it.</summary>
public sealed partial class EventStore : IAsyncDisposable
{
    const string Columns = "id, code, title, scenario, mode, lifecycle, opened_at";

    readonly DataFolder folder;
    readonly EventWriter writer;

    EventStore(DataFolder folder)
    {
        this.folder = folder;
        writer = new(Connect(folder.Database, SqliteOpenMode.ReadWrite));
    }

    /// <param name="folder">Let go when the store is disposed.</param>
    /// <exception cref="StartupException">The file is damaged, of another program, or of a later one.</exception>
    public static EventStore Open(DataFolder folder)
    {
        try
        {
            Schema.Prepare(folder.Database);
            return new(folder);
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Adds events to a log; when the task completes with <see cref="AppendResult.Appended"/> they are on the disk.
    /// An exception leaves open whether they are.
    /// </summary>
    internal Task<AppendResult> Append(Append append) => writer.Write(append);

    /// <summary>Notes that the server was alive and an exercise running. Not part of its log.</summary>
    internal Task Saw(string exercise, DateTimeOffset at) => writer.Write(new Heartbeat(exercise, at));

    /// <summary>Deletes an exercise, its log and its files. Whoever writes to it still has to have stopped.</summary>
    internal async Task Discard(string exercise)
    {
        await writer.Write(new Discard(exercise));
        DeleteFiles(exercise);
    }

    /// <summary>When an exercise was last seen running, or opened.</summary>
    internal DateTimeOffset LastSeen(string exercise)
    {
        using var connection = Reader();
        return Time(connection.Ask<long>("SELECT seen FROM exercises WHERE id = $id", ("$id", exercise)));
    }

    /// <summary>The events after a version, in order.</summary>
    internal ImmutableArray<Event> Read(string exercise, long after)
    {
        using var connection = Reader();
        return [.. connection.Rows(
            "SELECT json FROM events WHERE exercise = $id AND version > $after ORDER BY version",
            row => EventJson.Deserialize(row.GetString(0)),
            ("$id", exercise),
            ("$after", after))];
    }

    internal ImmutableArray<ExerciseEntry> ListExercises() => Entries("ORDER BY opened_at DESC, id");

    internal ImmutableArray<ExerciseEntry> ListRunning() =>
        Entries("WHERE lifecycle = $lifecycle", ("$lifecycle", nameof(Lifecycle.Running)));

    /// <summary>Planned starts of exercises in the lobby, by the exercise's id.</summary>
    internal ImmutableDictionary<string, PlannedStart> ListPlanned()
    {
        using var connection = Reader();
        var last = connection.Rows(
            "SELECT e.exercise, e.json FROM exercises x JOIN events e ON e.exercise = x.id WHERE x.lifecycle = $lobby AND e.type = 'start-planned' ORDER BY e.version",
            row => (Exercise: row.GetString(0), Event: (Event.StartPlanned)EventJson.Deserialize(row.GetString(1))),
            ("$lobby", nameof(Lifecycle.Lobby)));
        return last.GroupBy(item => item.Exercise, item => item.Event).Where(said => said.Last().Starts is not null)
            .ToImmutableDictionary(said => said.Key, said => new PlannedStart(said.Last().Starts!.Value, said.Last().ByItself, said.Last().Zone), StringComparer.Ordinal);
    }

    /// <summary>Ids of the exercises that rehearsals rehearse, by the rehearsal's id.</summary>
    internal ImmutableDictionary<string, string> ListRehearsals()
    {
        using var connection = Reader();
        return connection.Rows(
            "SELECT x.id, json_extract(e.json, '$.rehearsal.of') FROM exercises x JOIN events e ON e.exercise = x.id AND e.version = 1 WHERE x.mode = $mode",
            row => KeyValuePair.Create(row.GetString(0), row.GetString(1)),
            ("$mode", nameof(ExerciseMode.Rehearsal))).ToImmutableDictionary(StringComparer.Ordinal);
    }

    internal ExerciseEntry? Find(string exercise) => Entries("WHERE id = $id", ("$id", exercise)).FirstOrDefault();

    internal ExerciseEntry? FindByCode(string code) => Entries("WHERE code = $code", ("$code", code)).FirstOrDefault();

    public async ValueTask DisposeAsync()
    {
        // The writer last: closing the last connection brings the write-ahead log back into the database.
        using (var reader = Describe(folder.Database, SqliteOpenMode.ReadOnly, pooled: true))
            SqliteConnection.ClearPool(reader);
        await writer.DisposeAsync();
        folder.Dispose();
    }

    internal static SqliteConnection Connect(string path, SqliteOpenMode mode, bool pooled = true)
    {
        var connection = Describe(path, mode, pooled);
        connection.Open();
        if (mode != SqliteOpenMode.ReadOnly)
            connection.Run("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;");
        return connection;
    }

    static SqliteConnection Describe(string path, SqliteOpenMode mode, bool pooled) => new(new SqliteConnectionStringBuilder
    {
        DataSource = path,
        Mode = mode,
        Pooling = mode == SqliteOpenMode.ReadOnly && pooled,
        DefaultTimeout = 10,
    }.ToString());

    SqliteConnection Reader() => Connect(folder.Database, SqliteOpenMode.ReadOnly);

    ImmutableArray<ExerciseEntry> Entries(string which, params ReadOnlySpan<(string, object?)> values)
    {
        using var connection = Reader();
        return [.. connection.Rows(
            $"SELECT {Columns} FROM exercises {which}",
            row => new ExerciseEntry(
                row.GetString(0),
                row.GetString(1),
                row.GetString(2),
                row.GetString(3),
                Enum.Parse<ExerciseMode>(row.GetString(4)),
                Enum.Parse<Lifecycle>(row.GetString(5)),
                Time(row.GetInt64(6))),
            values)];
    }

    internal static long Ticks(DateTimeOffset time) => time.UtcTicks;

    static DateTimeOffset Time(long ticks) => new(ticks, TimeSpan.Zero);
}
