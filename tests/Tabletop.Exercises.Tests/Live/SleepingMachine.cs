using Microsoft.Extensions.Time.Testing;

namespace Tabletop.Exercises.Tests;

public sealed class SleepingMachine
{
    readonly SleepableTime time = new();

    [Fact]
    public void TimeThatPassesAwakeIsNoSleep()
    {
        var watch = new SleepWatch(time);
        time.Advance(TimeSpan.FromHours(2));

        Assert.Null(watch.Look());
    }

    [Fact]
    public void SleepBeganWhereTheMonotonicClockStood()
    {
        var watch = new SleepWatch(time);
        time.Advance(TimeSpan.FromSeconds(3));
        var asleep = time.GetUtcNow();
        time.Slept += TimeSpan.FromMinutes(20);

        Assert.Equal(asleep, watch.Look());
        Assert.Null(watch.Look());
    }

    [Fact]
    public void SmallCorrectionsOfTheWallClockAreNoSleep()
    {
        var watch = new SleepWatch(time);
        time.Slept += TimeSpan.FromSeconds(2);
        Assert.Null(watch.Look());

        time.Slept -= TimeSpan.FromHours(1);
        Assert.Null(watch.Look());
    }

    /// <summary>The wall clock goes on in sleep; the monotonic one, and with it the timers, do not.</summary>
    sealed class SleepableTime : FakeTimeProvider
    {
        public TimeSpan Slept { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Slept;

        public override long GetTimestamp() => base.GetUtcNow().Ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;
    }
}
