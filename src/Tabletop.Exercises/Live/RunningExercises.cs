using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Tabletop.Exercises;

/// <summary>Keeps every running exercise active, and those that are about to start by themselves, so that the clock goes on without a visitor: after a start, or a failure.</summary>
sealed partial class RunningExercises(EventStore store, IGrainFactory grains, TimeProvider time, ILogger<RunningExercises> log) : BackgroundService
{
    static readonly TimeSpan Round = TimeSpan.FromSeconds(10);

    // What can't go on is tried again every round, and complained of once.
    readonly HashSet<string> stuck = new(StringComparer.Ordinal);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var rounds = new PeriodicTimer(Round, time);
        do
        {
            foreach (var exercise in TryList())
                await TryWake(exercise);
        }
        while (await rounds.WaitForNextTickAsync(stoppingToken));
    }

    List<string> TryList()
    {
        try
        {
            var now = time.GetUtcNow();
            return
            [
                .. store.ListRunning().Select(entry => entry.Id),
                .. store.ListPlanned().Where(item => item.Value.ByItself && item.Value.Starts <= now + Round + Round && !item.Value.IsMissed(now)).Select(item => item.Key),
            ];
        }
        catch (SqliteException e)
        {
            LogListFailed(e);
            return [];
        }
    }

    async Task TryWake(string exercise)
    {
        try
        {
            await grains.GetGrain<IExerciseGrain>(exercise).Wake();
            stuck.Remove(exercise);
        }
        catch (Exception e)
        {
            if (stuck.Add(exercise))
                LogFailed(e, exercise);
        }
    }

    [LoggerMessage(LogLevel.Error, "The list of running exercises can't be read")]
    partial void LogListFailed(Exception e);

    [LoggerMessage(LogLevel.Error, "Exercise {Exercise} can't go on")]
    partial void LogFailed(Exception e, string exercise);
}
