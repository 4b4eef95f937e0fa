using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using Microsoft.AspNetCore.SignalR.Client;
using Tabletop.TestKit;

namespace Tabletop.Benchmarks;

/// <summary>
/// 100 people in 25 teams play the whole flagship at eight times the quick pace: 80 by the hub, 20 as pages, and the
/// facilitator's page open. One of each team decides now and then. Counts what arrived, what was lost, what was told to the
/// wrong people, and how long an inject took from its release to each of them.
/// </summary>
static class RoomOfAHundred
{
    const int Teams = 25;
    const int People = 100;
    const int Pages = 20;
    static readonly string[] Roles = ["incident-commander", "soc", "identity", "platform"];

    public static async Task<string> Measure()
    {
        using var folder = new TemporaryFolder();
        await using var server = await ServerProcess.Start(ServedTabletop.Verb, folder.Path);
        var exercise = (await server.Ask("open|quick")).Split('|');
        var room = new Room(server, exercise[0]);
        var teams = new string[Teams];
        for (var i = 0; i < People; i++)
        {
            var team = i % Teams;
            var seat = (await server.Ask($"seat|{exercise[1]}|{teams[team]}|{(i < Teams ? $"Team {team + 1}" : "")}|Person {i + 1}|{Roles[i / Teams]}")).Split('|');
            teams[team] = seat[0];
            if (i >= People - Pages)
                await room.AddPage(teams[team], seat[1]);
            else
                await room.AddClient(teams[team], seat[1]);
        }

        await room.AddFacilitator(await server.Ask("link"));
        var idle = server.Megabytes;
        var processor = server.Processor;
        await server.Ask($"start|{exercise[0]}");
        await server.Ask($"speed|{exercise[0]}|8000");
        var watch = Stopwatch.StartNew();
        await room.PlayToTheEnd();
        var lasted = watch.Elapsed;
        var used = server.Processor - processor;
        var rows = await room.Rows();
        await room.DisposeAsync();
        return Figures.Table(
            ["100 people, 25 teams, one facilitator's page", "figure"],
            [
                ["lasted", Figures.Text($"{lasted.TotalSeconds:0} s")],
                .. rows,
                ["server CPU", Figures.Text($"{used.TotalSeconds:0.0} s, {used / lasted * 100:0} % of one core")],
                ["server memory in the lobby, at the end", Figures.Text($"{idle:0} MB, {server.Megabytes:0} MB")],
            ]);
    }

    sealed class Room(ServerProcess server, string exercise) : IAsyncDisposable
    {
        readonly List<Seat> seats = [];
        readonly List<Circuit> circuits = [];
        readonly ConcurrentDictionary<(string Team, string Title), DateTimeOffset> titles = new();
        readonly ConcurrentBag<double> toPages = [];
        int drawings;
        int facilitatorDrawings;
        int decisions;
        int refusals;

        public async Task AddClient(string team, string ticket)
        {
            var seat = new Seat(team, ticket, new HubConnectionBuilder().WithUrl(new Uri(server.Address, "/hubs/exercise")).Build());
            seat.Listen(titles);
            await seat.Connection.StartAsync();
            await seat.Connection.InvokeAsync<JsonElement>("Join", exercise, ticket, 0L);
            seats.Add(seat);
        }

        public async Task AddPage(string team, string ticket)
        {
            var seen = new ConcurrentDictionary<string, bool>(StringComparer.Ordinal);
            circuits.Add(await Circuit.Open(new Uri(server.Address, $"/play/{exercise}"), $"tt-{exercise}={ticket}", batch =>
            {
                Interlocked.Increment(ref drawings);
                var now = DateTimeOffset.UtcNow;
                foreach (var ((to, title), at) in titles)
                {
                    // A title that arrives in the same breath by the hub may not be known yet; then the next drawing tells.
                    if (to == team && !seen.ContainsKey(title) && Circuit.Has(batch, title) && seen.TryAdd(title, true))
                        toPages.Add((now - at).TotalMilliseconds);
                }
            }));
        }

        public async Task AddFacilitator(string link)
        {
            using var handler = new HttpClientHandler { AllowAutoRedirect = false };
            using var browser = new HttpClient(handler);
            using var answer = await browser.GetAsync(new Uri(server.Address, $"/signin?token={link}"));
            var cookies = handler.CookieContainer.GetCookieHeader(server.Address);
            circuits.Add(await Circuit.Open(new Uri(server.Address, $"/facilitate/{exercise}"), cookies, _ => Interlocked.Increment(ref facilitatorDrawings)));
        }

        public async Task PlayToTheEnd()
        {
            string[][] script = [["test-secret", "moveworks-token"], ["rotate", "smartsheet-account"], ["revoke", "bitbucket-account"], ["preserve-logs", ""], ["declare-incident", ""]];
            var ended = seats.Select(seat => seat.Ended.Task).ToArray();
            var all = Task.WhenAll(ended);
            var random = new Random(1);
            while (!all.IsCompleted)
            {
                var seat = seats[random.Next(seats.Count)];
                var act = seat.Offer(random, script);
                var answer = await seat.Connection.InvokeAsync<JsonElement>("SubmitDecision", Guid.NewGuid().ToString("N"), act.Action, act.Target, "load", 50, "");
                if (answer.GetProperty("code").GetInt32() == 0)
                    Interlocked.Increment(ref decisions);
                else
                    Interlocked.Increment(ref refusals);
                await Task.WhenAny(all, Task.Delay(250));
            }

            await all;
        }

        public async Task<IEnumerable<string[]>> Rows()
        {
            // What came live must be just what a newcomer with the same ticket is told.
            var lost = 0;
            var doubled = 0;
            foreach (var seat in seats)
            {
                var again = new Seat(seat.Team, seat.Ticket, new HubConnectionBuilder().WithUrl(new Uri(server.Address, "/hubs/exercise")).Build());
                again.Listen(titles);
                await again.Connection.StartAsync();
                await again.Connection.InvokeAsync<JsonElement>("Join", exercise, seat.Ticket, 0L);
                await again.Closing.Task;
                lost += again.Versions.Except(seat.Versions).Count();
                doubled += seat.Versions.Count - seat.Versions.Distinct().Count();
                await again.Connection.DisposeAsync();
            }

            var times = seats.SelectMany(seat => seat.Times).ToList();
            var outOfOrder = seats.Sum(seat => seat.OutOfOrder);
            var leaked = seats.Sum(seat => seat.Leaked);
            return
            [
                ["decisions taken, refused", Figures.Text($"{decisions}, {refusals}")],
                ["messages to 80 hub clients", Figures.Text($"{seats.Sum(seat => seat.Versions.Count):N0}")],
                ["lost, twice, out of order", Figures.Text($"{lost}, {doubled}, {outOfOrder}")],
                ["of another team, or of the attacker", Figures.Text($"{leaked}")],
                ["inject recorded to hub client: median, p99, last", Figures.Text($"{Figures.Median(times):0} ms, {Figures.Quantile(times, 0.99):0} ms, {Figures.Quantile(times, 1):0} ms")],
                ["inject recorded to drawn by one of 20 pages: median, p99, last", Figures.Text($"{Figures.Median(toPages):0} ms, {Figures.Quantile(toPages, 0.99):0} ms, {Figures.Quantile(toPages, 1):0} ms ({toPages.Count} seen)")],
                ["drawings: 20 pages, facilitator's", Figures.Text($"{drawings:N0}, {facilitatorDrawings:N0}")],
                ["errors told to pages", Figures.Text($"{circuits.Sum(circuit => circuit.Errors.Count)}")],
            ];
        }

        public async ValueTask DisposeAsync()
        {
            foreach (var circuit in circuits)
                await circuit.DisposeAsync();
            foreach (var seat in seats)
                await seat.Connection.DisposeAsync();
        }
    }

    sealed class Seat(string team, string ticket, HubConnection connection)
    {
        static readonly string[] OnlyForFacilitators = ["adversary-moved", "adversary-refused", "inject-due", "inject-passed", "inject-held", "opened"];

        public string Team { get; } = team;

        public string Ticket { get; } = ticket;

        public HubConnection Connection { get; } = connection;

        public List<long> Versions { get; } = [];

        public List<double> Times { get; } = [];

        public int OutOfOrder { get; private set; }

        public int Leaked { get; private set; }

        /// <summary>The play is over.</summary>
        public TaskCompletionSource Ended { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        /// <summary>The clock's change that follows the end has come: nothing that was to come before it is missing.</summary>
        public TaskCompletionSource Closing { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Listen(ConcurrentDictionary<(string Team, string Title), DateTimeOffset> titles)
        {
            Connection.On<JsonElement>("InjectReleased", message =>
            {
                Take(message, message.GetProperty("version").GetInt64());
                var at = message.GetProperty("at").GetDateTimeOffset();
                Times.Add((DateTimeOffset.UtcNow - at).TotalMilliseconds);
                titles.TryAdd((Team, message.GetProperty("inject").GetProperty("title").GetString()!), at);
            });
            Connection.On<JsonElement>("Event", message =>
            {
                var e = message.GetProperty("event");
                Take(e, e.GetProperty("version").GetInt64());
                var type = e.GetProperty("type").GetString()!;
                if (OnlyForFacilitators.Contains(type))
                    Leaked++;
                if (type == "ended")
                    Ended.TrySetResult();
            });
            Connection.On<JsonElement>("ClockChanged", _ =>
            {
                if (Ended.Task.IsCompleted)
                    Closing.TrySetResult();
            });
        }

        public (string Action, string? Target) Offer(Random random, string[][] script)
        {
            var act = script[random.Next(script.Length)];
            return (act[0], act[1].Length > 0 ? act[1] : null);
        }

        void Take(JsonElement message, long version)
        {
            if (Versions.Count > 0 && version <= Versions[^1])
                OutOfOrder++;
            Versions.Add(version);
            if (message.TryGetProperty("team", out var other) && other.GetString() is { } named && named != Team)
                Leaked++;
        }
    }
}
