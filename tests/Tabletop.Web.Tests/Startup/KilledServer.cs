using System.Collections.Concurrent;
using System.Text.Json;
using Tabletop.Exercises;

namespace Tabletop.Web.Tests;

/// <summary>A power cut in the middle of an exercise (SIGKILL): nothing is flushed, nobody says goodbye.</summary>
public sealed class KilledServer : IAsyncDisposable
{
    const int People = 40;

    readonly ServerProcess server = new();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task EverythingAcknowledgedIsStillThereAndTheClockStoodMeanwhile()
    {
        var seats = await PrepareAsync();
        await server.BeginAsync();
        var acknowledged = new ConcurrentDictionary<string, HubAnswer>();
        // The last one waits: on a fast machine all who read may have been answered before the cut.
        var killed = await PlayUntilKilledAsync(seats[..^1], acknowledged);

        await server.BeginAsync(server.Address.GetLeftPart(UriPartial.Authority));
        await using var witness = await HubClient.JoinAsync(server.Address, seats[0]);
        foreach (var (person, answer) in acknowledged)
        {
            var kept = await witness.HeardAsync(message => message.Version == answer.Version);
            Assert.Equal("inject-read", kept.Type);
            Assert.Equal(person, kept.Body.GetProperty("event").GetProperty("person").GetString());
        }

        // Twice: once when the prepared exercise was taken over, once after the cut.
        var outage = await witness.HeardAsync(message => message.Type == "outage-passed" && Since(message) > killed.AddSeconds(-30) && At(message) > killed);
        // From the last sign of life before the cut, which is some seconds old on a busy machine.
        Assert.InRange(Since(outage), killed.AddSeconds(-30), killed);

        var again = seats[^1];
        await using var late = await HubClient.JoinAsync(server.Address, again);
        Assert.Equal(0, (await ReadAsync(late, again)).Code);
    }

    /// <summary>An exercise that runs, with its data where the program will find them.</summary>
    async Task<List<JoinedExercise>> PrepareAsync()
    {
        using var before = new TabletopServer(server.PathTo("data"));
        var exercise = await before.OpenAsync();
        var seats = new List<JoinedExercise> { await before.SeatAsync(exercise, "Blue", "Lea") };
        while (seats.Count < People)
            seats.Add(await before.SeatBesideAsync(exercise, seats[0], $"Person {seats.Count}"));
        await before.AskAsync(new Start(Caller.Facilitator, exercise.Exercise));
        await before.AskAsync(new StepToNextInject(Caller.Facilitator, exercise.Exercise));
        return seats;
    }

    async Task<DateTimeOffset> PlayUntilKilledAsync(List<JoinedExercise> seats, ConcurrentDictionary<string, HubAnswer> acknowledged)
    {
        var clients = await Task.WhenAll(seats.Select(seat => HubClient.JoinAsync(server.Address, seat)));
        var enough = new TaskCompletionSource();
        var all = seats.Zip(clients).Select(async each =>
        {
            try
            {
                acknowledged[each.First.Person] = await ReadAsync(each.Second, each.First);
                if (acknowledged.Count >= People / 3)
                    enough.TrySetResult();
            }
            catch (Exception)
            {
                // The server has gone before it answered: nobody was promised anything.
            }
        }).ToList();

        await enough.Task;
        await server.Program.KillAsync();
        var killed = TimeProvider.System.GetUtcNow();
        await Task.WhenAll(all);
        foreach (var client in clients)
            await client.DisposeAsync();
        Assert.All(acknowledged.Values, answer => Assert.Equal(0, answer.Code));
        return killed;
    }

    static Task<HubAnswer> ReadAsync(HubClient client, JoinedExercise seat) =>
        client.AskAsync(nameof(IExerciseHub.ReadInject), "read-" + seat.Person, "supplier-calls");

    static DateTimeOffset Since(HubMessage outage) => Time(outage, "since");

    static DateTimeOffset At(HubMessage outage) => Time(outage, "at");

    static DateTimeOffset Time(HubMessage message, string property)
    {
        JsonElement e = message.Body.GetProperty("event");
        return e.GetProperty(property).GetDateTimeOffset();
    }
}
