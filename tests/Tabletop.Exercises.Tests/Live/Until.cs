namespace Tabletop.Exercises.Tests;

/// <summary>For what has no signal to wait on: looks again until it is so.</summary>
static class Until
{
    public static async Task Holds(Func<bool> condition)
    {
        using var patience = new CancellationTokenSource(Server.Patience);
        using var looks = new PeriodicTimer(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        while (!condition())
            Assert.True(await looks.WaitForNextTickAsync(patience.Token));
    }
}
