namespace Tabletop.Engine.Tests;

public sealed class MarkTests
{
    [Fact]
    public void AFlagIsOnePersonsAndStays()
    {
        var room = Playing();
        room.Accept(new Command.MarkInbox("ana", "welcome", null, true));
        Assert.Empty(room.Accept(new Command.MarkInbox("ana", "welcome", null, true)));

        Assert.True(room.Blue.MarkOf("ana", "welcome").Flagged);
        Assert.False(room.Blue.MarkOf("bo", "welcome").Flagged);
        room.Accept(new Command.MarkInbox("ana", "welcome", null, false));
        Assert.False(room.Blue.MarkOf("ana", "welcome").Flagged);
    }

    [Fact]
    public void WhatIsMarkedUnreadIsReadByBeingOpenedAgainAndTheFacilitatorsCountStays()
    {
        var room = Playing();
        room.Accept(new Command.ReadInject("ana", "welcome"));
        room.Accept(new Command.MarkInbox("ana", "welcome", false, null));
        Assert.False(room.Blue.MarkOf("ana", "welcome").Read);
        Assert.Equal(["ana"], room.Blue.Inbox[0].ReadBy);

        room.Accept(new Command.ReadInject("ana", "welcome"));
        Assert.True(room.Blue.MarkOf("ana", "welcome").Read);
        Assert.Empty(room.Accept(new Command.ReadInject("ana", "welcome")));
    }

    [Fact]
    public void OnlyWhatStandsInTheInboxIsMarked()
    {
        var room = Playing();
        room.Refused(new Command.MarkInbox("nobody", "welcome", true, null), RejectionCode.UnknownPerson);
        room.Refused(new Command.MarkInbox("ana", "nowhere", true, null), RejectionCode.UnknownInject);
        room.Refused(new Command.MarkInbox("ana", InboxMark.ItemOf("nothing"), true, null), RejectionCode.UnknownDecision);
    }

    static Room Playing()
    {
        var room = Room.Started();
        room.Accept(new Command.Join("bo", "Bo", "blue", "soc"));
        if (!room.Has("welcome"))
        {
            room.Accept(new Command.SendInject("welcome", null));
        }

        return room;
    }
}
