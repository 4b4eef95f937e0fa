namespace Tabletop.Engine.Tests;

public sealed class RehearsalTests
{
    [Fact]
    public void ManyRunsGiveADistribution()
    {
        var done = 0;
        var report = RehearsalReport.Of(SmallWorld.Scenario, 50, 3, () => Interlocked.Increment(ref done));
        var random = report.Players.Single(player => player.Player == "random");
        Assert.Equal((50, 50), (done, random.Runs));
        Assert.Equal(random.Totals.Order(), random.Totals);
        Assert.Equal(50, random.Endings.Sum(ending => ending.Runs));
        Assert.InRange(random.Quantile(0.5), random.Totals[0], random.Totals[^1]);
    }

    [Fact]
    public void TheSameSeedsGiveTheSameReport()
    {
        static string Text(RehearsalReport report) => string.Join(';', report.Players.Select(player => $"{player.Player}:{string.Join(',', player.Totals)}"));
        Assert.Equal(Text(RehearsalReport.Of(SmallWorld.Scenario, 20, 1)), Text(RehearsalReport.Of(SmallWorld.Scenario, 20, 1)));
    }

    [Fact]
    public void AnInjectThatNothingReleasesIsNamed()
    {
        var dead = SmallWorld.Scenario.Injects["welcome"] with { Id = "dead", Trigger = new Trigger.When(new Condition.Flag("never"), TimeSpan.Zero) };
        var scenario = SmallWorld.Scenario with { Injects = new([.. SmallWorld.Scenario.Injects, dead]) };
        Assert.Equal(["dead"], RehearsalReport.Of(scenario, 60, 1).NeverCame);
    }

    [Fact]
    public void ALongSilenceIsNamed()
    {
        var lull = RehearsalReport.Of(SmallWorld.Scenario, 1, 1).Lulls[0];
        Assert.Equal((SmallWorld.At(12.5), SmallWorld.At(20), TimeSpan.FromMinutes(15)), (lull.From, lull.Until, lull.Lasts));
    }

    [Fact]
    public void TheFlagshipPlaysInAboutAnHourAndInAQuarterOfOne()
    {
        var report = RehearsalReport.Of(Flagship.Shipped, 1, 1);
        Assert.InRange(report.Duration["standard"], TimeSpan.FromMinutes(45), TimeSpan.FromMinutes(60));
        Assert.Equal(TimeSpan.FromMinutes(15), report.Duration["quick"]);
    }
}
