using Tabletop.Engine;
using Tabletop.Exercises.Views;
using Tabletop.TestKit.Samples;

namespace Tabletop.Exercises.Tests.Views;

public sealed class DrawnClock
{
    static readonly Scenario Scenario = SampleExercise.Scenario;

    [Fact]
    public void ShowsTheEnginesTimeAtEveryLaterMoment()
    {
        var played = SampleExercise.Lobby().Do(new Command.Start());
        var clock = ClockView.Of(played.Exercise);
        for (var seconds = 0; seconds <= 900; seconds += 7)
        {
            var at = played.At.AddSeconds(seconds);
            var engine = played.Exercise.Clock.TimeAt(at, Scenario, played.Exercise.Pace);
            Assert.InRange((clock.TimeAt(at) - engine).TotalSeconds, -2, 2);
        }
    }

    [Fact]
    public void StandsStillInAPauseAndDoesNotCountIt()
    {
        var played = SampleExercise.Lobby().Do(new Command.Start()).Wait(TimeSpan.FromSeconds(30)).Do(new Command.Pause("Lunch"));
        var clock = ClockView.Of(played.Exercise);
        var later = played.At.AddHours(1);
        Assert.Equal(clock.TimeAt(played.At), clock.TimeAt(later));
        Assert.Equal(TimeSpan.FromSeconds(30), clock.ElapsedAt(later));
        Assert.Equal("Lunch", clock.PauseReason.ToString());
        Assert.Equal(0, clock.StretchAt(later).Rate);
    }

    [Fact]
    public void ChangesItsTempoAtTheEndOfAPhase()
    {
        var played = SampleExercise.Lobby().Do(new Command.Start());
        var clock = ClockView.Of(played.Exercise);
        var before = clock.StretchAt(played.At.AddSeconds(239));
        var after = clock.StretchAt(played.At.AddSeconds(241));
        Assert.Equal(Scenario.Phases[0].End, before.Until);
        Assert.Equal(Scenario.Phases[1].End, after.Until);
        Assert.True(after.Rate < before.Rate);
    }

    [Fact]
    public void SaysHowLongItTakesUntilATimeInALaterPhase()
    {
        var played = SampleExercise.Lobby().Do(new Command.Start());
        var until = ClockView.Of(played.Exercise).Until(Scenario.Phases[1].End, played.At.AddSeconds(40));
        Assert.Equal(400, until!.Value.TotalSeconds, 0.1);
    }

    [Theory]
    [InlineData(0, "0 min")]
    [InlineData(35, "35 min")]
    [InlineData(83, "1 h 23 min")]
    [InlineData(120, "2 h")]
    [InlineData(13357, "9 d 6 h")]
    [InlineData(-5, "−5 min")]
    public void DurationsAreSaidInTheirTwoLargestUnits(int minutes, string said) =>
        Assert.Equal(said, ScenarioTime.Span(TimeSpan.FromMinutes(minutes)));
}
