namespace Tabletop.Engine.Tests;

public sealed class RemarkTests
{
    [Fact]
    public void ARemarkIsStampedWithTheExercisesTimeAndMayBeRemoved()
    {
        var room = Room.Started().Wait(TimeSpan.FromMinutes(3));
        room.Accept(new Command.MakeRemark("n1", " Blue argues well. ", "blue"));
        room.Accept(new Command.MakeRemark("n2", "Room too loud.", null));

        Assert.Equal([new Remark("n1", "Blue argues well.", "blue", room.Time, room.Now), new("n2", "Room too loud.", null, room.Time, room.Now)], room.Exercise.Remarks);
        room.Accept(new Command.RemoveRemark("n1"));
        Assert.Equal("n2", Assert.Single(room.Exercise.Remarks).Id);
        room.Refused(new Command.RemoveRemark("n1"), RejectionCode.BadValue);
    }

    [Fact]
    public void RemarksAreTakenFromTheLobbyToTheDebriefAndNotAfterIt()
    {
        var room = new Room();
        room.Accept(new Command.MakeRemark("n1", "Cy is late.", null));
        room.Accept(new Command.Start());
        room.Refused(new Command.MakeRemark("n2", " ", null), RejectionCode.BadValue);
        room.Refused(new Command.MakeRemark("n2", "Who?", "green"), RejectionCode.UnknownTeam);
        room.Accept(new Command.End());
        room.Accept(new Command.MakeRemark("n2", "Ask about the token.", "blue"));
        room.Accept(new Command.Close());
        room.Refused(new Command.MakeRemark("n3", "Too late.", null), RejectionCode.NotNow);
        Assert.Equal(2, room.Exercise.Remarks.Length);
    }
}
