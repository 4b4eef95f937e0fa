namespace Tabletop.Engine.Tests;

/// <summary>The small world's morning takes 10 minutes for 10 hours, its evening 20 minutes for 10 hours more.</summary>
public sealed class ExtensionTests
{
    [Fact]
    public void APhaseThatIsExtendedEndsThatMuchLater()
    {
        var room = Room.Started().Wait(TimeSpan.FromMinutes(5));
        room.Accept(new Command.Extend("e1", Morning, 5));
        Assert.Equal(SmallWorld.At(5), room.Time);
        Assert.Equal(SmallWorld.At(7.5), room.Wait(TimeSpan.FromMinutes(5)).Time);
        Assert.Equal(SmallWorld.At(10), room.Wait(TimeSpan.FromMinutes(5)).Time);
        Assert.Equal(SmallWorld.At(15), room.Wait(TimeSpan.FromMinutes(10)).Time);
    }

    [Fact]
    public void TheRestOfTheExerciseIsStretchedInProportion()
    {
        var room = Room.Started().Wait(TimeSpan.FromMinutes(5));
        room.Accept(new Command.Extend("e1", null, 25));
        Assert.Equal(SmallWorld.At(10), room.Wait(TimeSpan.FromMinutes(10)).Time);
        Assert.Equal(Lifecycle.Running, room.Wait(TimeSpan.FromMinutes(39)).Exercise.Lifecycle);
        Assert.Equal(Lifecycle.Debrief, room.Wait(TimeSpan.FromMinutes(1)).Exercise.Lifecycle);
    }

    [Fact]
    public void MinutesAreExerciseTimeWhateverTheSpeed()
    {
        var room = Room.Started();
        room.Accept(new Command.SetSpeed(2000));
        room.Accept(new Command.Extend("e1", Morning, 5));
        Assert.Equal(SmallWorld.At(10), room.Wait(TimeSpan.FromMinutes(10)).Time);
    }

    [Fact]
    public void TimeIsGivenInAPauseToo()
    {
        var room = Room.Started();
        room.Accept(new Command.Pause(""));
        room.Accept(new Command.Extend("e1", Morning, 10));
        room.Wait(TimeSpan.FromHours(1));
        room.Accept(new Command.Resume());
        Assert.Equal(SmallWorld.At(5), room.Wait(TimeSpan.FromMinutes(10)).Time);
    }

    [Fact]
    public void WhatWasGivenLastCanBeTakenBackAndThePastStays()
    {
        var room = Room.Started();
        room.Accept(new Command.Extend("e1", Morning, 10));
        room.Accept(new Command.Extend("e2", Morning, 10));
        room.Refused(new Command.UndoExtension("e1"), RejectionCode.NotNow);
        room.Wait(TimeSpan.FromMinutes(15));
        room.Accept(new Command.UndoExtension("e2"));
        Assert.Equal(SmallWorld.At(5), room.Time);
        Assert.Equal(SmallWorld.At(7.5), room.Wait(TimeSpan.FromMinutes(5)).Time);
        room.Accept(new Command.UndoExtension("e1"));
        Assert.Equal(SmallWorld.At(10), room.Wait(TimeSpan.FromMinutes(2.5)).Time);
        room.Refused(new Command.UndoExtension("e1"), RejectionCode.AlreadyDone);
        Assert.Empty(room.Exercise.Extensions);
    }

    [Fact]
    public void RefusesWhatCanNotBeDone()
    {
        new Room().Refused(new Command.Extend("e1", null, 10), RejectionCode.NotNow);
        var room = Room.Started();
        room.Refused(new Command.Extend("e1", Morning, 0), RejectionCode.BadValue);
        room.Refused(new Command.Extend("e1", null, Exercise.MaxExtension + 1), RejectionCode.BadValue);
        room.Accept(new Command.Extend("e1", Morning, 10));
        room.Until(SmallWorld.At(11));
        room.Refused(new Command.Extend("e2", Morning, 10), RejectionCode.TooLate);
        room.Refused(new Command.UndoExtension("e1"), RejectionCode.TooLate);
    }

    [Fact]
    public void AsOftenAsItIsAskedAtTheLastMomentTheClockStaysInBounds()
    {
        var room = Room.Started();
        for (var round = 0; round < 20; round++)
        {
            room.Until(SmallWorld.At(10).AddMilliseconds(-50_000 / (round + 1)));
            if (room.Try(new Command.Extend($"e{round}", Morning, Exercise.MaxExtension)).Rejection is null)
            {
                room.Accept(new Command.Extend($"e{round}", Morning, Exercise.MaxExtension));
            }
        }

        Assert.All(room.Exercise.Clock.Takes.Values, takes => Assert.InRange(takes, TimeSpan.FromMinutes(10), TimeSpan.FromDays(60)));
        Assert.Equal(Lifecycle.Debrief, room.Wait(TimeSpan.FromDays(100)).Exercise.Lifecycle);
    }

    static string Morning => SmallWorld.Scenario.Phases[0].Id;
}
