using Microsoft.Data.Sqlite;

namespace Tabletop.Exercises;

/// <summary>Makes a new database, or makes sure that an existing one is ours, whole, and not from a later program.</summary>
static class Schema
{
    const int Version = 1;

    // "TBLT": tells our file from another program's.
    const int ApplicationId = 0x54424C54;

    const int NotADatabase = 26;
    const int Corrupt = 11;

    const string Create = $"""
        CREATE TABLE exercises (
            id TEXT PRIMARY KEY,
            code TEXT NOT NULL UNIQUE,
            title TEXT NOT NULL,
            scenario TEXT NOT NULL,
            mode TEXT NOT NULL,
            lifecycle TEXT NOT NULL,
            opened_at INTEGER NOT NULL,
            seen INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX exercises_by_lifecycle ON exercises (lifecycle);
        CREATE TABLE events (
            exercise TEXT NOT NULL,
            version INTEGER NOT NULL,
            at INTEGER NOT NULL,
            type TEXT NOT NULL,
            command TEXT,
            json TEXT NOT NULL,
            PRIMARY KEY (exercise, version)
        ) STRICT, WITHOUT ROWID;
        PRAGMA application_id = 0x54424C54;
        PRAGMA user_version = 1;
        """;

    /// <exception cref="StartupException">With one line that says what is wrong with the file. It has not been touched.</exception>
    public static void Prepare(string path)
    {
        try
        {
            if (!File.Exists(path) || new FileInfo(path).Length == 0)
                Make(path);
            else
                Check(path);
        }
        catch (SqliteException e) when (e.SqliteErrorCode is NotADatabase or Corrupt)
        {
            throw Damaged(path, e.Message, e);
        }
        catch (SqliteException e)
        {
            throw new StartupException($"The database {path} can't be opened: {e.Message.TrimEnd('.')}.", e);
        }
    }

    static void Make(string path)
    {
        using var connection = EventStore.Connect(path, SqliteOpenMode.ReadWriteCreate);
        using var transaction = connection.BeginTransaction();
        connection.Run(Create);
        transaction.Commit();
    }

    // Read-only, so that a file which isn't ours is left exactly as it is.
    static void Check(string path)
    {
        using var connection = EventStore.Connect(path, SqliteOpenMode.ReadOnly, pooled: false);
        var applicationId = connection.Ask<long>("PRAGMA application_id");
        if (applicationId != ApplicationId)
            throw new StartupException($"The file {path} is a database of another program. Move it away, or name another folder with --data.");

        var version = connection.Ask<long>("PRAGMA user_version");
        if (version > Version)
        {
            throw new StartupException(
                $"The database {path} was written by a later Tabletop (schema {version}, this one knows {Version}). Start that one, or name another folder with --data.");
        }

        var verdict = connection.Ask<string>("PRAGMA quick_check(1)");
        if (verdict != "ok")
            throw Damaged(path, verdict, null);
    }

    static StartupException Damaged(string path, string detail, Exception? inner) =>
        new($"The database {path} is damaged ({detail.ReplaceLineEndings(" ").TrimEnd('.')}). Nothing was changed. Restore a copy of it, or name another folder with --data.", inner);
}
