using Tabletop.Engine;
using Tabletop.Exercises.Views;

namespace Tabletop.Exercises.Tests;

public sealed class StartingByItself
{
    [Fact]
    public async Task ThePlannedTimeSurvivesARestartAndStartsTheClock()
    {
        await using var server = await Server.StartAsync();
        var opened = await server.OpenAsync();
        await server.SeatAsync(opened, "Blue", "Lea");
        await server.AskAsync(new PlanStart(Caller.Facilitator, opened.Exercise, Server.Noon.AddMinutes(10), true, "UTC"));
        Assert.Equal(Server.Noon.AddMinutes(10), (await server.AskAsync(new ListExercises(Caller.Facilitator))).Single().Planned!.Starts);

        await server.RestartAsync(downFor: TimeSpan.FromMinutes(9));
        Assert.Equal(Lifecycle.Lobby, (await server.StateOf(opened.Exercise)).Lifecycle);
        await server.Get<IGrainFactory>().GetGrain<IExerciseGrain>(opened.Exercise).Wake();
        await server.PassAsync(TimeSpan.FromSeconds(61), opened.Exercise);

        Assert.Equal(Lifecycle.Running, (await server.StateOf(opened.Exercise)).Lifecycle);
        Assert.Null((await server.AskAsync(new ListExercises(Caller.Facilitator))).Single().Planned);
    }

    [Theory]
    [InlineData("UTC", "Wed 4 Mar 2026 09:00 UTC")]
    [InlineData("Europe/Berlin", "Wed 4 Mar 2026 10:00 Europe/Berlin (09:00 UTC)")]
    [InlineData("Mars/Olympus", "Wed 4 Mar 2026 09:00 UTC")]
    public void TheTimeZoneIsSaid(string zone, string text) =>
        Assert.Equal(text, PlannedText.Of(new(new(2026, 3, 4, 9, 0, 0, TimeSpan.Zero), false, zone)));
}
