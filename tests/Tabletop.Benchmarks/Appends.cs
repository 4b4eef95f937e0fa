using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Tabletop.Engine;
using Tabletop.Exercises;
using Tabletop.TestKit;

namespace Tabletop.Benchmarks;

/// <summary>
/// Appends that are on the disk before they are acknowledged: the event store beside a bare INSERT and COMMIT per append,
/// same disk, same settings (WAL, synchronous=FULL), in turn.
/// </summary>
static class Appends
{
    const int Rounds = 5;
    const int Alone = 1500;
    const int Together = 200;
    const int Writers = 100;

    public static async Task<string> Measure()
    {
        var bare = new List<double>();
        var alone = new List<double>();
        var together = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            using var folder = new TemporaryFolder();
            bare.Add(Bare(folder.PathTo("bare.db")));
            await using var store = EventStore.Open(DataFolder.Open(folder.PathTo("data")));
            alone.Add(await Write(store, $"alone-{round}", 1, Alone));
            together.Add(await Write(store, $"together-{round}", Writers, Together));
        }

        var yardstick = Figures.Median(bare);
        return Figures.Table(
            ["appends per second, median of 5", "figure", "to the yardstick"],
            [
                ["bare SQLite, one row and one commit each", Figures.Text($"{yardstick:N0}"), "1"],
                ["event store, one writer", Figures.Text($"{Figures.Median(alone):N0}"), Figures.Text($"{Figures.Median(alone) / yardstick:0.00}")],
                [$"event store, {Writers} exercises at once", Figures.Text($"{Figures.Median(together):N0}"), Figures.Text($"{Figures.Median(together) / yardstick:0.0}")],
            ]);
    }

    static double Bare(string path)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var prepare = connection.CreateCommand();
        prepare.CommandText = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE events (id INTEGER PRIMARY KEY, json TEXT NOT NULL)";
        prepare.ExecuteNonQuery();
        using var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO events (json) VALUES ($json)";
        insert.Parameters.AddWithValue("$json", StoredEvent.Of(Sample(1)).Json);

        var watch = Stopwatch.StartNew();
        for (var i = 0; i < Alone; i++)
            insert.ExecuteNonQuery();
        return Alone / watch.Elapsed.TotalSeconds;
    }

    static async Task<double> Write(EventStore store, string name, int writers, int each)
    {
        for (var writer = 0; writer < writers; writer++)
            await store.Append(Next(Exercise(name, writer), 0));

        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, writers).Select(writer => Task.Run(async () =>
        {
            for (var version = 1; version <= each; version++)
                await store.Append(Next(Exercise(name, writer), version));
        })));
        return writers * each / watch.Elapsed.TotalSeconds;
    }

    static string Exercise(string name, int writer) => Figures.Text($"{name}-{writer}");

    static Append Next(string exercise, long version) => new(
        exercise,
        version,
        [StoredEvent.Of(Sample(version + 1))],
        Lifecycle.Running,
        version > 0 ? null : new(exercise, exercise, "Benchmark", "benchmark", ExerciseMode.Facilitated, Lifecycle.Running, DateTimeOffset.UnixEpoch));

    static Event.InjectRead Sample(long version) => new("team-1", "person-1", "inject-1") { Version = version, Command = "person-1.0123456789abcdef" };
}
