namespace Tabletop.Engine.Tests;

public sealed class TalkTests
{
    [Fact]
    public void WhatIsSaidStaysInTheTeamWithTheNameOfWhoSaidIt()
    {
        var room = Seated();
        room.Accept(new Command.Say("ana", "m1", " Who takes the tokens? @soc "));
        room.Accept(new Command.Leave("ana"));

        var said = Assert.Single(room.Blue.Chat);
        Assert.Equal(("ana", "Ana", "Who takes the tokens? @soc"), (said.Person, said.Name, said.Text));
        Assert.Empty(room.Exercise.FindTeam("red")!.Chat);
    }

    [Fact]
    public void SayingItTwiceWithOneIdSaysItOnce()
    {
        var room = Seated();
        room.Accept(new Command.Say("ana", "m1", "Hello") { Id = "one" });
        Assert.Empty(room.Accept(new Command.Say("ana", "m1", "Hello") { Id = "one" }));
        Assert.Single(room.Blue.Chat);
    }

    [Fact]
    public void ReadingGoesForwardOnlyAndNoFurtherThanWhatWasSaid()
    {
        var room = Seated();
        room.Accept(new Command.Say("ana", "m1", "One"));
        room.Accept(new Command.Say("ana", "m2", "Two"));
        var last = room.Blue.Chat[^1].Version;

        room.Accept(new Command.ReadChat("bo", 1_000_000));
        Assert.Equal(last, room.Blue.ChatRead["bo"]);
        Assert.Empty(room.Accept(new Command.ReadChat("bo", room.Blue.Chat[0].Version)));
        Assert.Empty(room.Accept(new Command.ReadChat("cy", last)));
    }

    [Fact]
    public void TheSecondOfTwoWhoChangeOneEntryIsToldAndNothingIsOverwritten()
    {
        var room = Seated();
        room.Accept(new Command.WriteNote("ana", "n1", "Call the supplier", 0));
        var seen = room.Blue.Notes[0].Version;
        room.Accept(new Command.WriteNote("bo", "n1", "Call the supplier at nine", seen));

        var refused = room.Refused(new Command.WriteNote("ana", "n1", "Call the supplier, ask for logs", seen), RejectionCode.AlreadyDone);
        Assert.Contains("Bo has changed this entry", refused.Message, StringComparison.Ordinal);
        Assert.Equal("Call the supplier at nine", room.Blue.Notes[0].Text);

        room.Accept(new Command.WriteNote("ana", "n1", "Call the supplier at nine, ask for logs", room.Blue.Notes[0].Version));
        Assert.Equal(("Ana", "Ana"), (room.Blue.Notes[0].Author, room.Blue.Notes[0].Name));
    }

    [Fact]
    public void AnEntryThatWasTakenOutCanBePutBackAndIsNotTakenOutUnseen()
    {
        var room = Seated();
        room.Accept(new Command.WriteNote("ana", "n1", "One", 0));
        var first = room.Blue.Notes[0].Version;
        room.Accept(new Command.WriteNote("bo", "n1", "Two", first));
        room.Refused(new Command.RemoveNote("ana", "n1", first), RejectionCode.AlreadyDone);

        room.Accept(new Command.RemoveNote("ana", "n1", room.Blue.Notes[0].Version));
        Assert.True(room.Blue.Notes[0].Removed);
        Assert.Empty(room.Accept(new Command.RemoveNote("bo", "n1", room.Blue.Notes[0].Version)));
        room.Accept(new Command.WriteNote("bo", "n1", "Two", room.Blue.Notes[0].Version));
        Assert.False(room.Blue.Notes[0].Removed);
    }

    [Fact]
    public void NobodyWithoutASeatSpeaksAndNobodyWritesAfterTheEnd()
    {
        var room = Seated();
        room.Refused(new Command.Say("nobody", "m", "Hello"), RejectionCode.UnknownPerson);
        room.Refused(new Command.WriteNote("nobody", "n", "Hello", 0), RejectionCode.UnknownPerson);
        room.Refused(new Command.Say("ana", "m", "  "), RejectionCode.BadValue);
        room.Refused(new Command.WriteNote("ana", "elsewhere", "Text", 7), RejectionCode.BadValue);
        room.Refused(new Command.RemoveNote("ana", "elsewhere", 7), RejectionCode.BadValue);

        // An entry of another team is none of theirs.
        room.Accept(new Command.WriteNote("ana", "n1", "Blue's", 0));
        room.Refused(new Command.WriteNote("cy", "n1", "Red's", room.Blue.Notes[0].Version), RejectionCode.BadValue);

        room.Accept(new Command.Start());
        room.Accept(new Command.End());
        room.Refused(new Command.Say("ana", "m", "Hello"), RejectionCode.NotNow);
        room.Refused(new Command.WriteNote("ana", "n", "Hello", 0), RejectionCode.NotNow);
    }

    static Room Seated()
    {
        var room = new Room(teams: ["blue", "red"]);
        room.Accept(new Command.Join("ana", "Ana", "blue", "commander"));
        room.Accept(new Command.Join("bo", "Bo", "blue", "soc"));
        room.Accept(new Command.Join("cy", "Cy", "red", "platform"));
        return room;
    }
}
