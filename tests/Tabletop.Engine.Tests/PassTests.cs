namespace Tabletop.Engine.Tests;

public sealed class PassTests
{
    [Fact]
    public void APassHoldsUntilItIsEnded()
    {
        var room = new Room();
        room.Accept(new Command.GivePass("p1", PassKind.Observer, " The auditor ", "blue"));
        Assert.Equal(new Pass("p1", PassKind.Observer, "The auditor", "blue"), room.Exercise.FindPass("p1"));

        room.Accept(new Command.EndPass("p1"));
        Assert.Null(room.Exercise.FindPass("p1"));
        Assert.Empty(room.Accept(new Command.EndPass("p1")));
        room.Refused(new Command.EndPass("p2"), RejectionCode.BadValue);
    }

    [Fact]
    public void TheWallIsOfNoTeam()
    {
        var room = new Room();
        room.Accept(new Command.GivePass("p1", PassKind.Wall, "Projector", "blue"));
        Assert.Null(room.Exercise.FindPass("p1")!.Team);
    }

    [Fact]
    public void NobodyWatchesATeamThatIsNotThereOrAClosedExercise()
    {
        var room = Room.Started();
        room.Refused(new Command.GivePass("p1", PassKind.Observer, "Al", "green"), RejectionCode.UnknownTeam);
        room.Refused(new Command.GivePass("p1", PassKind.Observer, " ", null), RejectionCode.BadValue);
        room.Accept(new Command.End());
        room.Accept(new Command.Close());
        room.Refused(new Command.GivePass("p1", PassKind.Observer, "Al", null), RejectionCode.NotNow);
    }
}
