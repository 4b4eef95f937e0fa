using Tabletop.Engine;
using Tabletop.Exercises.Views;
using Tabletop.TestKit.Samples;
using static Tabletop.TestKit.Samples.SampleExercise;

namespace Tabletop.Exercises.Tests.Views;

public sealed class TeamTalk
{
    [Theory]
    [InlineData("Ask @Bo about it", "@Bo")]
    [InlineData("@bo: now", "@bo")]
    [InlineData("@SOC analyst, look", "@SOC analyst")]
    [InlineData("(@soc)", "@soc")]
    [InlineData("@Bo's turn", "@Bo")]
    public void NamesAndRolesAreMentionsHoweverTheyAreTyped(string said, string mention)
    {
        var line = Assert.Single(View(Started().Say("ada", said), "bo").Talk.Lines);
        Assert.Equal(mention, Assert.Single(line.Pieces, piece => piece.Mention).Text);
        Assert.True(line.ForYou);
        Assert.Equal(said, line.Text);
    }

    [Theory]
    [InlineData("write to ada@bo.example")]
    [InlineData("@Bob is somebody else")]
    [InlineData("@ Bo")]
    [InlineData("<b>@</b>")]
    public void WhatOnlyLooksLikeAMentionIsNone(string said) =>
        Assert.DoesNotContain(View(Started().Say("ada", said), "bo").Talk.Lines.Single().Pieces, piece => piece.Mention);

    [Fact]
    public void AMentionCountsUntilItIsReadAndOnlyForWhomItIs()
    {
        var played = Started().Say("ada", "Morning").Say("ada", "@Bo, the log please").Say("bo", "@Bo, says Bo");
        Assert.Equal((2, 1), Counts(played, "bo"));
        Assert.Equal((3, 0), Counts(played, "cleo"));

        played.Do(new Command.ReadChat("bo", played.Exercise.Version));
        Assert.Equal((0, 0), Counts(played, "bo"));
        Assert.Equal((3, 0), Counts(played, "cleo"));
    }

    [Fact]
    public void WhoJoinsLaterFindsTheMentionAndWhoHasLeftKeepsTheName()
    {
        var played = Started().Say("ada", "@Zoe takes this over, and @Bo hands it on").Do(new Command.Leave("bo"));
        Assert.DoesNotContain(View(played, "ada").Talk.Lines.Single().Pieces, piece => piece.Text == "@Zoe");

        played.Do(new Command.Join("zoe", "Zoe Lang", Blue, "soc"));
        Assert.Equal((1, 1), Counts(played, "zoe"));
        Assert.Contains("Zoe Lang", View(played, "ada").Talk.Names);

        played.Say("zoe", "Here").Do(new Command.Leave("zoe"));
        Assert.Equal("Zoe Lang", View(played, "ada").Talk.Lines[^1].By);
    }

    [Fact]
    public void OtherTeamsAndGuestsWhoOnlyWatchReadNothingOfIt()
    {
        var played = Started().Say("ada", "Blue's secret").Do(new Command.WriteNote("ada", "n1", "Blue's note", 0));
        Assert.Empty(View(played, "dan").Talk.Lines);
        Assert.Empty(View(played, "dan").Talk.Notes);

        Assert.Empty(Watched(new Viewer.Observer(null), played).Talk.Lines);
        Assert.Empty(Watched(new Viewer.Observer(Blue), played).Talk.Notes);
        Assert.DoesNotContain(Watched(new Viewer.Observer(Blue), played).Timeline, entry => entry.Kind is TimelineKind.Said or TimelineKind.Noted);
        Assert.Single(Watched(new Viewer.Evaluator("p", Blue), played).Talk.Lines);
        Assert.Single(Watched(new Viewer.Facilitator(), played).Talk.Notes);
    }

    [Fact]
    public void TheTimelineTellsABeginningFromAChange()
    {
        var played = Started().Do(new Command.WriteNote("ada", "n1", "Call", 0));
        played.Do(new Command.WriteNote("bo", "n1", "Call at nine", played.Exercise.Version));
        played.Do(new Command.RemoveNote("ada", "n1", played.Exercise.Version));
        Assert.Equal(
            [(TimelineKind.Noted, "Ada", "Call"), (TimelineKind.NoteChanged, "Bo", "Call at nine"), (TimelineKind.NoteChanged, "Ada", "Taken out: Call at nine")],
            View(played, "cleo").Timeline.Where(entry => entry.Key == "n1").Select(entry => (entry.Kind, entry.By.ToString(), entry.Title.ToString())));
    }

    static (int Unread, int Mentions) Counts(SampleExercise played, string person) =>
        View(played, person).Talk is var talk ? (talk.Unread, talk.Mentions) : default;

    static TeamView View(SampleExercise played, string person)
    {
        var you = played.Exercise.People[person];
        var viewer = new Viewer.Participant(you.Id, you.Team, you.Role);
        return TeamProjection.Of(played.Exercise, person, new HashSet<string>(), played.Log.Where(e => Visibility.For(viewer, e, played.Exercise) is not null))!;
    }

    static TeamView Watched(Viewer viewer, SampleExercise played) => WatchProjection.Of(
        viewer, played.Exercise, played.Log.Where(e => Visibility.For(viewer, e, played.Exercise) is not null), new HashSet<string>(), Blue, "ada")!.Seen!;
}
