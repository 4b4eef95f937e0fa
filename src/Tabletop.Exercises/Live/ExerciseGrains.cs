using System.Collections.Immutable;
using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using Tabletop.Engine;
using Tabletop.Scenarios;

namespace Tabletop.Exercises;

/// <summary>The way to the grains. What fails for a moment is sent again with the same command ids.</summary>
sealed partial class ExerciseGrains(IGrainFactory grains, Facilitators facilitators, TimeProvider time, ILogger<ExerciseGrains> log)
{
    const int CodesToTry = 5;
    static readonly ImmutableArray<TimeSpan> Waits =
        [.. new[] { 0, 50, 200, 500, 1_000, 2_000 }.Select(milliseconds => TimeSpan.FromMilliseconds(milliseconds))];

    /// <summary>Carries out what a request asks for, all or nothing; the log remembers the facilitator who sent it.</summary>
    public Task<Result<Accepted>> Submit(ExerciseRequest request, params ImmutableArray<Command> commands) =>
        Submit(request.Exercise, facilitators.Of(request.Caller) is { } by ? [.. commands.Select(command => command with { Facilitator = by })] : commands);

    public async Task<Result<Accepted>> Submit(string exercise, params ImmutableArray<Command> commands)
    {
        var answer = await Persist(exercise, grain => grain.Submit(commands));
        return answer.Ok ? new Accepted(answer.Value.Version) : answer.Refusal;
    }

    public Task<Result<OpenedExercise>> Open(NewExercise opening, ImmutableArray<Command> first) =>
        Begin(code => opening.Opened(Ids.New(), code, RandomNumberGenerator.GetInt32(int.MaxValue)), first);

    /// <param name="opening">How it begins, with a code that may turn out to be taken.</param>
    public async Task<Result<OpenedExercise>> Begin(Func<string, Event.Opened> opening, ImmutableArray<Command> first)
    {
        for (var i = 0; i < CodesToTry; i++)
        {
            var opened = opening(Codes.New());
            var answer = await Persist(opened.Exercise, grain => grain.Open(opened, first));
            if (!answer.Ok)
                return answer.Refusal;
            if (!answer.Value.CodeTaken)
                return new OpenedExercise(opened.Exercise, opened.Code);
        }

        return Unavailable;
    }

    /// <summary>Ends a rehearsal and deletes it.</summary>
    public async Task<Result<Accepted>> Discard(string exercise)
    {
        var answer = await Persist(exercise, grain => grain.Discard());
        return answer.Ok ? new Accepted(answer.Value.Version) : answer.Refusal;
    }

    async Task<Result<Answer>> Persist(string exercise, Func<IExerciseGrain, Task<Answer>> call)
    {
        foreach (var wait in Waits)
        {
            if (wait > TimeSpan.Zero)
                await Task.Delay(wait, time, CancellationToken.None);

            try
            {
                var answer = await call(grains.GetGrain<IExerciseGrain>(exercise));
                if (answer.Refusal is { } refusal)
                    return refusal;
                if (!answer.Retry)
                    return answer;
            }
            catch (Exception e) when (e is SiloUnavailableException or OrleansMessageRejectionException or TimeoutException)
            {
                LogRetry(e, exercise);
            }
            catch (Exception e)
            {
                LogFailed(e, exercise);
                return Unavailable;
            }
        }

        return Unavailable;
    }

    static Refusal Unavailable { get; } = new(RefusalCode.Unavailable, "The server can't record this at the moment. Try again shortly.");

    [LoggerMessage(LogLevel.Warning, "Exercise {Exercise} did not answer; trying again")]
    partial void LogRetry(Exception e, string exercise);

    [LoggerMessage(LogLevel.Error, "Exercise {Exercise} failed")]
    partial void LogFailed(Exception e, string exercise);
}

/// <summary>What an exercise is opened with.</summary>
sealed record NewExercise(Scenario Scenario, ImmutableArray<SourceText> Sources, string Title, string Pace, ExerciseMode Mode)
{
    public ScenarioSettings Settings { get; init; } = ScenarioSettings.None;

    /// <summary>Whose it is; null: every facilitator's.</summary>
    public Facilitator? By { get; init; }

    public Event.Opened Opened(string id, string code, long seed) => new(id, code, Title, Sources, Scenario.Hash, Pace, seed, Mode)
    {
        Names = Settings.Values.IsEmpty ? null : Settings.Values,
        Language = Settings.Language,
        Facilitator = By,
    };
}
