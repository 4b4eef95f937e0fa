using Microsoft.Extensions.Logging;

namespace Tabletop.Exercises;

/// <summary>
/// Keeps one replica subscribed to its grain while somebody holds it, and a little longer. The subscription is renewed
/// every second: it lives in the grain's activation and is lost when that moves or ends.
/// </summary>
sealed partial class FeedSource
{
    static readonly TimeSpan Round = TimeSpan.FromSeconds(1);
    const int IdleRoundsBeforeEnd = 30;

    readonly IGrainFactory grains;
    readonly TimeProvider time;
    readonly ILogger log;
    readonly string id;
    readonly Action<FeedSource> ended;
    readonly Lock gate = new();
    readonly TaskCompletionSource loaded = new(TaskCreationOptions.RunContinuationsAsynchronously);
    int holds;
    int idleRounds;
    bool over;

    public FeedSource(
        string id, Replica replica, IGrainFactory grains, TimeProvider time, ILogger log, Action<FeedSource> ended, CancellationToken closing)
    {
        (this.id, Replica, this.grains, this.time, this.log, this.ended) = (id, replica, grains, time, log, ended);
        Ended = Task.Run(() => Run(closing), CancellationToken.None);
    }

    public Replica Replica { get; }

    public Task Ended { get; }

    /// <summary>Null when this source has just ended: take a new one.</summary>
    public async Task<Hold?> TryHold()
    {
        lock (gate)
        {
            if (over)
                return null;
            holds++;
        }

        try
        {
            await loaded.Task;
            return new(this);
        }
        catch
        {
            Release();
            throw;
        }
    }

    async Task Run(CancellationToken closing)
    {
        IExerciseObserver? observer = null;
        try
        {
            observer = grains.CreateObjectReference<IExerciseObserver>(Replica);
            using var rounds = new PeriodicTimer(Round, time);
            do
            {
                await Renew(observer);
                Replica.PublishPresence();
            }
            while (!IsIdle() && await rounds.WaitForNextTickAsync(closing));
        }
        catch (OperationCanceledException)
        {
            // The server stops.
        }
        finally
        {
            lock (gate)
                over = true;
            loaded.TrySetException(new InvalidOperationException($"The feed of exercise {id} ended before it was read."));
            _ = loaded.Task.Exception;
            ended(this);
            if (observer is not null && !closing.IsCancellationRequested)
                await TryUnsubscribe(observer);
        }
    }

    async Task Renew(IExerciseObserver observer)
    {
        try
        {
            var version = await grains.GetGrain<IExerciseGrain>(id).Subscribe(observer);
            if (version > (Replica.Now.State?.Version ?? 0))
                Replica.CatchUp();
            loaded.TrySetResult();
        }
        catch (Exception e)
        {
            LogRenewFailed(e, id);
            if (loaded.TrySetException(e))
                throw;
        }
    }

    async Task TryUnsubscribe(IExerciseObserver observer)
    {
        try
        {
            await grains.GetGrain<IExerciseGrain>(id).Unsubscribe(observer);
            grains.DeleteObjectReference<IExerciseObserver>(observer);
        }
        catch (Exception e)
        {
            // It ends by itself after a few seconds.
            LogRenewFailed(e, id);
        }
    }

    bool IsIdle()
    {
        lock (gate)
        {
            idleRounds = holds == 0 ? idleRounds + 1 : 0;
            return over = idleRounds > IdleRoundsBeforeEnd;
        }
    }

    void Release()
    {
        lock (gate)
            holds--;
    }

    [LoggerMessage(LogLevel.Warning, "The feed of exercise {Exercise} could not reach its grain")]
    partial void LogRenewFailed(Exception e, string exercise);

    /// <summary>Keeps the source alive until it is disposed.</summary>
    public sealed class Hold(FeedSource source) : IDisposable
    {
        FeedSource? source = source;

        public Replica Replica { get; } = source.Replica;

        public void Dispose() => Interlocked.Exchange(ref source, null)?.Release();
    }
}
