using Microsoft.Data.Sqlite;

namespace Tabletop.Exercises;

/// <summary>What one commit does to the tables. Each statement is prepared once.</summary>
sealed class Statements(SqliteConnection connection) : IDisposable
{
    readonly Dictionary<string, SqliteCommand> prepared = [];

    public AppendResult Carry(Writing writing) => writing switch
    {
        Append append => Carry(append),
        Heartbeat heartbeat => Carry(heartbeat),
        Discard discard => Carry(discard),
        _ => throw new InvalidOperationException($"No statement for {writing.GetType().Name}."),
    };

    public void Dispose()
    {
        foreach (var command in prepared.Values)
            command.Dispose();
    }

    AppendResult Carry(Heartbeat heartbeat)
    {
        Run("UPDATE exercises SET seen = $seen WHERE id = $id", ("$seen", EventStore.Ticks(heartbeat.At)), ("$id", heartbeat.Exercise));
        return AppendResult.Appended;
    }

    AppendResult Carry(Discard discard)
    {
        Run("DELETE FROM events WHERE exercise = $id", ("$id", discard.Exercise));
        Run("DELETE FROM exercises WHERE id = $id", ("$id", discard.Exercise));
        return AppendResult.Appended;
    }

    // Looks before it writes: nothing else writes in between, so no half-written append has to be taken back.
    AppendResult Carry(Append append)
    {
        var version = Ask("SELECT coalesce(max(version), 0) FROM events WHERE exercise = $id", ("$id", append.Exercise));
        if (version != append.Expected)
            return AppendResult.Conflict;
        if (append.Opened is { } opened && Ask("SELECT count(*) FROM exercises WHERE code = $code", ("$code", opened.Code)) > 0)
            return AppendResult.CodeTaken;

        if (append.Opened is { } entry)
            Add(entry);
        foreach (var e in append.Events)
        {
            Run(
                "INSERT INTO events (exercise, version, at, type, command, json) VALUES ($id, $version, $at, $type, $command, $json)",
                ("$id", append.Exercise),
                ("$version", e.Version),
                ("$at", EventStore.Ticks(e.At)),
                ("$type", e.Type),
                ("$command", e.Command),
                ("$json", e.Json));
        }

        Run(
            "UPDATE exercises SET lifecycle = $lifecycle, seen = max(seen, $seen) WHERE id = $id",
            ("$lifecycle", append.Lifecycle.ToString()),
            ("$seen", EventStore.Ticks(append.Events[^1].At)),
            ("$id", append.Exercise));
        return AppendResult.Appended;
    }

    void Add(ExerciseEntry entry) => Run(
        """
        INSERT INTO exercises (id, code, title, scenario, mode, lifecycle, opened_at, seen)
        VALUES ($id, $code, $title, $scenario, $mode, $lifecycle, $opened, $opened)
        """,
        ("$id", entry.Id),
        ("$code", entry.Code),
        ("$title", entry.Title),
        ("$scenario", entry.Scenario),
        ("$mode", entry.Mode.ToString()),
        ("$lifecycle", entry.Lifecycle.ToString()),
        ("$opened", EventStore.Ticks(entry.OpenedAt)));

    void Run(string sql, params ReadOnlySpan<(string Name, object? Value)> values) => Prepare(sql, values).ExecuteNonQuery();

    long Ask(string sql, params ReadOnlySpan<(string Name, object? Value)> values) => (long)Prepare(sql, values).ExecuteScalar()!;

    SqliteCommand Prepare(string sql, ReadOnlySpan<(string Name, object? Value)> values)
    {
        if (!prepared.TryGetValue(sql, out var command))
        {
            command = connection.CreateCommand();
            command.CommandText = sql;
            prepared.Add(sql, command);
        }

        command.Parameters.Clear();
        foreach (var (name, value) in values)
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        return command;
    }
}
