using Tabletop.Exercises.Views;

namespace Tabletop.Web.Play;

/// <summary>
/// Brings a page's history forward while nothing else happens: history decides by the clock, and leaves no event. Looks every
/// few seconds, in this process, and only while history is shown.
/// </summary>
sealed class HistoryWatch(HistoryRoom room, TimeProvider time) : IDisposable
{
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(3);

    readonly CancellationTokenSource over = new();

    /// <param name="shown">The view that the page shows, or null.</param>
    /// <param name="show">Given what history has come to when it has decided something more.</param>
    public async Task Run(Func<TeamView?> shown, Func<HistoryView, Task> show)
    {
        try
        {
            using var timer = new PeriodicTimer(Pause, time);
            while (await timer.WaitForNextTickAsync(over.Token))
            {
                if (shown() is { History: { } before, Clock.Running: true } view && room.Again(view.You.TeamId) is { } now && now.Deeds.Length != before.Deeds.Length)
                    await show(now);
            }
        }
        catch (OperationCanceledException)
        {
            // The page has gone.
        }
        catch (ObjectDisposedException)
        {
            // The page has gone while history was asked.
        }
    }

    public void Dispose()
    {
        over.Cancel();
        over.Dispose();
    }
}
