using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;
using Tabletop.Engine;
using Tabletop.Exercises;

namespace Tabletop.Web;

/// <summary>What a hub connection has joined.</summary>
sealed record HubSeat(Caller Caller, string Exercise, FeedSubscription Subscription);

/// <summary>
/// For each hub connection that has joined, one loop that sends what is new, in order. A slow client gets several
/// changes at once and holds nobody up: nothing is queued for it, the feed keeps the events.
/// </summary>
public sealed partial class HubPumps(IHubContext<ExerciseHub, IExerciseClient> hub, TimeProvider time, ILogger<HubPumps> log)
{
    readonly ConcurrentDictionary<string, Pump> pumps = new(StringComparer.Ordinal);

    internal HubSeat? Of(string connection) => pumps.GetValueOrDefault(connection)?.Seat;

    internal async Task Begin(string connection, HubSeat seat)
    {
        await End(connection);
        var over = new CancellationTokenSource();
        var cancelled = over.Token;
        pumps[connection] = new(seat, over, Task.Run(() => Run(connection, seat, cancelled), CancellationToken.None));
    }

    internal async Task End(string connection)
    {
        if (!pumps.TryRemove(connection, out var pump))
            return;

        await pump.Over.CancelAsync();
        await pump.Ended;
        pump.Over.Dispose();
    }

    async Task Run(string connection, HubSeat seat, CancellationToken cancelled)
    {
        var client = hub.Clients.Client(connection);
        try
        {
            var sender = new HubSender(client, time);
            await foreach (var change in seat.Subscription.Changes(cancelled))
                await sender.Send(change, cancelled);
            if (!cancelled.IsCancellationRequested)
                await client.Dismissed(new((int)RefusalCode.NoTicket, 0, "Your seat in this exercise has been given up, or taken along to another device."));
        }
        catch (OperationCanceledException)
        {
            // The connection has gone.
        }
        catch (Exception e)
        {
            LogPumpFailed(e, seat.Exercise);
        }
        finally
        {
            seat.Subscription.Dispose();
        }
    }

    [LoggerMessage(LogLevel.Error, "A hub connection of exercise {Exercise} gets no more messages")]
    partial void LogPumpFailed(Exception e, string exercise);

    sealed record Pump(HubSeat Seat, CancellationTokenSource Over, Task Ended);
}

/// <summary>Turns changes into messages for one client.</summary>
sealed class HubSender(IExerciseClient client, TimeProvider time)
{
    IReadOnlySet<string>? present;

    public async Task Send(ViewerChange change, CancellationToken cancelled)
    {
        if (present is null)
            await client.Welcome(WelcomeTo(change));
        if (change.Resync is { } after)
            await client.Resync(after);

        foreach (var message in change.Messages)
        {
            cancelled.ThrowIfCancellationRequested();
            await Send(message, change.State);
        }

        if (present?.SetEquals(change.Present) == true)
            return;

        present = change.Present;
        await client.PresenceChanged([.. change.Present]);
    }

    async Task Send(FeedMessage message, Exercise state)
    {
        var e = message.Event;
        await (message.Inject is { } inject
            ? client.InjectReleased(new(e.Version, e.At, e.Time, e.TeamId, inject))
            : client.Event(new(e)));
        if (ChangesClock(e))
            await client.ClockChanged(ClockMessage.Of(state, time.GetUtcNow()));
    }

    WelcomeMessage WelcomeTo(ViewerChange change)
    {
        var state = change.State;
        var seat = change.Viewer as Viewer.Participant;
        return new(
            state.Id, state.Title, state.FindTeam(seat?.Team)?.Name, seat?.Person, seat?.Role, ClockMessage.Of(state, time.GetUtcNow()));
    }

    static bool ChangesClock(Event e) => e is Event.Started or Event.Paused or Event.Resumed or Event.SpeedChanged or Event.Extended or Event.ExtensionUndone
        or Event.Jumped or Event.OutagePassed or Event.PhaseEntered or Event.Ended or Event.Closed;
}
