namespace Tabletop.Engine.Tests;

public sealed class AdversaryTests
{
    [Fact]
    public void LeftAloneTheAttackerGoesAllTheWay()
    {
        var room = Room.Started().Until(SmallWorld.At(19));
        Assert.Equal(
            [("probe", SmallWorld.At(4)), ("enter", SmallWorld.At(12)), ("plant", SmallWorld.At(14))],
            room.Log.OfType<Event.AdversaryMoved>().Select(e => (e.Step, e.Time)));
        Assert.True(room.Holds(new Condition.FootholdIs("implant", FootholdTest.Live)));
    }

    [Fact]
    public void ARefusedStepIsTriedAgainAndLeavesItsTrace()
    {
        var room = Room.Started();
        room.Decide("rotate", "key-a");
        room.Decide("rotate", "key-b");
        room.Until(SmallWorld.At(14.5));
        Assert.Equal([12d, 13, 14], room.Log.OfType<Event.AdversaryRefused>().Select(e => (e.Time - SmallWorld.Day).TotalHours));
        Assert.True(room.Holds(new Condition.CounterAtLeast("refusals", 3)));
        Assert.Equal("probing", room.Blue.Adversary.State);
    }

    [Fact]
    public void HalfOfTheKeysIsNotEnough()
    {
        var room = Room.Started();
        room.Decide("rotate", "key-a");
        Assert.Equal("rooted", room.Until(SmallWorld.At(15)).Blue.Adversary.State);
    }

    [Fact]
    public void ARefusedStepMayLeadElsewhere()
    {
        var room = Room.Started().Until(SmallWorld.At(12));
        room.Decide("rotate", "key-b");
        room.Decide("rotate", "key-a");
        Assert.Equal("shut-out", room.Until(SmallWorld.At(15)).Blue.Adversary.State);
        Assert.Equal(("plant", "shut-out"), room.Log.OfType<Event.AdversaryRefused>().Select(e => (e.Step, e.To)).Single());
        Assert.False(room.Holds(new Condition.FootholdIs("session", FootholdTest.Live)));
    }

    [Fact]
    public void ADefenderWhoFinishesAtTheSameMomentIsFirst()
    {
        var room = Room.Started().Until(SmallWorld.At(10));
        room.Decide("rotate", "key-a");
        room.Decide("rotate", "key-b");
        Assert.Equal("probing", room.Until(SmallWorld.At(12)).Blue.Adversary.State);
    }

    [Fact]
    public void AFootholdIsLiveOnlyWhileItHolds()
    {
        var room = Room.Started().Until(SmallWorld.At(15));
        room.Decide("isolate", "server");
        room.Until(SmallWorld.At(16));
        Assert.False(room.Holds(new Condition.FootholdIs("implant", FootholdTest.Live)));
        Assert.True(room.Holds(new Condition.FootholdIs("implant", FootholdTest.Planted)));
    }

    [Fact]
    public void EachTeamHasItsOwnAttacker()
    {
        var room = new Room(teams: ["blue", "red"]);
        room.Accept(new Command.Join("ana", "Ana", "blue", "soc"));
        room.Accept(new Command.Start());
        room.Decide("rotate", "key-a");
        room.Decide("rotate", "key-b");
        room.Until(SmallWorld.At(15));
        Assert.Equal(("probing", "rooted"), (room.Blue.Adversary.State, room.Exercise.FindTeam("red")!.Adversary.State));
    }
}
