using Microsoft.Data.Sqlite;

namespace Tabletop.Exercises;

/// <summary>
/// Codes by which a person takes the own seat along to another device. They work for one browser, for a while, also when the
/// server is started anew meanwhile. That browser may use its code again: the answer to its first use may have been lost on the way.
/// </summary>
public sealed class SeatOffers : IDisposable
{
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(10);

    const string Create = """
        CREATE TABLE IF NOT EXISTS offers (
            code TEXT PRIMARY KEY,
            exercise TEXT NOT NULL,
            team TEXT NOT NULL,
            person TEXT NOT NULL,
            device INTEGER NOT NULL,
            until INTEGER NOT NULL,
            used_by TEXT
        ) STRICT, WITHOUT ROWID;
        """;

    readonly Lock gate = new();
    readonly TimeProvider time;
    readonly SqliteConnection connection;

    public SeatOffers(ScenarioLibrary library, TimeProvider time) : this(library.Data, time)
    {
    }

    /// <param name="data">The data folder.</param>
    internal SeatOffers(string data, TimeProvider time)
    {
        this.time = time;
        Directory.CreateDirectory(data);
        connection = EventStore.Connect(Path.Combine(data, "moves.db"), SqliteOpenMode.ReadWriteCreate);
        connection.Run(Create);
    }

    /// <summary>A code of the form of <see cref="Codes"/>; an earlier one of the same person ends.</summary>
    public string New(Ticket ticket)
    {
        var now = time.GetUtcNow();
        var code = Codes.New();
        lock (gate)
        {
            connection.Run(
                "DELETE FROM offers WHERE until <= $now OR (exercise = $exercise AND person = $person)",
                ("$now", EventStore.Ticks(now)), ("$exercise", ticket.Exercise), ("$person", ticket.Person));
            connection.Run(
                "INSERT OR REPLACE INTO offers (code, exercise, team, person, device, until) VALUES ($code, $exercise, $team, $person, $device, $until)",
                ("$code", code), ("$exercise", ticket.Exercise), ("$team", ticket.Team), ("$person", ticket.Person), ("$device", ticket.Device),
                ("$until", EventStore.Ticks(now + Lasts)));
        }

        return code;
    }

    /// <summary>The seat that a code stands for; null when there is none, or none any more.</summary>
    public Ticket? Find(string? typed)
    {
        if (!Codes.TryRead(typed, out var code))
            return null;

        lock (gate)
        {
            return connection.Rows(
                "SELECT exercise, team, person, device FROM offers WHERE code = $code AND until > $now",
                row => new Ticket(row.GetString(0), row.GetString(1), row.GetString(2), row.GetInt32(3)),
                ("$code", code), ("$now", EventStore.Ticks(time.GetUtcNow()))).FirstOrDefault();
        }
    }

    /// <summary>True for one browser only, and for that one again.</summary>
    /// <param name="by">What tells the browser from every other; empty: nothing does, and the code works once.</param>
    public bool Use(string? typed, string by)
    {
        if (!Codes.TryRead(typed, out var code))
            return false;

        lock (gate)
        {
            return connection.Run(
                "UPDATE offers SET used_by = $by WHERE code = $code AND (used_by IS NULL OR (used_by = $by AND $by <> ''))",
                ("$code", code), ("$by", by)) > 0;
        }
    }

    public void Dispose() => connection.Dispose();
}
