using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace Tabletop.Exercises;

/// <summary>
/// The one writer of the database. What arrives while a commit is under way shares the next one, so that a disk's
/// few commits per second carry many appends.
/// </summary>
sealed class EventWriter : IAsyncDisposable
{
    const int MostPerCommit = 512;

    readonly SqliteConnection connection;
    readonly Channel<Waiting> queue = Channel.CreateUnbounded<Waiting>(new() { SingleReader = true });
    readonly Statements statements;
    readonly Task loop;

    public EventWriter(SqliteConnection connection)
    {
        this.connection = connection;
        statements = new(connection);
        loop = Task.Factory.StartNew(Loop, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <exception cref="StoreClosedException">The store has been disposed.</exception>
    public Task<AppendResult> Write(Writing writing)
    {
        var waiting = new Waiting(writing, new(TaskCreationOptions.RunContinuationsAsynchronously));
        if (!queue.Writer.TryWrite(waiting))
            throw new StoreClosedException();
        return waiting.Done.Task;
    }

    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        await loop;
        statements.Dispose();
        connection.Dispose();
    }

    void Loop()
    {
        var batch = new List<Waiting>();
        while (queue.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            batch.Clear();
            while (batch.Count < MostPerCommit && queue.Reader.TryRead(out var waiting))
                batch.Add(waiting);
            Commit(batch);
        }
    }

    void Commit(List<Waiting> batch)
    {
        try
        {
            connection.Run("BEGIN IMMEDIATE");
            var results = batch.ConvertAll(waiting => statements.Carry(waiting.Writing));
            connection.Run("COMMIT");
            for (var i = 0; i < batch.Count; i++)
                batch[i].Done.SetResult(results[i]);
        }
        catch (Exception e)
        {
            // Full disk, lost disk: each of them is told, and the next commit is tried afresh.
            TryRollBack();
            foreach (var waiting in batch)
                waiting.Done.TrySetException(e);
        }
    }

    void TryRollBack()
    {
        try
        {
            connection.Run("ROLLBACK");
        }
        catch (SqliteException)
        {
            // SQLite has rolled back by itself.
        }
    }

    readonly record struct Waiting(Writing Writing, TaskCompletionSource<AppendResult> Done);
}

/// <summary>The store is closed: the server is shutting down.</summary>
sealed class StoreClosedException() : InvalidOperationException("The event store is closed.");
