using System.Diagnostics;
using System.Text.Json;
using Microsoft.AspNetCore.SignalR.Client;
using Tabletop.TestKit;

namespace Tabletop.Benchmarks;

/// <summary>
/// An inject of a kilobyte to many hub clients: how long until the last has it, beside a bare SignalR hub that sends as
/// much to as many. Tabletop's way is the longer one: decided, appended, on the disk, applied, filtered for each viewer.
/// </summary>
static class Injects
{
    const int Rounds = 30;
    const int Teams = 25;

    /// <summary>A kilobyte.</summary>
    public static readonly string Body = string.Concat(Enumerable.Repeat("What is known so far. ", 46));

    public static async Task<string> Measure()
    {
        var rows = new List<string[]>();
        foreach (var clients in new[] { 100, 500 })
        {
            using var folder = new TemporaryFolder();
            await using var bare = await ServerProcess.Start(BareHub.Verb);
            await using var tabletop = await ServerProcess.Start(ServedTabletop.Verb, folder.Path);
            var yardstick = await BareHall(bare, clients);
            var measured = await Hall(tabletop, clients);

            // In turn, so that whatever else the machine does meets both.
            for (var round = 0; round < Rounds; round++)
            {
                await yardstick.Send(Figures.Text($"bare {round}"));
                await measured.Send(Figures.Text($"inject {round}"));
            }

            rows.Add(yardstick.Row(Figures.Text($"{clients} clients, bare hub"), null));
            rows.Add(measured.Row(Figures.Text($"{clients} clients in {Teams} teams, Tabletop"), yardstick));
            await yardstick.DisposeAsync();
            await measured.DisposeAsync();
        }

        return Figures.Table(
            ["inject sent until the last client has it", "median", "p95", "to the yardstick", "server CPU each", "server memory"], rows);
    }

    static async Task<Audience> BareHall(ServerProcess server, int clients)
    {
        var hall = new Audience(server, title => title);
        for (var i = 0; i < clients; i++)
            await hall.Add(new HubConnectionBuilder().WithUrl(new Uri(server.Address, "/bare")).Build());
        return hall;
    }

    static async Task<Audience> Hall(ServerProcess server, int clients)
    {
        var exercise = (await server.Ask("open|standard")).Split('|');
        var hall = new Audience(server, title => $"write|{exercise[0]}|{title}");
        var teams = new string[Teams];
        for (var i = 0; i < clients; i++)
        {
            var team = i % Teams;
            var seat = await server.Ask($"seat|{exercise[1]}|{teams[team]}|{(i < Teams ? $"Team {team + 1}" : "")}|Person {i + 1}|soc");
            teams[team] = seat.Split('|')[0];
            var client = new HubConnectionBuilder().WithUrl(new Uri(server.Address, "/hubs/exercise")).Build();
            await hall.Add(client);
            await client.InvokeAsync<JsonElement>("Join", exercise[0], seat.Split('|')[1], 0L);
        }

        await server.Ask($"start|{exercise[0]}");
        return hall;
    }

    /// <summary>Clients of one server, waiting for the same inject.</summary>
    sealed class Audience(ServerProcess server, Func<string, string> line) : IAsyncDisposable
    {
        readonly List<HubConnection> clients = [];
        readonly List<double> times = [];
        TaskCompletionSource all = new();
        string title = "";
        int missing;
        TimeSpan processor;

        public async Task Add(HubConnection client)
        {
            client.On<JsonElement>("InjectReleased", message =>
            {
                if (message.GetProperty("inject").GetProperty("title").GetString() == title && Interlocked.Decrement(ref missing) == 0)
                    all.SetResult();
            });
            await client.StartAsync();
            clients.Add(client);
        }

        public async Task Send(string next)
        {
            (title, all, missing) = (next, new(TaskCreationOptions.RunContinuationsAsynchronously), clients.Count);
            var before = server.Processor;
            var watch = Stopwatch.StartNew();
            await server.Ask(line(next));
            await all.Task;
            times.Add(watch.Elapsed.TotalMilliseconds);
            processor += server.Processor - before;
        }

        public string[] Row(string name, Audience? yardstick) =>
        [
            name,
            Figures.Text($"{Figures.Median(times):0} ms"),
            Figures.Text($"{Figures.Quantile(times, 0.95):0} ms"),
            yardstick is null ? "1" : Figures.Text($"{Figures.Median(times) / Figures.Median(yardstick.times):0.0}"),
            Figures.Text($"{processor.TotalMilliseconds / times.Count:0} ms"),
            Figures.Text($"{server.Megabytes:0} MB"),
        ];

        public async ValueTask DisposeAsync()
        {
            foreach (var client in clients)
                await client.DisposeAsync();
        }
    }
}
