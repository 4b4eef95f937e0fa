using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Tabletop.Engine;

namespace Tabletop.Exercises;

/// <summary>What happens in exercises, for everybody on this node who watches. Readers never wait for the grain, nor it for them.</summary>
public sealed partial class ExerciseFeed(
    IGrainFactory grains, EventStore store, ScenarioShelf shelf, Tickets tickets, Passes passes, TimeProvider time, ILogger<ExerciseFeed> log) : IAsyncDisposable
{
    public static Refusal NoPass { get; } = new(
        RefusalCode.NoPass, "The facilitator gives out links with which you can watch. This browser has none for this exercise, or it was ended.");

    /// <summary>How long a grain tells a node that does not subscribe again.</summary>
    internal static readonly TimeSpan SubscriptionLasts = TimeSpan.FromSeconds(10);

    readonly ConcurrentDictionary<string, FeedSource> sources = new(StringComparer.Ordinal);
    readonly CancellationTokenSource closing = new();

    /// <summary>An exercise as it is now.</summary>
    public async Task<Result<Exercise>> Read(string exercise)
    {
        var opened = await Hold(exercise);
        if (!opened.Ok)
            return opened.Refusal;

        using var held = opened.Value;
        return held.Replica.Now.State!;
    }

    /// <summary>Watches as the holder of the caller's ticket for the exercise.</summary>
    /// <param name="after">The last version seen; 0: none.</param>
    public async Task<Result<FeedSubscription>> WatchAsParticipant(Caller caller, string exercise, long after)
    {
        if (tickets.Open(caller.TicketFor(exercise), exercise) is not { } ticket)
            return Authorisation.NoTicket;

        var opened = await Hold(exercise);
        if (!opened.Ok)
            return opened.Refusal;
        if (Viewer.Of(ticket, opened.Value.Replica.Now.State!) is not null)
            return new FeedSubscription(opened.Value, state => Viewer.Of(ticket, state), after, ticket.Person);

        var moved = Viewer.HasMoved(ticket, opened.Value.Replica.Now.State!);
        opened.Value.Dispose();
        return moved ? Authorisation.Moved : Authorisation.NoTicket;
    }

    /// <summary>Watches everything but facilitators' remarks, once the play is over; until then it is not for participants.</summary>
    public async Task<Result<FeedSubscription>> WatchDebrief(Caller caller, string exercise)
    {
        if (caller.IsFacilitator)
            return await WatchAsFacilitator(caller, exercise, after: 0);
        if (tickets.Open(caller.TicketFor(exercise), exercise) is not { } ticket)
            return await WatchDebriefByPass(caller, exercise);

        var opened = await Hold(exercise);
        if (!opened.Ok)
            return opened.Refusal;

        // The seat may have been given up since: who played may see what came of it.
        var viewer = new Viewer.Participant(ticket.Person, ticket.Team, "");
        if (Visibility.SeesAll(viewer, opened.Value.Replica.Now.State!))
            return new FeedSubscription(opened.Value, _ => new Viewer.Reviewer(), after: 0, person: null);

        opened.Value.Dispose();
        return new Refusal((int)RejectionCode.NotNow, "The debrief begins when the exercise has ended.");
    }

    async Task<Result<FeedSubscription>> WatchDebriefByPass(Caller caller, string exercise)
    {
        if (passes.OfCaller(caller, exercise) is not { } pass)
            return Authorisation.NoTicket;

        var opened = await Hold(exercise);
        if (!opened.Ok)
            return opened.Refusal;
        if (Viewer.Of(pass, opened.Value.Replica.Now.State!) is { } viewer && Visibility.SeesAll(viewer, opened.Value.Replica.Now.State!))
            return new FeedSubscription(opened.Value, state => Viewer.Of(pass, state) is null ? null : new Viewer.Reviewer(), after: 0, person: null);

        opened.Value.Dispose();
        return new Refusal((int)RejectionCode.NotNow, "The debrief begins when the exercise has ended.");
    }

    /// <summary>Watches by the caller's pass; a facilitator needs none and watches everything.</summary>
    public async Task<Result<FeedSubscription>> WatchAsGuest(Caller caller, string exercise)
    {
        if (caller.IsFacilitator)
            return await WatchAsFacilitator(caller, exercise, after: 0);
        if (passes.OfCaller(caller, exercise) is not { } pass)
            return NoPass;

        var opened = await Hold(exercise);
        if (!opened.Ok)
            return opened.Refusal;
        if (Viewer.Of(pass, opened.Value.Replica.Now.State!) is not null)
            return new FeedSubscription(opened.Value, state => Viewer.Of(pass, state), after: 0, person: null);

        opened.Value.Dispose();
        return NoPass;
    }

    /// <summary>Watches everything.</summary>
    public async Task<Result<FeedSubscription>> WatchAsFacilitator(Caller caller, string exercise, long after)
    {
        if (!caller.IsFacilitator)
            return Authorisation.NotSignedIn;

        var opened = await Hold(exercise);
        if (!opened.Ok)
            return opened.Refusal;
        if (opened.Value.Replica.Now.State is { } state && state.MayFacilitate(caller.Person))
            return new FeedSubscription(opened.Value, now => now.MayFacilitate(caller.Person) ? new Viewer.Facilitator() : null, after, person: null);

        var foreign = Authorisation.Foreign(opened.Value.Replica.Now.State!);
        opened.Value.Dispose();
        return foreign;
    }

    /// <summary>Lets go of an exercise that was deleted; who watches it keeps what there was.</summary>
    internal void Forget(string exercise) => sources.TryRemove(exercise, out _);

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        await Task.WhenAll(sources.Values.Select(source => source.Ended));
        closing.Dispose();
    }

    async Task<Result<FeedSource.Hold>> Hold(string exercise)
    {
        // An exercise that nobody opened leaves nothing behind.
        if (!sources.ContainsKey(exercise) && store.Find(exercise) is null)
            return new Refusal(RefusalCode.UnknownExercise, "There is no such exercise here.");

        while (true)
        {
            var source = sources.GetOrAdd(exercise, NewSource);
            try
            {
                if (await source.TryHold() is { } hold)
                {
                    // Who has just been told that something was done must find it done.
                    hold.Replica.CatchUp();
                    return hold;
                }
            }
            catch (Exception e)
            {
                LogUnreadable(e, exercise);
                return new Refusal(RefusalCode.Unavailable, "This exercise can't be read at the moment. Its log is safe; the server's own log says more.");
            }
        }
    }

    FeedSource NewSource(string exercise) => new(
        exercise, new(exercise, store, shelf, log), grains, time, log, source => sources.TryRemove(new(exercise, source)), closing.Token);

    [LoggerMessage(LogLevel.Error, "Exercise {Exercise} can't be read")]
    partial void LogUnreadable(Exception e, string exercise);
}
