using Tabletop.Engine;
using Tabletop.Exercises.Views;
using Tabletop.TestKit.Samples;
using Tabletop.Web.Clock;

namespace Tabletop.Web.Tests.Clock;

public sealed class ClockFaces
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(299, 1)]
    [InlineData(400, 5)]
    [InlineData(2000, 15)]
    [InlineData(9720, 60)]
    public void AFastClockTicksInStepsThatCanBeRead(double rate, int minutes) => Assert.Equal(minutes, ClockText.StepAt(rate));

    [Theory]
    [InlineData("00:09:05", "9:05")]
    [InlineData("01:05:00", "1 h 05 min")]
    [InlineData("1.23:59:00", "47 h 59 min")]
    [InlineData("24.14:14:00", "24 d 14 h")]
    public void WhatIsLeftIsSaidInUnitsThatFitIt(string left, string said) =>
        Assert.Equal(said, ClockText.LeftText(TimeSpan.Parse(left, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void TheFaceSaysTimeElapsedAndTempo()
    {
        var played = SampleExercise.Lobby().Do(new Command.Start());
        var text = ClockText.At(ClockView.Of(played.Exercise), played.At.AddSeconds(24));
        Assert.Equal("Sat 21 Oct 00:00", text.Time);
        Assert.Equal("00:00:24", text.Elapsed);
        Assert.Equal("6 d 18 h a minute", text.Tempo?.ToString());
    }

    [Fact]
    public void AStandingClockShowsTheMinute()
    {
        var played = SampleExercise.Started().Until(SampleScenario.At(11, 3, 13, 37));
        Assert.Equal(("Fri 3 Nov 13:37", null), ClockText.At(ClockView.Of(played.Exercise), played.At.AddHours(3)) is var text ? (text.Time, text.Tempo) : default);
    }

    [Fact]
    public void AnotherSpeedIsSaid()
    {
        var played = SampleExercise.Lobby().Do(new Command.Start()).Do(new Command.SetSpeed(500));
        Assert.Equal("3 d 9 h a minute, ½×", ClockText.At(ClockView.Of(played.Exercise), played.At).Tempo?.ToString());
    }

    [Fact]
    public void TheKeyStaysBetweenClockEventsAndChangesWithThem()
    {
        var played = SampleExercise.Lobby().Do(new Command.Start());
        var before = ClockView.Of(played.Exercise);
        Assert.Equal(ClockText.At(before, played.At).Key, ClockText.At(before, played.At.AddSeconds(100)).Key);
        Assert.NotEqual(ClockText.At(before, played.At).Key, ClockText.At(before, played.At.AddSeconds(300)).Key);
        var after = ClockView.Of(played.Wait(TimeSpan.FromSeconds(1)).Do(new Command.SetSpeed(2000)).Exercise);
        Assert.NotEqual(ClockText.At(before, played.At).Key, ClockText.At(after, played.At).Key);
    }
}
