using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Orleans.Utilities;
using Tabletop.Engine;

namespace Tabletop.Exercises;

sealed partial class ExerciseGrain(
    EventStore store,
    ScenarioShelf shelf,
    [FromKeyedServices(TimeProviderNames.Grains)] TimeProvider time,
    ILogger<ExerciseGrain> log) : Grain, IExerciseGrain
{
    static readonly TimeSpan Never = Timeout.InfiniteTimeSpan;
    static readonly TimeSpan Soonest = TimeSpan.FromMilliseconds(1);
    static readonly TimeSpan Latest = TimeSpan.FromHours(1);
    static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(1);

    readonly ObserverManager<IExerciseObserver> observers = new(ExerciseFeed.SubscriptionLasts, log);
    readonly SleepWatch sleep = new(time);
    Exercise? exercise;
    DateTimeOffset last;
    IGrainTimer? clock;
    IGrainTimer? heart;
    bool beating;

    string Id => this.GetPrimaryKeyString();

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        clock = this.RegisterGrainTimer(_ => Advance(), new() { DueTime = Never, Period = Never, KeepAlive = true });
        heart = this.RegisterGrainTimer(_ => Beat(), new() { DueTime = Never, Period = Never, KeepAlive = true });

        var events = store.Read(Id, after: 0);
        if (events.IsEmpty)
            return;

        exercise = Exercise.Replay(shelf.Of((Event.Opened)events[0]), events);
        last = events[^1].At;
        if (exercise.Lifecycle == Lifecycle.Running)
            await Carry([new Command.ReportOutage(store.LastSeen(Id))]);
        else
            Schedule();
    }

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        if (exercise?.Lifecycle == Lifecycle.Running)
            await TrySaw();
    }

    public Task Wake() => Task.CompletedTask;

    public Task<long> Subscribe(IExerciseObserver observer)
    {
        observers.Subscribe(observer, observer);
        return Task.FromResult(exercise?.Version ?? 0);
    }

    public Task Unsubscribe(IExerciseObserver observer)
    {
        observers.Unsubscribe(observer);
        return Task.CompletedTask;
    }

    public async Task<Answer> Open(Event.Opened opened, ImmutableArray<Command> first)
    {
        if (exercise is not null)
            return new(exercise.Version, null);

        var scenario = shelf.Of(opened);
        var at = Now();
        var begin = opened with { Version = 1, At = at, Time = scenario.Start };
        var entry = new ExerciseEntry(Id, opened.Code, opened.Title, scenario.Id, opened.Mode, Lifecycle.Lobby, at);
        return await Carry(Exercise.Open(scenario, begin), [begin], first, at, entry);
    }

    public async Task<Answer> Submit(ImmutableArray<Command> commands) => exercise is null
        ? new(0, new Refusal(RefusalCode.UnknownExercise, "There is no such exercise."))
        : await Carry(commands);

    public async Task<Answer> Discard()
    {
        if (exercise is null)
            return new(0, null);
        if (exercise.Rehearsal is null)
            return new(0, new Refusal((int)RejectionCode.NotNow, "Only a rehearsal can be thrown away."));

        // Who looks on sees that it is over; the clock stands before the log goes.
        if (exercise.Lifecycle is Lifecycle.Running or Lifecycle.Paused)
            await Carry([new Command.End()]);
        if (exercise.Lifecycle == Lifecycle.Debrief)
            await Carry([new Command.Close()]);

        var version = exercise.Version;
        await store.Discard(Id);
        exercise = null;
        DeactivateOnIdle();
        return new(version, null);
    }

    Task<Answer> Carry(ImmutableArray<Command> commands)
    {
        // What happened while the machine slept must not all come at once when it wakes.
        if (sleep.Look() is { } since && exercise!.Lifecycle == Lifecycle.Running)
            commands = [new Command.ReportOutage(since), .. commands];
        return Carry(exercise!, [], commands, Now(), opened: null);
    }

    async Task<Answer> Carry(Exercise draft, List<Event> events, ImmutableArray<Command> commands, DateTimeOffset at, ExerciseEntry? opened)
    {
        Refusal? refusal = null;
        foreach (var command in commands)
        {
            var verdict = draft.Decide(command, at);
            if (verdict.Rejection is { } rejection)
            {
                if (verdict.Events.IsEmpty)
                    return new(0, rejection);
                refusal = rejection;
            }

            foreach (var e in verdict.Events)
            {
                draft = draft.Apply(e);
                events.Add(e);
            }
        }

        if (events.Count > 0)
        {
            ImmutableArray<StoredEvent> stored = [.. events.Select(StoredEvent.Of)];
            switch (await TryAppend(new(Id, exercise?.Version ?? 0, stored, draft.Lifecycle, opened)))
            {
                case AppendResult.Appended:
                    break;
                case AppendResult.CodeTaken:
                    return new(0, null, CodeTaken: true);
                default:
                    // What is on the disk is the truth; the next call reads it afresh.
                    DeactivateOnIdle();
                    return new(0, null, Retry: true);
            }

            exercise = draft;
            last = at;
            await observers.Notify(observer => observer.Tell(stored[0].Version, [.. stored.Select(e => e.Json)]));
        }

        Schedule();
        return refusal is null ? new(VersionOf(commands), null) : new(0, refusal);
    }

    long VersionOf(ImmutableArray<Command> commands) =>
        commands.IsEmpty ? exercise!.Version : exercise!.Accepted.GetValueOrDefault(commands[^1].Id, exercise.Version);

    async Task<AppendResult?> TryAppend(Append append)
    {
        try
        {
            var result = await store.Append(append);
            if (result == AppendResult.Conflict)
                LogConflict(Id, append.Expected);
            return result;
        }
        catch (Exception e)
        {
            LogAppendFailed(e, Id, append.Expected);
            return null;
        }
    }

    Task Advance() => exercise is null ? Task.CompletedTask : Carry([new Command.Advance()]);

    async Task Beat()
    {
        await Carry([]);
        await TrySaw();
    }

    async Task TrySaw()
    {
        try
        {
            await store.Saw(Id, Now());
        }
        catch (Exception e)
        {
            LogHeartbeatFailed(e, Id);
        }
    }

    void Schedule()
    {
        var now = Now();
        clock!.Change(exercise!.NextDue(now) is { } due ? Clamp(due - now) : Never, Never);

        var runs = exercise.Lifecycle == Lifecycle.Running;
        if (runs == beating)
            return;

        beating = runs;
        heart!.Change(runs ? Heartbeat : Never, runs ? Heartbeat : Never);
    }

    static TimeSpan Clamp(TimeSpan due) => due < Soonest ? Soonest : due > Latest ? Latest : due;

    // A wall clock that is set back must not turn the order of the log round.
    DateTimeOffset Now() => time.GetUtcNow() is var now && now > last ? now : last;

    [LoggerMessage(LogLevel.Error, "Exercise {Exercise} is not at version {Version} any more: another server writes to the same data")]
    partial void LogConflict(string exercise, long version);

    [LoggerMessage(LogLevel.Error, "Exercise {Exercise} could not write after version {Version}")]
    partial void LogAppendFailed(Exception e, string exercise, long version);

    [LoggerMessage(LogLevel.Warning, "Exercise {Exercise} could not note that it is running")]
    partial void LogHeartbeatFailed(Exception e, string exercise);
}
