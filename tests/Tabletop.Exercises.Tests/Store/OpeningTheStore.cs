using Microsoft.Data.Sqlite;
using Tabletop.TestKit;

namespace Tabletop.Exercises.Tests;

public sealed class OpeningTheStore : IDisposable
{
    readonly TemporaryFolder folder = new();

    string Database => folder.PathTo("tabletop.db");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task NewFolderIsMade()
    {
        await using var store = EventStore.Open(DataFolder.Open(folder.PathTo("deep", "down")));

        Assert.Empty(store.ListExercises());
    }

    [Fact]
    public void FileThatIsNoDatabaseIsNamedAndLeftAlone()
    {
        File.WriteAllText(Database, new string('x', 5_000));

        Assert.Contains("is damaged", Refused(), StringComparison.Ordinal);
        Assert.Equal(new string('x', 5_000), File.ReadAllText(Database));
    }

    [Fact]
    public async Task DamagedPagesAreFound()
    {
        await using (EventStore.Open(DataFolder.Open(folder.Path)))
        {
        }

        var bytes = await File.ReadAllBytesAsync(Database);
        Array.Fill(bytes, (byte)0xA5, bytes.Length / 2, 4_096);
        await File.WriteAllBytesAsync(Database, bytes);

        Assert.Contains("is damaged", Refused(), StringComparison.Ordinal);
        Assert.Equal(bytes, await File.ReadAllBytesAsync(Database));
    }

    [Fact]
    public void DatabaseOfAnotherProgramIsNotTouched()
    {
        Make("CREATE TABLE precious (x)");

        Assert.Contains("of another program", Refused(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task DatabaseOfALaterVersionIsNotTouched()
    {
        await using (EventStore.Open(DataFolder.Open(folder.Path)))
        {
        }

        Make("PRAGMA user_version = 99");

        Assert.Contains("schema 99", Refused(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TwoServersDoNotShareAFolder()
    {
        await using var first = EventStore.Open(DataFolder.Open(folder.Path));

        Assert.Contains("Another Tabletop uses", Refused(), StringComparison.Ordinal);
    }

    [Fact]
    public void FolderThatCanNotBeWrittenIsNamed()
    {
        File.WriteAllText(folder.PathTo("file"), "");

        var fault = Assert.Throws<StartupException>(() => DataFolder.Open(folder.PathTo("file")));
        Assert.Contains("can't be written", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', fault.Message);
    }

    string Refused()
    {
        var message = Assert.Throws<StartupException>(() => EventStore.Open(DataFolder.Open(folder.Path))).Message;
        Assert.DoesNotContain('\n', message);
        return message;
    }

    void Make(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Database};Pooling=False");
        connection.Open();
        connection.Run(sql);
    }
}
