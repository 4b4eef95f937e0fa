using Tabletop.Engine;
using Tabletop.Exercises;

namespace Tabletop.Web;

/// <summary>A page's watch over one exercise, until it is disposed or the page's circuit ends.</summary>
public sealed partial class Watching<TView> : IDisposable
{
    readonly FeedSubscription subscription;
    readonly Func<Sight, TView> view;
    readonly Func<TView, Task> show;
    readonly ILogger log;
    readonly CancellationTokenSource over;
    readonly List<Event> events = [];
    int disposed;

    Watching(
        FeedSubscription subscription, ViewerChange first, Func<Sight, TView> view, Func<TView, Task> show, ILogger log, CancellationToken circuit)
    {
        (this.subscription, this.view, this.show, this.log) = (subscription, view, show, log);
        over = CancellationTokenSource.CreateLinkedTokenSource(circuit);
        First = view(SightOf(first));
        var cancelled = over.Token;
        Ended = Task.Run(() => Run(cancelled), CancellationToken.None);
    }

    /// <summary>The view when the watch began.</summary>
    public TView First { get; }

    /// <summary>Ends with the watch: disposed, or the viewer's seat given up.</summary>
    public Task Ended { get; }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref disposed, 1) == 1)
            return;

        over.Cancel();
        over.Dispose();
    }

    internal static Result<Watching<TView>> Begin(
        FeedSubscription subscription, Func<Sight, TView> view, Func<TView, Task> show, ILogger log, CancellationToken circuit)
    {
        if (subscription.Next() is { } first)
            return new Watching<TView>(subscription, first, view, show, log, circuit);

        subscription.Dispose();
        return new Refusal(RefusalCode.NoTicket, "Your seat in this exercise has been given up.");
    }

    async Task Run(CancellationToken cancelled)
    {
        try
        {
            while (await subscription.More(cancelled) && subscription.Next() is { } change)
            {
                var sight = SightOf(change);
                if (change.Concerns)
                    await TryShow(sight);
            }
        }
        finally
        {
            subscription.Dispose();
        }
    }

    async Task TryShow(Sight sight)
    {
        try
        {
            await show(view(sight));
        }
        catch (ObjectDisposedException)
        {
            // The page has gone while its view was made.
        }
        catch (Exception e)
        {
            LogShowFailed(e, sight.Exercise.Id, sight.Exercise.Version);
        }
    }

    Sight SightOf(ViewerChange change)
    {
        if (change.Resync is { } after)
            events.RemoveAll(e => e.Version > after);
        events.AddRange(change.Messages.Select(message => message.Event));
        return new(change.Viewer, change.State, events, change.Present) { Log = change.Log };
    }

    [LoggerMessage(LogLevel.Error, "A page could not show exercise {Exercise} at version {Version}")]
    partial void LogShowFailed(Exception e, string exercise, long version);
}
