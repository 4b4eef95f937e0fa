using Tabletop.Exercises;

namespace Tabletop.Web;

/// <summary>
/// Keeps a page's view of an exercise up to date. Views are pure functions, called off the page's thread; a burst of
/// events becomes one view. A page that is drawn without a circuit uses the first view and gets no other.
/// </summary>
public sealed class PageFeed(ExerciseFeed feed, CurrentCaller caller, ILogger<PageFeed> log) : IDisposable
{
    readonly CancellationTokenSource over = new();

    /// <summary>For a participant, by the ticket that the browser holds.</summary>
    /// <param name="show">Given every later view, one at a time and in order; let it dispatch to the page by <c>InvokeAsync</c>.</param>
    public async Task<Result<Watching<TView>>> WatchTeam<TView>(
        string exercise, Func<Sight, TView> view, Func<TView, Task> show) =>
        Begin(await feed.WatchAsParticipant(await caller.Get(), exercise, after: 0), view, show);

    /// <summary>For a facilitator: everything.</summary>
    public async Task<Result<Watching<TView>>> WatchAll<TView>(
        string exercise, Func<Sight, TView> view, Func<TView, Task> show) =>
        Begin(await feed.WatchAsFacilitator(await caller.Get(), exercise, after: 0), view, show);

    /// <summary>For everybody who took part, once the play is over: everything. For a facilitator at any time.</summary>
    public async Task<Result<Watching<TView>>> WatchDebrief<TView>(
        string exercise, Func<Sight, TView> view, Func<TView, Task> show) =>
        Begin(await feed.WatchDebrief(await caller.Get(), exercise), view, show);

    /// <summary>For whoever has a pass to watch, and for facilitators.</summary>
    public async Task<Result<Watching<TView>>> WatchByPass<TView>(
        string exercise, Func<Sight, TView> view, Func<TView, Task> show) =>
        Begin(await feed.WatchAsGuest(await caller.Get(), exercise), view, show);

    /// <summary>Why a watch has ended that began by <see cref="WatchTeam"/>.</summary>
    public async Task<Refusal> WhyNoSeat(string exercise)
    {
        var again = await feed.WatchAsParticipant(await caller.Get(), exercise, after: 0);
        again.Value?.Dispose();
        return again.Refusal ?? new(RefusalCode.NoTicket, "Your seat in this exercise has been given up.");
    }

    public void Dispose()
    {
        over.Cancel();
        over.Dispose();
    }

    Result<Watching<TView>> Begin<TView>(
        Result<FeedSubscription> opened, Func<Sight, TView> view, Func<TView, Task> show) =>
        opened.Ok ? Watching<TView>.Begin(opened.Value, view, show, log, over.Token) : opened.Refusal;
}
