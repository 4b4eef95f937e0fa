using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Tabletop.Exercises;

/// <summary>Keeps every running exercise active, so that its clock goes on without a visitor: after a start, or a failure.</summary>
sealed partial class RunningExercises(EventStore store, IGrainFactory grains, TimeProvider time, ILogger<RunningExercises> log) : BackgroundService
{
    static readonly TimeSpan Round = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var rounds = new PeriodicTimer(Round, time);
        do
        {
            foreach (var entry in store.ListRunning())
                await TryWake(entry.Id);
        }
        while (await rounds.WaitForNextTickAsync(stoppingToken));
    }

    async Task TryWake(string exercise)
    {
        try
        {
            await grains.GetGrain<IExerciseGrain>(exercise).Wake();
        }
        catch (Exception e)
        {
            LogFailed(e, exercise);
        }
    }

    [LoggerMessage(LogLevel.Error, "Exercise {Exercise} can't go on")]
    partial void LogFailed(Exception e, string exercise);
}
