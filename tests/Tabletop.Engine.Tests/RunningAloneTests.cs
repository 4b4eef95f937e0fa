namespace Tabletop.Engine.Tests;

public sealed class RunningAloneTests
{
    [Fact]
    public void ATeamStartsWhenEverybodyInItIsReady()
    {
        var room = Seated();
        Assert.Equal(Lifecycle.Lobby, room.Exercise.Lifecycle);
        room.Accept(new Command.SayReady("ana", true));
        Assert.Equal(Lifecycle.Lobby, room.Exercise.Lifecycle);
        var told = room.Accept(new Command.SayReady("bo", true));
        Assert.Contains(told, e => e is Event.Started);
        Assert.Equal(Lifecycle.Running, room.Exercise.Lifecycle);
        Assert.Equal(SmallWorld.At(5), room.Wait(TimeSpan.FromMinutes(5)).Time);
    }

    [Fact]
    public void WhoTakesItBackKeepsTheTeamWaiting()
    {
        var room = Seated();
        room.Accept(new Command.SayReady("ana", true));
        room.Accept(new Command.SayReady("ana", false));
        room.Accept(new Command.SayReady("bo", true));
        Assert.Equal(Lifecycle.Lobby, room.Exercise.Lifecycle);
        Assert.Empty(room.Accept(new Command.SayReady("bo", true)));
    }

    [Fact]
    public void WhenTheLastWhoWasNotReadyLeavesTheOthersStart()
    {
        var room = Seated();
        room.Accept(new Command.SayReady("ana", true));
        room.Accept(new Command.Leave("bo"));
        Assert.Equal(Lifecycle.Running, room.Exercise.Lifecycle);
    }

    [Fact]
    public void WhoComesAfterTheStartJoinsAsEverywhere()
    {
        var room = Seated();
        room.Accept(new Command.SayReady("ana", true));
        room.Accept(new Command.SayReady("bo", true));
        room.Accept(new Command.Join("cy", "Cy", "blue", "soc"));
        Assert.True(room.Exercise.People["cy"].JoinedLate);
        room.Refused(new Command.SayReady("cy", true), RejectionCode.NotNow);
    }

    [Fact]
    public void WithAFacilitatorNobodyStartsByBeingReady()
    {
        var room = new Room();
        room.Accept(new Command.Join("ana", "Ana", "blue", "soc"));
        room.Refused(new Command.SayReady("ana", true), RejectionCode.NotNow);
    }

    [Fact]
    public void OneTeamPlaysInItAndNoOther() =>
        new Room(ExerciseMode.Alone).Refused(new Command.AddTeam("red", "Red"), RejectionCode.NotNow);

    [Fact]
    public void NothingIsPlayedInADoor()
    {
        var door = new Room(ExerciseMode.Door, teams: ["blue", "red"]);
        door.Refused(new Command.Join("ana", "Ana", "blue", "soc"), RejectionCode.NotNow);
        door.Refused(new Command.Start(), RejectionCode.NotNow);
        door.Refused(new Command.AddTeam("green", "Blue"), RejectionCode.NameTaken);
        door.Accept(new Command.Close());
        door.Refused(new Command.AddTeam("green", "Green"), RejectionCode.NotNow);
    }

    static Room Seated()
    {
        var room = new Room(ExerciseMode.Alone);
        room.Accept(new Command.Join("ana", "Ana", "blue", "commander"));
        room.Accept(new Command.Join("bo", "Bo", "blue", "soc"));
        return room;
    }
}
