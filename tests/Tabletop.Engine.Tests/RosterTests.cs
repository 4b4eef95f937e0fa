namespace Tabletop.Engine.Tests;

public sealed class RosterTests
{
    static readonly RosterEntry Dee = new("r1", "Dee", "blue", "soc");

    [Fact]
    public void TheOneWhoComesByTheLinkIsTheOneWhoIsExpected()
    {
        var room = new Room();
        room.Accept(new Command.SetRoster([Dee], []));
        Assert.Null(room.Exercise.PersonOf(Dee));

        room.Accept(new Command.Join("p1", "Dee", "blue", "soc") { Roster = "r1" });
        Assert.Equal("p1", room.Exercise.PersonOf(Dee)!.Id);
        room.Refused(new Command.Join("p2", "Dee the second", "blue", "soc") { Roster = "r1" }, RejectionCode.AlreadyDone);
    }

    [Fact]
    public void WhoComesByTheCodeUnderTheSameNameIsNotMissingEither()
    {
        var room = new Room(teams: ["blue", "red"]);
        room.Accept(new Command.SetRoster([Dee, new("r2", "Eli", "blue", "soc")], []));
        room.Accept(new Command.Join("p1", "dee", "blue", "commander"));
        room.Accept(new Command.Join("p2", "Eli", "red", "soc"));

        Assert.Equal("p1", room.Exercise.PersonOf(room.Exercise.Roster[0])!.Id);
        Assert.Null(room.Exercise.PersonOf(room.Exercise.Roster[1]));
    }

    [Fact]
    public void TakingItBackRemovesTheTeamsOfWhichNobodyMadeUse()
    {
        var room = new Room();
        room.Accept(new Command.SetRoster([Dee], []));
        foreach (var team in new[] { "red", "green", "gold" })
        {
            room.Accept(new Command.AddTeam(team, team));
        }

        room.Accept(new Command.SetRoster([new("r2", "Eli", "red", "soc"), new("r3", "Fay", "green", "soc")], ["red", "green"]));
        room.Accept(new Command.Join("p2", "Eli", "red", "soc") { Roster = "r2" });
        room.Accept(new Command.UndoRoster());

        Assert.Equal([Dee], room.Exercise.Roster);
        Assert.Equal(["blue", "red", "gold"], room.Exercise.Teams.Select(team => team.Id));
        Assert.Equal("red", room.Exercise.People["p2"].Team);
        room.Refused(new Command.UndoRoster(), RejectionCode.AlreadyDone);
    }

    [Fact]
    public void AfterTheStartNoTeamGoesAway()
    {
        var room = new Room(teams: ["blue", "red"]);
        room.Accept(new Command.SetRoster([new("r2", "Eli", "red", "soc")], ["red"]));
        room.Accept(new Command.Start());
        room.Accept(new Command.UndoRoster());

        Assert.Equal(2, room.Exercise.Teams.Length);
        Assert.Empty(room.Exercise.Roster);
    }

    [Fact]
    public void AnEndedLinkStaysEndedWhenTheListIsTakenBack()
    {
        var room = new Room();
        room.Accept(new Command.SetRoster([Dee], []));
        room.Accept(new Command.SetRoster([Dee, new("r2", "Eli", "blue", "soc")], []));
        room.Accept(new Command.RenewSeatLink("r1"));
        room.Accept(new Command.UndoRoster());

        Assert.Equal(1, Assert.Single(room.Exercise.Roster).Link);
        room.Refused(new Command.RenewSeatLink("r2"), RejectionCode.UnknownPerson);
    }

    [Fact]
    public void TheSameListAgainChangesNothing()
    {
        var room = new Room();
        room.Accept(new Command.SetRoster([Dee], []));
        Assert.Empty(room.Accept(new Command.SetRoster([Dee], [])));
    }

    [Fact]
    public void ALineThatNobodyCouldSitInIsRefused()
    {
        var room = new Room();
        room.Refused(new Command.SetRoster([Dee with { Team = "green" }], []), RejectionCode.UnknownTeam);
        room.Refused(new Command.SetRoster([Dee with { Role = "cook" }], []), RejectionCode.UnknownRole);
        room.Refused(new Command.SetRoster([Dee, Dee with { Id = "r2", Name = "DEE" }], []), RejectionCode.BadValue);
        room.Accept(new Command.Start());
        room.Accept(new Command.End());
        room.Refused(new Command.SetRoster([Dee], []), RejectionCode.NotNow);
        new Room(ExerciseMode.Alone).Refused(new Command.SetRoster([Dee], []), RejectionCode.NotNow);
    }

    [Fact]
    public void ATeamSeatsFifty()
    {
        var room = new Room();
        for (var i = 0; i < Exercise.MaxInTeam; i++)
        {
            room.Accept(new Command.Join($"p{i}", $"Person {i}", "blue", "soc"));
        }

        room.Refused(new Command.Join("late", "Late", "blue", "soc"), RejectionCode.BadValue);
        room.Accept(new Command.Join("p0", "Person zero", "blue", "soc"));
    }
}
