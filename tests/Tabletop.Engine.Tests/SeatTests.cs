namespace Tabletop.Engine.Tests;

public sealed class SeatTests
{
    [Fact]
    public void ASeatMovesOneDeviceAtATimeAndAChangeOfRoleDoesNotMoveIt()
    {
        var room = Room.Started();
        room.Accept(new Command.MoveSeat("ana", 1));
        room.Refused(new Command.MoveSeat("ana", 1), RejectionCode.AlreadyDone);
        room.Refused(new Command.MoveSeat("ana", 3), RejectionCode.AlreadyDone);
        room.Refused(new Command.MoveSeat("nobody", 1), RejectionCode.UnknownPerson);

        room.Accept(new Command.Join("ana", "Ana B", "blue", "soc"));
        Assert.Equal(1, room.Exercise.People["ana"].Device);
    }

    [Fact]
    public void OnlyWhoJoinsAfterTheStartHasSomethingToCatchUpWith()
    {
        var room = Room.Started();
        room.Accept(new Command.Join("bo", "Bo", "blue", "soc"));
        Assert.False(room.Exercise.People["ana"].JoinedLate);
        Assert.True(room.Exercise.People["bo"].JoinedLate);

        Assert.Empty(room.Accept(new Command.CatchUp("ana")));
        Assert.Single(room.Accept(new Command.CatchUp("bo")));
        Assert.Empty(room.Accept(new Command.CatchUp("bo")));
        room.Accept(new Command.Join("bo", "Bob", "blue", "soc"));
        Assert.True(room.Exercise.People["bo"].CaughtUp);
    }
}
