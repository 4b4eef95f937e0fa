using Tabletop.Engine;

namespace Tabletop.Exercises.Tests;

/// <summary>The server is away for a while; the players are not to lose by it.</summary>
public sealed class Outage : IAsyncLifetime
{
    Server server = null!;

    public async ValueTask InitializeAsync() => server = await Server.StartAsync();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task DoesNotCountAsElapsedTime()
    {
        var exercise = await BeginAsync();
        await server.PassAsync(TimeSpan.FromSeconds(20), exercise);

        await server.RestartAsync(downFor: TimeSpan.FromMinutes(5));
        await ResumedAsync(exercise);

        var state = await server.StateOf(exercise);
        Assert.Equal(20, state.Clock.Elapsed(server.Time.GetUtcNow()).TotalSeconds, tolerance: 1.1);
        Assert.DoesNotContain(server.LogOf(exercise), e => e is Event.InjectReleased);

        await server.PassAsync(TimeSpan.FromSeconds(12), exercise);
        Assert.Contains(server.LogOf(exercise), e => e is Event.InjectReleased { Inject: "supplier-calls" });
    }

    [Fact]
    public async Task RunningExerciseGoesOnWithoutAVisitor()
    {
        var exercise = await BeginAsync();
        await server.PassAsync(TimeSpan.FromSeconds(20), exercise);

        await server.RestartAsync(downFor: TimeSpan.FromMinutes(5));

        await ResumedAsync(exercise);
    }

    [Fact]
    public async Task PausedExerciseStaysPaused()
    {
        var exercise = await BeginAsync();
        await server.AskAsync(new Pause(Caller.Facilitator, exercise, "Lunch"));
        var before = server.LogOf(exercise).Length;

        await server.RestartAsync(downFor: TimeSpan.FromMinutes(5));

        Assert.Equal(Lifecycle.Paused, (await server.StateOf(exercise)).Lifecycle);
        await server.AskAsync(new Resume(Caller.Facilitator, exercise));
        Assert.Equal(before + 1, server.LogOf(exercise).Length);
    }

    [Fact]
    public async Task EveryDecisionIsStillThereAndNotMadeTwice()
    {
        var opened = await server.OpenAsync();
        var lead = await server.SeatAsync(opened, "Blue", "Lea");
        await server.AskAsync(new Start(Caller.Facilitator, opened.Exercise));
        var decision = new SubmitDecision(lead.Caller, opened.Exercise, "rotate", "vpn-token", "", 90);
        var accepted = await server.AskAsync(decision);
        var before = server.LogOf(opened.Exercise);

        await server.RestartAsync(downFor: TimeSpan.FromSeconds(3));

        Assert.Equal(accepted, await server.AskAsync(decision));
        Assert.Equal(before.Select(EventJson.Serialize), server.LogOf(opened.Exercise).Take(before.Length).Select(EventJson.Serialize));
    }

    [Fact]
    public async Task TicketsOutliveIt()
    {
        var opened = await server.OpenAsync();
        var lead = await server.SeatAsync(opened, "Blue", "Lea");
        await server.AskAsync(new Start(Caller.Facilitator, opened.Exercise));

        await server.RestartAsync(downFor: TimeSpan.FromSeconds(3));

        await server.AskAsync(new SubmitDecision(lead.Caller, opened.Exercise, "rotate", "vpn-token", "", 90));
    }

    async Task<string> BeginAsync()
    {
        var opened = await server.OpenAsync();
        await server.SeatAsync(opened, "Blue", "Lea");
        await server.AskAsync(new Start(Caller.Facilitator, opened.Exercise));
        return opened.Exercise;
    }

    /// <summary>Nobody asks for the exercise: the log is looked at from outside.</summary>
    async Task ResumedAsync(string exercise) => await Until.Holds(
        () => server.LogOf(exercise).Any(e => e is Event.OutagePassed));
}
