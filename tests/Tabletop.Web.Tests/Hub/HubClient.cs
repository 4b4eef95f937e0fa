using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;
using Tabletop.Exercises;

namespace Tabletop.Web.Tests;

/// <summary>A program that has joined by the hub: keeps every message in the order of its arrival.</summary>
sealed class HubClient : IAsyncDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    readonly Lock gate = new();
    ImmutableList<HubMessage> messages = [];
    TaskCompletionSource news = new(TaskCreationOptions.RunContinuationsAsynchronously);

    HubClient(HubConnection connection)
    {
        Connection = connection;
        foreach (var name in new[] { "Welcome", "Resync", "InjectReleased", "Event", "ClockChanged", "PresenceChanged", "Dismissed" })
            connection.On<JsonElement>(name, body => Hear(new(name, body)));
    }

    public HubConnection Connection { get; }

    public ImmutableList<HubMessage> Messages
    {
        get
        {
            lock (gate)
                return messages;
        }
    }

    /// <summary>Versions of what came in version order: events and injects.</summary>
    public IEnumerable<long> Versions => Messages.Where(message => message.Version > 0).Select(message => message.Version);

    public static async Task<HubClient> ConnectAsync(Uri server, string? cookie = null)
    {
        var client = new HubClient(new HubConnectionBuilder()
            .WithUrl(new Uri(server, HubRoutes.Path), options =>
            {
                if (cookie is not null)
                    options.Headers["Cookie"] = cookie;
            })
            .AddJsonProtocol(options => HubRoutes.Shape(options.PayloadSerializerOptions))
            .Build());
        await client.Connection.StartAsync();
        return client;
    }

    public static async Task<HubClient> JoinAsync(Uri server, JoinedExercise seat, long after = 0)
    {
        var client = await ConnectAsync(server);
        var answer = await client.AskAsync(nameof(IExerciseHub.Join), seat.Exercise, seat.Ticket, after);
        Assert.Equal(0, answer.Code);
        return client;
    }

    public Task<HubAnswer> AskAsync(string method, params object?[] arguments) =>
        Connection.InvokeCoreAsync<HubAnswer>(method, arguments);

    public Task<HubAnswer> DecideAsync(string action, string? target = null, string commandId = "") => AskAsync(
        nameof(IExerciseHub.SubmitDecision), commandId.Length > 0 ? commandId : Guid.NewGuid().ToString("N"), action, target, "because", 70, "");

    /// <summary>The first message, heard already or still to come, that is so.</summary>
    public async Task<HubMessage> HeardAsync(Predicate<HubMessage> isIt)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            Task more;
            lock (gate)
            {
                if (messages.Find(isIt) is { } found)
                    return found;
                more = news.Task;
            }

            await more.WaitAsync(patience.Token);
        }
    }

    public Task<HubMessage> EventAsync(string type) => HeardAsync(message => message.Type == type);

    public ValueTask DisposeAsync() => Connection.DisposeAsync();

    void Hear(HubMessage message)
    {
        TaskCompletionSource heard;
        lock (gate)
        {
            messages = messages.Add(message);
            heard = news;
            news = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        heard.SetResult();
    }
}

/// <summary>A message as it came over the wire.</summary>
sealed record HubMessage(string Name, JsonElement Body)
{
    /// <summary>0 for messages that carry none.</summary>
    public long Version => Name switch
    {
        "Event" => Body.GetProperty("event").GetProperty("version").GetInt64(),
        "InjectReleased" => Body.GetProperty("version").GetInt64(),
        _ => 0,
    };

    public string Type => Name == "Event" ? Body.GetProperty("event").GetProperty("type").GetString()! : "";
}
