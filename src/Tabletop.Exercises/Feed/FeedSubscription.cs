using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Tabletop.Engine;

namespace Tabletop.Exercises;

/// <summary>One viewer's watch over an exercise. Not for two readers at once.</summary>
public sealed class FeedSubscription : IDisposable
{
    readonly FeedSource.Hold hold;
    readonly Func<Exercise, Viewer?> viewerIn;
    readonly string? person;
    readonly Lock gate = new();
    (Viewer Viewer, Exercise State, ImmutableSortedSet<string> Present)? before;
    Task changed = Task.CompletedTask;
    TaskCompletionSource rewound = NewSignal();
    long? resync;
    long seen;
    bool disposed;

    internal FeedSubscription(FeedSource.Hold hold, Func<Exercise, Viewer?> viewerIn, long after, string? person)
    {
        (this.hold, this.viewerIn, this.person) = (hold, viewerIn, person);
        Rewind(after);
        if (person is not null)
            hold.Replica.Entered(person);
    }

    /// <summary>Goes back, or on, to just after a version: the next change begins there.</summary>
    public void Rewind(long after)
    {
        lock (gate)
        {
            resync = Math.Max(0, after);
            rewound.TrySetResult();
        }
    }

    /// <summary>
    /// What is new, as soon as there is something: first what came after the version asked for (even if nothing did), then
    /// each change, or several at once for a reader that is slower than they come. Ends when the viewer's seat is given up.
    /// </summary>
    public async IAsyncEnumerable<ViewerChange> Changes([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (Next() is { } change)
        {
            yield return change;
            if (!await More(cancellationToken))
                yield break;
        }
    }

    /// <summary>What is new since the last call; null when the viewer's seat has been given up.</summary>
    public ViewerChange? Next()
    {
        lock (gate)
        {
            var look = hold.Replica.Now;
            changed = look.Changed;
            var state = look.State!;
            if (viewerIn(state) is not { } viewer)
                return null;

            var from = resync ?? (before is { } last && Visibility.PastChanged(last.Viewer, last.State, viewer, state) ? 0 : null);
            var after = Math.Min(from ?? seen, state.Version);
            var present = Visibility.Present(viewer, look.Present, state);
            var concerns = from is not null || before is not { } old || old.Viewer != viewer || !old.Present.SetEquals(present)
                || look.Events[(int)after..].Any(e => Visibility.Concerns(viewer, e));
            (before, seen, resync, rewound) = ((viewer, state, present), state.Version, null, NewSignal());
            return new(
                viewer,
                state,
                [.. look.Events[(int)after..].Select(e => Visibility.For(viewer, e, state)).OfType<FeedMessage>()],
                present,
                from)
            {
                Log = look.Events,
                Concerns = concerns,
            };
        }
    }

    /// <summary>Waits until there is more than <see cref="Next"/> gave; false when cancelled.</summary>
    public async Task<bool> More(CancellationToken cancellationToken)
    {
        Task either;
        lock (gate)
            either = Task.WhenAny(changed, rewound.Task);

        try
        {
            await either.WaitAsync(cancellationToken);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            if (disposed)
                return;
            disposed = true;
        }

        if (person is not null)
            hold.Replica.Left(person);
        hold.Dispose();
    }

    static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}

/// <summary>What is new for a viewer.</summary>
/// <param name="State">
/// The whole exercise after it. What is not the viewer's must not leave the server: show it through a view that leaves it out.
/// </param>
/// <param name="Messages">What the viewer may see of the events since the last change, in order.</param>
/// <param name="Present">Ids of the persons connected, as far as the viewer may know of them.</param>
/// <param name="Resync">
/// Null: the messages go on from the last change. A version: they begin just after it, whatever was given before;
/// because the watch began there or was rewound, or because the viewer's role or team has changed what can be seen (0).
/// </param>
public sealed record ViewerChange(
    Viewer Viewer, Exercise State, ImmutableArray<FeedMessage> Messages, ImmutableSortedSet<string> Present, long? Resync)
{
    /// <summary>The whole log, for views that reckon with it; as with <see cref="State"/>, what is not the viewer's must not leave the server.</summary>
    public IReadOnlyList<Event> Log { get; init; } = [];

    /// <summary>False: nothing has happened but to others, and what the viewer is shown stays as it is.</summary>
    public bool Concerns { get; init; } = true;
}
