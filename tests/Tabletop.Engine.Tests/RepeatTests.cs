namespace Tabletop.Engine.Tests;

/// <summary>A nagging message: from 01:00 on every two hours, four times at most, until a key is rotated.</summary>
public sealed class RepeatTests
{
    static readonly Condition Rotated = new Condition.Did("rotate", null, false);

    static readonly Scenario Nagging = With(new RepeatSpec(TimeSpan.FromHours(2), 4, new Condition.Not(Rotated)));

    [Fact]
    public void EachTimeIsAMessageOfItsOwn()
    {
        var room = Room.Started(Nagging).Until(SmallWorld.At(19));
        Assert.Equal(
            [("nag", SmallWorld.At(1)), ("nag.2", SmallWorld.At(3)), ("nag.3", SmallWorld.At(5)), ("nag.4", SmallWorld.At(7))],
            room.Blue.Inbox.Where(item => item.Inject.StartsWith("nag", StringComparison.Ordinal)).Select(item => (item.Inject, item.Released)));
        Assert.Equal(4, room.Blue.World.Counters["nagged"]);
        room.Accept(new Command.ReadInject("ana", "nag.3"));
        Assert.Equal(["nag.3"], room.Blue.Inbox.Where(item => item.ReadBy.Contains("ana")).Select(item => item.Inject));
        Assert.Equal(StateHash.Of(room.Exercise), StateHash.Of(Exercise.Replay(Nagging, room.Log)));
    }

    [Fact]
    public void NoMoreFollowOnceWhatItWaitsForIsDone()
    {
        var room = Room.Started(Nagging).Until(SmallWorld.At(1.5));
        room.Decide("rotate", "key-a");
        room.Until(SmallWorld.At(19));
        Assert.True(room.Has("nag.2"));
        Assert.False(room.Has("nag.3"));
        Assert.Contains(room.Log, e => e is Event.InjectPassed { Inject: "nag.3" });
        Assert.Empty(room.Blue.Pending);
    }

    [Fact]
    public void AHeldOneWaitsWithAllThatFollow()
    {
        var room = Room.Started(Nagging).Until(SmallWorld.At(2));
        room.Accept(new Command.HoldInject("nag"));
        room.Until(SmallWorld.At(6));
        Assert.False(room.Has("nag.2"));
        room.Accept(new Command.ReleaseHold("nag"));
        Assert.True(room.Has("nag.2"));
        Assert.True(room.Until(SmallWorld.At(8)).Has("nag.3"));
    }

    [Fact]
    public void WhenItIsTakenBackEveryCopyIsAndNoneFollows()
    {
        var room = Room.Started(Nagging).Until(SmallWorld.At(4));
        room.Accept(new Command.RecallInject("nag", null, "Never mind."));
        room.Until(SmallWorld.At(19));
        Assert.False(room.Has("nag.3"));
        Assert.All(["nag", "nag.2"], id => Assert.Equal("Never mind.", room.Blue.WithdrawalOf(id)?.Says));
        Assert.True(room.Holds(new Condition.Withdrawn("nag")));
    }

    [Theory]
    [InlineData("nag.1")]
    [InlineData("nag.5")]
    [InlineData("nag.02")]
    [InlineData("nag.2.2")]
    [InlineData("welcome.2")]
    [InlineData(".2")]
    public void OnlyTimesThatMayComeHaveAnId(string id) => Assert.Null(Room.Started(Nagging).Exercise.FindInject(id));

    [Fact]
    public void APhaseBringsAnInject()
    {
        var scenario = With(null) with { Injects = new([SmallWorld.Scenario.Injects["welcome"] with { Id = "evening-news", Trigger = new Trigger.When(new Condition.Phase("evening"), TimeSpan.Zero) }]) };
        var room = Room.Started(scenario).Until(SmallWorld.At(9.9));
        Assert.False(room.Has("evening-news"));
        Assert.Equal(SmallWorld.At(10), Assert.Single(room.Until(SmallWorld.At(11)).Blue.Inbox).Released);
    }

    static Scenario With(RepeatSpec? repeat) => SmallWorld.Scenario with
    {
        Injects = new(SmallWorld.Scenario.Injects.Append(SmallWorld.Scenario.Injects["welcome"] with
        {
            Id = "nag",
            Repeat = repeat,
            Effects = [new Effect.Count("nagged", 1)],
        })),
    };
}
