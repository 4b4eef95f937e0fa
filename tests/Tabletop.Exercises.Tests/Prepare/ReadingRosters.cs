using Tabletop.Engine;
using Tabletop.Exercises.Views;
using Tabletop.TestKit.Samples;

namespace Tabletop.Exercises.Tests;

/// <summary>The sample has the teams Blue and Red; its roles are Incident commander, SOC analyst, Identity engineer and Communications.</summary>
public sealed class ReadingRosters
{
    [Theory]
    [InlineData("name,team,role\nAda,Blue,SOC analyst\nBo,Green,identity\n")]
    [InlineData("\uFEFFName;Team;Rolle\r\nAda;blue;soc analyst\r\n\r\nBo;Green;Identity engineer")]
    [InlineData("team\tname\trole\n\"Blue\"\t Ada \tsoc\nGreen\tBo\tidentity")]
    public void CommasSemicolonsAndTabsAreRead(string text)
    {
        var check = Read(text);
        Assert.True(check.Ok, string.Join(' ', check.Faults.Concat(check.Lines.Select(line => line.Fault))));
        Assert.Equal([("Ada", "Blue", "soc"), ("Bo", "Green", "identity")], check.Lines.Select(line => (line.Name, line.Team, line.RoleId)));
        Assert.Equal(["Green"], check.NewTeams);
    }

    [Theory]
    [InlineData("Fay,Blue,SOC analist", "Did you mean “SOC analyst”?")]
    [InlineData("Fay,Blue,pastry chef", "The roles: Incident commander, SOC analyst")]
    [InlineData("Fay,Blue", "Give a role.")]
    [InlineData(",Blue,soc", "Give a name.")]
    [InlineData("Fay,,soc", "Give a team.")]
    [InlineData("Fay,Blue,soc,x", "4 fields, the first line 3")]
    [InlineData("Fa\"y,Blue,soc", "quotation marks")]
    [InlineData("\"Fay,Blue,soc", "quotation marks")]
    [InlineData("12345678901234567890123456789012345678901,Blue,soc", "41 characters; 40 is the most")]
    [InlineData("eve,Blue,soc", "The same name as in line 2, in team Red.")]
    public void EachLineSaysWhatIsWrongWithIt(string line, string fault)
    {
        var check = Read($"name,team,role\nEve,Red,soc\n\n{line}\n");
        Assert.False(check.Ok);
        Assert.Null(check.Lines[0].Fault);
        Assert.Equal(4, check.Lines[1].Number);
        Assert.Contains(fault, check.Lines[1].Fault?.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(" \n", "The list is empty.")]
    [InlineData("name,team\nAda,Blue", "role is not there once. It says: name, team")]
    [InlineData("Ada,Blue,soc\nBo,Red,soc", "name and team and role are not there once. It says: Ada, Blue, soc")]
    [InlineData("name,team,role,name\nAda,Blue,soc,Ada", "name is not there once")]
    [InlineData("name,team,role\n,,\n", "nobody below the first line")]
    [InlineData("\"name,team,role\nAda,Blue,soc", "quotation marks of the first line")]
    public void AListThatIsNoneSaysWhy(string text, string fault)
    {
        var check = Read(text);
        Assert.False(check.Ok);
        Assert.Contains(fault, Assert.Single(check.Faults).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void AnotherColumnIsNamedAndNotKept()
    {
        var check = Read("e-mail,name,role,team\nada@example.org,Ada,soc,Blue");
        Assert.True(check.Ok);
        Assert.Equal(["e-mail"], check.Ignored);
    }

    [Fact]
    public void AFieldMayHoldLineBreaksAndSeparatorsInQuotationMarks()
    {
        var check = Read("name,team,role\n\"Love\nlace, Ada\",Blue,soc\nBo,Blue,cook\n");
        Assert.Equal("Love lace, Ada", check.Lines[0].Name);
        Assert.Equal(4, check.Lines[1].Number);
    }

    [Fact]
    public void ATeamThatIsFullTakesNobodyMore()
    {
        var check = Read("name,team,role\n" + string.Concat(Enumerable.Range(0, 49).Select(i => $"Person {i},Blue,soc\n")));

        // Three sit in Blue by the code.
        Assert.Equal(2, check.FaultyLines);
        Assert.Equal("Blue is full: a team seats 50.", check.Lines[^1].Fault?.ToString());
    }

    [Fact]
    public void AThousandLinesAreRead()
    {
        var check = Read("name,team,role\n" + string.Concat(Enumerable.Range(0, 1_001).Select(i => $"Person {i},Team {i % 60},soc\n")));
        Assert.Equal(1_000, check.Lines.Length);
        Assert.Equal(
            ["The list has 1000 people; an exercise seats 500.", "With this list the exercise would have 62 teams; 50 are the most.", "The list has 1001 lines; 1000 are the most. Those after are not shown."],
            check.Faults.Select(fault => fault.ToString()));
    }

    [Fact]
    public void AfterTheStartThereIsNoNewTeam()
    {
        var check = RosterReader.Read("name,team,role\nFay,Blu,soc", SampleExercise.Started().Exercise);
        Assert.Equal("There is no team Blu, and none can be added after the start. Did you mean “Blue”?", check.Lines[0].Fault?.ToString());
    }

    [Fact]
    public void TheFileOfLinksIsReadAgainAndHasNoFormulas()
    {
        var row = new RosterRow("r1", "=SUM(1)", "blue", "Blue", "soc", "SOC analyst", RosterStanding.Missing);
        var file = RosterFile.Write(new("Title", Lifecycle.Lobby, ExerciseMode.Facilitated, [new(row, "key", false)], false, [], []), key => $"https://here/{key}");
        Assert.Equal("name,team,role,link\r\n\"'=SUM(1)\",Blue,SOC analyst,https://here/key\r\n", file);
        Assert.True(Read(file).Ok);
    }

    static RosterCheck Read(string text) => RosterReader.Read(text, SampleExercise.Lobby().Exercise);
}
