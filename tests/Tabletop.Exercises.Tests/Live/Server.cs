using System.Collections.Immutable;
using MediatR;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Tabletop.Engine;
using Tabletop.TestKit;

namespace Tabletop.Exercises.Tests;

/// <summary>
/// Live exercises without the web around them: a real silo, a real database, and a clock for the grains that only moves
/// when it is told. The other parts (waiting, renewing) live in real time.
/// </summary>
public sealed class Server : IAsyncLifetime
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    public static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    readonly TemporaryFolder folder = new();
    readonly EphemeralDataProtectionProvider keys = new();
    IHost? host;

    /// <summary>What the grains take for the time.</summary>
    public FakeTimeProvider Time { get; private set; } = new(Noon);

    public string DataFolder => folder.PathTo("data");

    public EventStore Store => Get<EventStore>();

    public ExerciseFeed Feed => Get<ExerciseFeed>();

    public Tickets Tickets => Get<Tickets>();

    public static async Task<Server> StartAsync()
    {
        var server = new Server();
        await server.InitializeAsync();
        return server;
    }

    public async ValueTask InitializeAsync()
    {
        TinyScenario.WriteTo(folder.PathTo("scenarios", "tiny"));
        TinyScenario.WriteWithNamesTo(folder.PathTo("scenarios", "tiny-names"));
        await BeginAsync();
    }

    public T Get<T>() where T : notnull => host!.Services.GetRequiredService<T>();

    public Task<Result<T>> SendAsync<T>(Request<T> request) where T : notnull => Get<IMediator>().Send(request);

    /// <summary>Sends what must be accepted.</summary>
    public async Task<T> AskAsync<T>(Request<T> request) where T : notnull
    {
        var result = await SendAsync(request);
        return result.Ok ? result.Value : throw new InvalidOperationException($"{request}: {result.Refusal}");
    }

    /// <summary>An exercise of the tiny scenario in the lobby.</summary>
    public Task<OpenedExercise> OpenAsync(string? pace = null) => AskAsync(new OpenExercise(Caller.Facilitator, "tiny-leak", pace));

    /// <summary>A person in a new team.</summary>
    public Task<Seated> SeatAsync(OpenedExercise exercise, string team, string name, string role = "lead") =>
        SeatAsync(new JoinExercise(Caller.Nobody, exercise.Code, null, team, name, role));

    /// <summary>A person in the team of another.</summary>
    public Task<Seated> SeatBesideAsync(OpenedExercise exercise, Seated other, string name, string role = "soc") =>
        SeatAsync(new JoinExercise(Caller.Nobody, exercise.Code, other.Joined.Team, null, name, role));

    public async Task<Exercise> StateOf(string exercise)
    {
        var read = await Feed.Read(exercise);
        return read.Ok ? read.Value : throw new InvalidOperationException(read.Refusal.Message);
    }

    public ImmutableArray<Event> LogOf(string exercise) => Store.Read(exercise, after: 0);

    /// <summary>Lets time pass in the grains, second by second, so that what is due comes when it is due.</summary>
    public async Task PassAsync(TimeSpan span, string exercise)
    {
        for (var passed = TimeSpan.Zero; passed < span; passed += TimeSpan.FromSeconds(1))
        {
            Time.Advance(TimeSpan.FromSeconds(1));

            // A call that waits its turn in the grain: what the timers started is done when it returns.
            await Get<IGrainFactory>().GetGrain<IExerciseGrain>(exercise).Submit([new Command.Advance()]);
        }
    }

    /// <summary>Stops, and starts again on the same data after a while.</summary>
    public async Task RestartAsync(TimeSpan downFor)
    {
        await StopAsync();
        Time = new(Time.GetUtcNow() + downFor);
        await BeginAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        folder.Dispose();
    }

    async Task<Seated> SeatAsync(JoinExercise join)
    {
        var joined = await AskAsync(join);
        return new(joined, Caller.Nobody.With(joined.Exercise, joined.Ticket));
    }

    async Task BeginAsync()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddConsole();
        builder.Services.AddSingleton<IDataProtectionProvider>(keys);
        builder.AddExercises(
            ScenarioShelf.Load(new(folder.PathTo("scenarios"), mayWrite: true, DataFolder), message => throw new InvalidOperationException(message)),
            EventStore.Open(Tabletop.Exercises.DataFolder.Open(DataFolder)));
        builder.Services.AddKeyedSingleton<TimeProvider>(TimeProviderNames.Grains, Time);
        host = builder.Build();
        await host.StartAsync();
    }

    async Task StopAsync()
    {
        await host!.StopAsync();
        await ((IAsyncDisposable)host).DisposeAsync();
    }
}

/// <summary>A person with a seat, and the caller that it makes.</summary>
public sealed record Seated(JoinedExercise Joined, Caller Caller)
{
    public string Exercise => Joined.Exercise;
}
