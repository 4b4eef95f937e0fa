using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Tabletop.Engine;

namespace Tabletop.Exercises;

/// <summary>
/// This node's copy of one exercise: folded from the log, kept up by what the grain tells. What is told twice is
/// skipped; what was missed is read from the store, where it is before anybody is told of it.
/// </summary>
sealed partial class Replica(string id, EventStore store, ScenarioShelf shelf, ILogger log) : IExerciseObserver
{
    readonly Lock gate = new();
    readonly Dictionary<string, int> connections = new(StringComparer.Ordinal);
    Event[] events = [];
    Exercise? state;
    ImmutableSortedSet<string> present = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);
    bool presenceChanged;
    TaskCompletionSource pulse = NewPulse();

    /// <summary>The exercise now, its whole log, and a task that ends with the next change; state is null when there is no such exercise.</summary>
    public Look Now
    {
        get
        {
            lock (gate)
                return new(state, new(events, 0, (int)(state?.Version ?? 0)), present, pulse.Task);
        }
    }

    public Task Tell(long firstVersion, ImmutableArray<string> told)
    {
        lock (gate)
        {
            if (state is null || firstVersion > state.Version + 1)
                CatchUp();
            else
                Fold(told.Skip((int)(state.Version + 1 - firstVersion)).Select(EventJson.Deserialize));
        }

        return Task.CompletedTask;
    }

    /// <summary>Reads what the log has beyond the replica's version.</summary>
    public void CatchUp()
    {
        lock (gate)
            Fold(store.Read(id, state?.Version ?? 0));
    }

    /// <summary>Counts a person as connected until <see cref="Left"/>.</summary>
    public void Entered(string person)
    {
        lock (gate)
        {
            connections[person] = connections.GetValueOrDefault(person) + 1;
            presenceChanged = true;
        }
    }

    public void Left(string person)
    {
        lock (gate)
        {
            if (--connections[person] == 0)
                connections.Remove(person);
            presenceChanged = true;
        }
    }

    /// <summary>Lets watchers know who came and went since the last call.</summary>
    public void PublishPresence()
    {
        lock (gate)
        {
            if (!presenceChanged)
                return;

            presenceChanged = false;
            var now = connections.Keys.ToImmutableSortedSet(StringComparer.Ordinal);
            if (now.SetEquals(present))
                return;

            present = now;
            Pulse();
        }
    }

    void Fold(IEnumerable<Event> tail)
    {
        var before = state?.Version;
        foreach (var e in tail)
        {
            state = state is null ? Exercise.Open(shelf.Of((Event.Opened)e), (Event.Opened)e) : state.Apply(e);

            // Grown by replacing: who looked before keeps the array that it saw.
            if (e.Version > events.Length)
                Array.Resize(ref events, Math.Max(64, events.Length * 2));
            events[e.Version - 1] = e;
        }

        if (state?.Version == before)
            return;

        LogFolded(id, state!.Version);
        Pulse();
    }

    void Pulse()
    {
        pulse.SetResult();
        pulse = NewPulse();
    }

    static TaskCompletionSource NewPulse() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    [LoggerMessage(LogLevel.Debug, "Replica of exercise {Exercise} is at version {Version}")]
    partial void LogFolded(string exercise, long version);

    public readonly record struct Look(
        Exercise? State, ArraySegment<Event> Events, ImmutableSortedSet<string> Present, Task Changed);
}
