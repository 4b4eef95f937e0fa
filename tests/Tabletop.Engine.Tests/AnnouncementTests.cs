namespace Tabletop.Engine.Tests;

public sealed class AnnouncementTests
{
    [Fact]
    public void TheLastThingSaidToATeamOrToAllStands()
    {
        var room = new Room(teams: ["blue", "red"]);
        room.Accept(new Command.Announce("a1", "Lunch at noon.", null));
        room.Accept(new Command.Announce("a2", "Blue, come here.", "blue"));

        Assert.Equal("a2", room.Exercise.AnnouncementFor("blue")!.Id);
        Assert.Equal("a1", room.Exercise.AnnouncementFor("red")!.Id);
    }

    [Fact]
    public void WhatIsTakenDownDoesNotBringBackWhatItReplaced()
    {
        var room = new Room();
        room.Accept(new Command.Announce("a1", "Lunch at noon.", null));
        room.Accept(new Command.Announce("a2", "Lunch at one.", null));
        room.Accept(new Command.EndAnnouncement("a2"));

        Assert.Null(room.Exercise.AnnouncementFor("blue"));
        Assert.Empty(room.Accept(new Command.EndAnnouncement("a2")));
    }

    [Fact]
    public void ATeamThatComesLaterHearsWhatWasSaidToAll()
    {
        var room = new Room();
        room.Accept(new Command.Announce("a1", "We begin at nine.", null));
        room.Accept(new Command.AddTeam("late", "Late"));

        Assert.Equal("We begin at nine.", room.Exercise.AnnouncementFor("late")!.Text);
    }

    [Fact]
    public void PuttingItAwayCountsOncePerPersonAndOnlyForWhomItIs()
    {
        var room = new Room(teams: ["blue", "red"]);
        room.Accept(new Command.Join("ana", "Ana", "blue", room.Scenario.Roles[0].Id));
        room.Accept(new Command.Announce("a1", "Red, come here.", "red"));
        room.Accept(new Command.Announce("a2", "Lunch.", null));

        Assert.Single(room.Accept(new Command.ReadAnnouncement("ana", "a2")));
        Assert.Empty(room.Accept(new Command.ReadAnnouncement("ana", "a2")));
        Assert.Empty(room.Accept(new Command.ReadAnnouncement("ana", "a1")));
        Assert.Equal(["ana"], room.Exercise.AnnouncementFor("blue")!.ReadBy);
        room.Refused(new Command.ReadAnnouncement("nobody", "a2"), RejectionCode.UnknownPerson);
    }

    [Fact]
    public void NothingIsSaidToNobodyOrAfterTheExerciseIsClosed()
    {
        var room = Room.Started();
        room.Refused(new Command.Announce("a1", " ", null), RejectionCode.BadValue);
        room.Refused(new Command.Announce("a1", "Hello", "green"), RejectionCode.UnknownTeam);
        room.Accept(new Command.End());
        room.Accept(new Command.Announce("a1", "Debrief in the big room.", null));
        room.Accept(new Command.Close());
        room.Refused(new Command.Announce("a2", "Hello", null), RejectionCode.NotNow);
    }
}
