using System.Collections.Immutable;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Tabletop.Engine;
using Tabletop.Exercises;
using Tabletop.Exercises.Views;
using Tabletop.TestKit.Samples;
using Tabletop.Web.Facilitate;
using Tabletop.Web.Tests.Language;

namespace Tabletop.Web.Tests.Facilitate;

/// <summary>Teams that play by themselves, side by side on the page of whoever hosts them.</summary>
public sealed class ComparingTeamsOfADoor : BunitContext
{
    readonly FakeTimeProvider _time = new(Started().At);

    public ComparingTeamsOfADoor()
    {
        Services.AddSingleton<TimeProvider>(_time);
        this.AddTexts();
    }

    [Fact]
    public void ATeamThatPlaysStandsBesideHistoryAndOneThatIsDoneWithItsEnding()
    {
        var played = Started();
        var playing = Line(played, shown: true);
        Assert.Contains("against history at that time", playing.Find(".score").TextContent, StringComparison.Ordinal);
        Assert.Contains("still plays", playing.Markup, StringComparison.Ordinal);
        Assert.Empty(playing.FindAll("a[href^=debrief]"));

        played.Do(new Command.End());
        var done = Line(played, shown: true);
        Assert.Contains(Scoring.EndingOf(played.Exercise, played.Exercise.Teams[0]).Title, done.Markup, StringComparison.Ordinal);
        Assert.Contains("Rotation ", done.Markup, StringComparison.Ordinal);
        Assert.Equal("debrief/ex1", done.Find("a").GetAttribute("href"));
    }

    [Fact]
    public void WhoIsExpectedInATeamAndHasNotComeIsNamedBesideIt()
    {
        var played = Started();
        var view = new DoorTeamRoom(_time, scored: false).View(played.Exercise, played.Log, ImmutableHashSet<string>.Empty);
        RosterRow Expected(string id, string name) => new(id, name, "blue", "Blue", "soc", "SOC analyst", RosterStanding.Missing);
        Assert.True(view.HasCome(Expected("r1", "ada")));
        Assert.False(view.HasCome(Expected("r2", "Bo")));
        var line = Render<DoorTeamLine>(page => page.Add(p => p.View, view).Add(p => p.Shown, true).Add(p => p.Missing, ["Bo", "Cy"]));
        Assert.Contains("missing Bo, Cy", line.Find("th").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void WhoeverPlaysTooSeesWhereTheyStandAndNothingMore()
    {
        var played = Started().Do(new Command.End());
        var line = Line(played, shown: false);
        Assert.Contains("Blue", line.Markup, StringComparison.Ordinal);
        Assert.Empty(line.FindAll("a"));
        Assert.Empty(line.Find(".score").TextContent.Trim());
        Assert.DoesNotContain(Scoring.EndingOf(played.Exercise, played.Exercise.Teams[0]).Title, line.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void HistoryStandsBelowTheTeamsUnlessWhoeverLooksPlaysToo()
    {
        var door = new SampleExercise(ExerciseMode.Door).Do(new Command.AddTeam("blue", "Blue"));
        var view = ControlProjection.Of(door.Exercise, door.Log, new Dictionary<string, ScoreGlance>(), ImmutableHashSet<string>.Empty);
        var own = new ExerciseEntry("solo1", "7KQP4M", "My own go", "sample", ExerciseMode.Solo, Lifecycle.Paused, default);
        IRenderedComponent<DoorScreen> Page(params ImmutableArray<ExerciseEntry> plays) => Render<DoorScreen>(page => page
            .Add(p => p.View, view).Add(p => p.Own, plays).Add(p => p.ChildContent, team => $"<tr><td>{team.Name}</td></tr>"));

        Assert.Contains("History", Page().Find("tr.history").TextContent, StringComparison.Ordinal);
        var hidden = Page(own);
        Assert.Empty(hidden.FindAll("tr.history"));
        Assert.Contains("You play this scenario yourself, in “My own go”.", hidden.Find(".lobby-teams .note").TextContent, StringComparison.Ordinal);
        Assert.Equal("play/solo1", hidden.Find(".lobby-teams .note a").GetAttribute("href"));
    }

    static SampleExercise Started() => new SampleExercise(ExerciseMode.Alone)
        .Do(new Command.AddTeam("blue", "Blue"))
        .Do(new Command.Join("ada", "Ada", "blue", "incident-commander"))
        .Do(new Command.Start())
        .Do(new Command.Jump(SampleExercise.Scenario.Phases[1].Start));

    IRenderedComponent<DoorTeamLine> Line(SampleExercise played, bool shown)
    {
        var view = new DoorTeamRoom(_time, shown).View(played.Exercise, played.Log, ImmutableHashSet<string>.Empty);
        return Render<DoorTeamLine>(line => line.Add(p => p.View, view).Add(p => p.Shown, shown));
    }
}
