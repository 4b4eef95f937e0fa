using CsCheck;

namespace Tabletop.Engine.Tests;

public sealed class ClockTests
{
    [Fact]
    public void APhasePlaysInTheTimeThatItSays()
    {
        var room = Room.Started();
        Assert.Equal(SmallWorld.At(0), room.Time);
        Assert.Equal(SmallWorld.At(5), room.Wait(TimeSpan.FromMinutes(5)).Time);
        Assert.Equal(SmallWorld.At(10), room.Wait(TimeSpan.FromMinutes(5)).Time);
        Assert.Equal(SmallWorld.At(15), room.Wait(TimeSpan.FromMinutes(10)).Time);
    }

    [Fact]
    public void AnotherPacePlaysTheSameScenarioFaster()
    {
        var room = Room.Started(pace: "quick");
        Assert.Equal(SmallWorld.At(10), room.Wait(TimeSpan.FromMinutes(2)).Time);
        Assert.Equal(SmallWorld.At(20), room.Wait(TimeSpan.FromMinutes(4)).Time);
    }

    [Fact]
    public void APauseIsNotElapsedTime()
    {
        var room = Room.Started().Wait(TimeSpan.FromMinutes(3));
        room.Accept(new Command.Pause("Coffee"));
        room.Wait(TimeSpan.FromHours(2));
        Assert.Equal(SmallWorld.At(3), room.Time);
        Assert.Equal(TimeSpan.FromMinutes(3), room.Exercise.Clock.Elapsed(room.Now));
        room.Accept(new Command.Resume());
        Assert.Equal(SmallWorld.At(4), room.Wait(TimeSpan.FromMinutes(1)).Time);
        Assert.Equal(TimeSpan.FromMinutes(4), room.Exercise.Clock.Elapsed(room.Now));
    }

    [Fact]
    public void ANewSpeedHoldsFromNowOnOnly()
    {
        var room = Room.Started().Wait(TimeSpan.FromMinutes(3));
        room.Accept(new Command.SetSpeed(2000));
        Assert.Equal(SmallWorld.At(3), room.Time);
        Assert.Equal(SmallWorld.At(5), room.Wait(TimeSpan.FromMinutes(1)).Time);
    }

    [Fact]
    public void AnOutageOfTheServerIsNotElapsedTime()
    {
        var room = Room.Started().Wait(TimeSpan.FromMinutes(2));
        var seen = room.Now.AddSeconds(30);
        room.Wait(TimeSpan.Zero);
        var after = room.Exercise.Decide(new Command.ReportOutage(seen) { Id = "outage" }, room.Now.AddHours(1));
        var exercise = after.Events.Aggregate(room.Exercise, (state, e) => state.Apply(e));
        Assert.Equal(SmallWorld.At(2.5), exercise.TimeAt(room.Now.AddHours(1)));
        Assert.Equal(SmallWorld.At(3.5), exercise.TimeAt(room.Now.AddHours(1).AddMinutes(1)));
        Assert.Equal(Lifecycle.Running, exercise.Lifecycle);
    }

    [Fact]
    public void AScenarioMayHaveTheClockWaitAfterAnOutage()
    {
        var room = Room.Started(SmallWorld.Scenario with { AfterOutage = OutageRule.Pause }).Wait(TimeSpan.FromMinutes(2));
        var after = room.Exercise.Decide(new Command.ReportOutage(room.Now), room.Now.AddHours(1));
        var exercise = after.Events.Aggregate(room.Exercise, (state, e) => state.Apply(e));
        Assert.Equal(Lifecycle.Paused, exercise.Lifecycle);
        Assert.Equal(SmallWorld.At(2), exercise.TimeAt(room.Now.AddHours(3)));
    }

    [Fact]
    public void AnOutageBeforeTheStartChangesNothing() =>
        Assert.Empty(new Room().Try(new Command.ReportOutage(Room.Opening)).Events);

    [Fact]
    public void TheClockStopsAtTheEndAndTheExerciseGoesToDebrief()
    {
        var room = Room.Started().Wait(TimeSpan.FromHours(9));
        Assert.Equal(Lifecycle.Debrief, room.Exercise.Lifecycle);
        Assert.Equal(SmallWorld.At(20), room.Time);
    }

    [Fact]
    public void PausesAndSpeedsNeverMoveThePast() =>
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, 240]).Array[0, 25].Sample(steps =>
        {
            var room = Room.Started();
            foreach (var (kind, seconds) in steps)
            {
                var before = room.Time;
                var past = room.Log.Select(e => (e.Version, e.Time)).ToList();
                if (room.Exercise.Lifecycle is Lifecycle.Debrief)
                {
                    return;
                }

                Command change = kind switch
                {
                    0 => new Command.SetSpeed(Math.Clamp(250 + (seconds * 30), Clock.MinPermille, Clock.MaxPermille)),
                    1 when room.Exercise.Lifecycle == Lifecycle.Running => new Command.Pause(""),
                    2 when room.Exercise.Lifecycle == Lifecycle.Paused => new Command.Resume(),
                    _ => new Command.Advance(),
                };
                room.Accept(change);
                Assert.Equal(before, room.Time);
                Assert.Equal(past, room.Log.Take(past.Count).Select(e => (e.Version, e.Time)));
                room.Wait(TimeSpan.FromSeconds(seconds));
                Assert.True(room.Time >= before);
                Assert.True(room.Log.Zip(room.Log.Skip(1)).All(pair => pair.First.Time <= pair.Second.Time));
            }
        });

    [Fact]
    public void TheTimeAtWhichAScenarioTimeIsReachedIsTheFirst() =>
        Gen.Select(Gen.Int[1, 71_999_999], Gen.Int[Clock.MinPermille, Clock.MaxPermille]).Sample((milliseconds, permille) =>
        {
            var clock = new Clock(true, Room.Opening, SmallWorld.Day, TimeSpan.Zero, permille);
            var time = SmallWorld.Day.AddMilliseconds(milliseconds);
            var at = clock.ReachesAt(time, SmallWorld.Scenario, "standard")!.Value;
            Assert.True(clock.TimeAt(at, SmallWorld.Scenario, "standard") >= time);
            Assert.True(clock.TimeAt(at.AddTicks(-1), SmallWorld.Scenario, "standard") < time);
        });
}
