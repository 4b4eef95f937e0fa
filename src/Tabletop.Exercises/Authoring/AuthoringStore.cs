using System.Collections.Immutable;
using System.IO.Compression;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Tabletop.Engine;

namespace Tabletop.Exercises;

/// <summary>What came to stand in a scenario's folder.</summary>
public enum VersionKind
{
    /// <summary>Somebody saved a file.</summary>
    Saved,

    /// <summary>It lay on the disk, put there by another program.</summary>
    Found,

    Made,
    Uploaded,

    /// <summary>An earlier version was brought back.</summary>
    Restored,

    /// <summary>A file was taken away.</summary>
    Removed,

    /// <summary>All of it was taken away. The files are those of before.</summary>
    Deleted,

    /// <summary>Somebody took another one's text and let go of this one.</summary>
    SetAside,
}

/// <summary>A whole folder as it once was.</summary>
/// <param name="Who">The name of whoever did it.</param>
/// <param name="Note">The file or version that it is about; may be empty.</param>
/// <param name="Bytes">Of all its files.</param>
public sealed record ScenarioVersion(long Number, string Scenario, DateTimeOffset At, string Who, VersionKind Kind, string Note, int Files, long Bytes)
{
    internal const string AnotherProgram = "Another program";

    /// <summary>Who made a version, as people are told.</summary>
    public static Phrase Maker(string who) => who == AnotherProgram ? (Phrase)AnotherProgram : $"{who}";
}

/// <summary>
/// What the folders themselves can't say: earlier versions of scenarios, texts that were typed and not yet saved, and
/// what facilitators are called, and their templates of exercises. A file of its own beside the exercises.
/// </summary>
sealed partial class AuthoringStore : IDisposable
{
    const string Columns = "number, scenario, at, who, kind, note, files, bytes";

    const string Create = """
        CREATE TABLE IF NOT EXISTS contents (hash TEXT PRIMARY KEY, packed BLOB NOT NULL) STRICT, WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS versions (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            scenario TEXT NOT NULL,
            at INTEGER NOT NULL,
            who TEXT NOT NULL,
            kind TEXT NOT NULL,
            note TEXT NOT NULL,
            files INTEGER NOT NULL,
            bytes INTEGER NOT NULL,
            tree TEXT NOT NULL
        ) STRICT;
        CREATE INDEX IF NOT EXISTS versions_by_scenario ON versions (scenario, number);
        CREATE TABLE IF NOT EXISTS drafts (
            person TEXT NOT NULL,
            scenario TEXT NOT NULL,
            path TEXT NOT NULL,
            text TEXT NOT NULL,
            base TEXT NOT NULL,
            at INTEGER NOT NULL,
            PRIMARY KEY (person, scenario, path)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS people (id TEXT PRIMARY KEY, name TEXT NOT NULL) STRICT, WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS templates (
            id TEXT PRIMARY KEY,
            name TEXT NOT NULL,
            who TEXT NOT NULL,
            at INTEGER NOT NULL,
            json TEXT NOT NULL,
            packed BLOB NOT NULL
        ) STRICT, WITHOUT ROWID;
        """;

    readonly Lock gate = new();
    readonly TimeProvider time;
    readonly SqliteConnection connection;

    public AuthoringStore(ScenarioLibrary library, TimeProvider time)
    {
        this.time = time;
        Directory.CreateDirectory(library.Data);
        connection = EventStore.Connect(Path.Combine(library.Data, "authoring.db"), SqliteOpenMode.ReadWriteCreate);
        connection.Run(Create);
    }

    /// <summary>Keeps a version; on the disk when it returns.</summary>
    public ScenarioVersion Keep(string scenario, VersionKind kind, string who, string note, FileTree tree)
    {
        lock (gate)
        {
            var at = time.GetUtcNow();
            var bytes = tree.Files.Values.Sum(content => (long)content.Length);
            using var transaction = connection.BeginTransaction();
            var paths = new SortedDictionary<string, string>(StringComparer.Ordinal);
            foreach (var (path, content) in tree.Files)
            {
                var hash = paths[path] = FileText.HashOf(content);
                if (connection.Ask<long>("SELECT count(*) FROM contents WHERE hash = $hash", ("$hash", hash)) == 0)
                    connection.Run("INSERT INTO contents (hash, packed) VALUES ($hash, $packed)", ("$hash", hash), ("$packed", Pack(content)));
            }

            var number = connection.Ask<long>(
                """
                INSERT INTO versions (scenario, at, who, kind, note, files, bytes, tree)
                VALUES ($scenario, $at, $who, $kind, $note, $files, $bytes, $tree) RETURNING number
                """,
                ("$scenario", scenario), ("$at", EventStore.Ticks(at)), ("$who", who), ("$kind", kind.ToString()), ("$note", note),
                ("$files", paths.Count), ("$bytes", bytes), ("$tree", JsonSerializer.Serialize(paths)));
            transaction.Commit();
            return new(number, scenario, at, who, kind, note, paths.Count, bytes);
        }
    }

    /// <summary>Of one scenario, the newest first.</summary>
    public ImmutableArray<ScenarioVersion> List(string scenario)
    {
        lock (gate)
            return [.. connection.Rows($"SELECT {Columns} FROM versions WHERE scenario = $scenario ORDER BY number DESC", VersionOf, ("$scenario", scenario))];
    }

    /// <summary>The last version of each scenario that was deleted.</summary>
    public ImmutableArray<ScenarioVersion> ListDeleted()
    {
        lock (gate)
        {
            return [.. connection.Rows(
                $"SELECT {Columns} FROM versions AS v WHERE kind = 'Deleted' AND number = (SELECT max(number) FROM versions WHERE scenario = v.scenario) ORDER BY number DESC",
                VersionOf)];
        }
    }

    /// <summary>Null when there is no such version of this scenario.</summary>
    public (ScenarioVersion Version, FileTree Tree)? Find(string scenario, long number)
    {
        lock (gate)
        {
            var found = connection.Rows(
                $"SELECT {Columns}, tree FROM versions WHERE scenario = $scenario AND number = $number",
                row => (VersionOf(row), row.GetString(8)),
                ("$scenario", scenario), ("$number", number));
            return found is [var (version, tree)] ? (version, TreeOf(tree)) : null;
        }
    }

    /// <summary>What this scenario's folder held when it was last written or looked at; null when it never was. What was set aside never stood there.</summary>
    public (ScenarioVersion Version, ImmutableSortedDictionary<string, string> Hashes)? Last(string scenario)
    {
        lock (gate)
        {
            var found = connection.Rows(
                $"SELECT {Columns}, tree FROM versions WHERE scenario = $scenario AND kind <> 'SetAside' ORDER BY number DESC LIMIT 1",
                row => (VersionOf(row), HashesOf(row.GetString(8))),
                ("$scenario", scenario));
            return found is [var last] ? last : null;
        }
    }

    /// <summary>Keeps what somebody has typed, until it is saved or given up.</summary>
    public Draft Keep(string person, string scenario, string path, string text, string basis)
    {
        lock (gate)
        {
            var at = time.GetUtcNow();
            connection.Run(
                "INSERT OR REPLACE INTO drafts (person, scenario, path, text, base, at) VALUES ($person, $scenario, $path, $text, $base, $at)",
                ("$person", person), ("$scenario", scenario), ("$path", path), ("$text", text), ("$base", basis), ("$at", EventStore.Ticks(at)));
            return new(path, text, basis, at);
        }
    }

    public void Forget(string person, string scenario, string path)
    {
        lock (gate)
            connection.Run("DELETE FROM drafts WHERE person = $person AND scenario = $scenario AND path = $path", ("$person", person), ("$scenario", scenario), ("$path", path));
    }

    public ImmutableSortedDictionary<string, Draft> DraftsOf(string person, string scenario)
    {
        lock (gate)
        {
            return connection.Rows(
                    "SELECT path, text, base, at FROM drafts WHERE person = $person AND scenario = $scenario",
                    row => new Draft(row.GetString(0), row.GetString(1), row.GetString(2), new(row.GetInt64(3), TimeSpan.Zero)),
                    ("$person", person), ("$scenario", scenario))
                .ToImmutableSortedDictionary(draft => draft.Path, draft => draft, StringComparer.Ordinal);
        }
    }

    public void Name(string person, string name)
    {
        lock (gate)
            connection.Run("INSERT OR REPLACE INTO people (id, name) VALUES ($id, $name)", ("$id", person), ("$name", name));
    }

    /// <summary>What others see of a person.</summary>
    public string NameOf(string person) => FindName(person) ?? "A facilitator";

    /// <summary>All who have said a name.</summary>
    public ImmutableArray<(string Id, string Name)> People()
    {
        lock (gate)
            return [.. connection.Rows("SELECT id, name FROM people", row => (row.GetString(0), row.GetString(1)))];
    }

    public string? FindName(string person)
    {
        lock (gate)
            return connection.Rows("SELECT name FROM people WHERE id = $id", row => row.GetString(0), ("$id", person)).FirstOrDefault();
    }

    public void Dispose() => connection.Dispose();

    static ScenarioVersion VersionOf(SqliteDataReader row) => new(
        row.GetInt64(0), row.GetString(1), new(row.GetInt64(2), TimeSpan.Zero), row.GetString(3), Enum.Parse<VersionKind>(row.GetString(4)), row.GetString(5),
        row.GetInt32(6), row.GetInt64(7));

    static ImmutableSortedDictionary<string, string> HashesOf(string tree) =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(tree)!.ToImmutableSortedDictionary(StringComparer.Ordinal);

    FileTree TreeOf(string tree) => new(HashesOf(tree).ToImmutableSortedDictionary(
        file => file.Key,
        file => Unpack(connection.Ask<byte[]>("SELECT packed FROM contents WHERE hash = $hash", ("$hash", file.Value))),
        StringComparer.Ordinal));

    static byte[] Pack(ImmutableArray<byte> content)
    {
        using var packed = new MemoryStream();
        using (var packing = new BrotliStream(packed, CompressionLevel.Fastest))
            packing.Write(content.AsSpan());
        return packed.ToArray();
    }

    static ImmutableArray<byte> Unpack(byte[] packed)
    {
        using var unpacking = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress);
        using var content = new MemoryStream();
        unpacking.CopyTo(content);
        return [.. content.ToArray()];
    }
}

/// <summary>What somebody has typed and not yet saved.</summary>
/// <param name="Path">Of the file, inside the scenario's folder.</param>
/// <param name="Base">Hash of the file that it was begun from; empty when there was none.</param>
public sealed record Draft(string Path, string Text, string Base, DateTimeOffset At);
