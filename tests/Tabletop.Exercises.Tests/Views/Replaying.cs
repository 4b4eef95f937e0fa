using Tabletop.Engine;
using Tabletop.Exercises.Views;
using Tabletop.TestKit.Samples;
using static Tabletop.TestKit.Samples.SampleExercise;
using static Tabletop.TestKit.Samples.SampleScenario;

namespace Tabletop.Exercises.Tests.Views;

public sealed class Replaying
{
    static readonly SampleExercise Played = Started()
        .Decide("cleo", "rotate", Token, "No owner, no last use")
        .Until(At(11, 23, 16, 30))
        .Decide("dan", "rotate", Token)
        .Until(Value.End);

    static readonly ReplaySubject Blue = Of(Played, SampleExercise.Blue)!;
    static readonly ReplaySubject Red = Of(Played, SampleExercise.Red)!;

    [Fact]
    public void AMomentHasWhatHadHappenedAndNothingOfWhatWasToCome()
    {
        var before = Red.At(At(11, 15, 9));
        Assert.Empty(before.World.Footholds);
        Assert.Empty(before.Decisions);
        Assert.All(before.Inbox, message => Assert.True(message.At <= At(11, 15, 9)));
        Assert.Null(before.Credentials.Single(item => item.Id == Token).End);

        var after = Red.At(Value.End);
        Assert.NotEmpty(after.World.Footholds);
        Assert.Equal("Rotate", Assert.Single(after.Decisions).Action);
        Assert.True(after.Inbox.Length > before.Inbox.Length);
        Assert.Equal(CredentialEnd.Rotated, after.Credentials.Single(item => item.Id == Token).End);
    }

    [Fact]
    public void EachTeamHasItsOwnWorldAtTheSameMoment()
    {
        Assert.Equal("Holding the secrets", Blue.At(At(11, 1, 9)).World.Attacker);
        Assert.NotEqual(Red.At(At(11, 18, 9)).World.Attacker, Blue.At(At(11, 18, 9)).World.Attacker);
        Assert.Empty(Blue.At(Value.End).World.Footholds);
    }

    [Fact]
    public void AtItsEndTheReplayHasTheDebriefsScore()
    {
        var view = DebriefProjection.Of(Played.Exercise, Played.Log);
        Assert.Equal(view.Teams.Select(team => team.Total.Scored), new[] { Blue, Red }.Select(team => team.At(team.End).Total.Scored));
        Assert.Equal(view.History!.Total.Scored, Of(Played, Story.OfHistory)!.At(Value.End).Total.Scored);
    }

    [Fact]
    public void BesideATeamsScoreStandsWhatHistoryHadAtTheSameTime()
    {
        var history = Of(Played, Story.OfHistory)!;
        Assert.Equal(history.At(At(11, 16, 9)).Total.Scored, Red.At(At(11, 16, 9)).History);
        Assert.Null(history.At(At(11, 16, 9)).History);
    }

    [Fact]
    public void TheTurningPointsSayWhatGaveTheAttackerWhatItHasAndWhichChanceWasTheLast()
    {
        var gained = Red.Turns.First(turn => turn.Kind == ReplayTurnKind.Gained);
        Assert.Matches("^The attacker has: .+", gained.Title.ToString());
        Assert.Matches("^By the attacker’s step “.+”\\.$", gained.Detail.ToString());
        var chance = Red.Turns.Single(turn => turn.Kind == ReplayTurnKind.LastChance && turn.Title.ToString() == "Last chance: Helpdesk chatbot token");
        Assert.DoesNotContain(Blue.Turns, turn => turn.Title.Equals(chance.Title) || turn.Kind == ReplayTurnKind.Gained);

        // The moment of the chance is before the step that made it the last one, to the second.
        var (then, next) = (Red.At(chance.Time).World, Red.At(chance.Time.AddSeconds(1)).World);
        Assert.NotEqual(then.AttackerSince, next.AttackerSince);
    }

    [Fact]
    public void WhatATurningPointSpeaksOfIsThereAtItsTime()
    {
        foreach (var turn in Red.Turns.Where(turn => turn.Kind == ReplayTurnKind.Gained))
            Assert.Contains(Red.At(turn.Time).World.Footholds, foothold => turn.Title.ToString().EndsWith(foothold.Title, StringComparison.Ordinal) && foothold.Standing == FootholdStanding.Live);
        Assert.Equal(Red.Turns.Select(turn => turn.Time).Order(), Red.Turns.Select(turn => turn.Time));
    }

    [Fact]
    public void WhenTheAttackerWasInsideIsWhenTheDebriefSaysSo()
    {
        var story = DebriefProjection.Of(Played.Exercise, Played.Log).Stories[1];
        Assert.Equal(story.Inside.Sum(stretch => (stretch.Until - stretch.From).TotalMinutes), Red.Inside.Sum(stretch => (stretch.Until - stretch.From).TotalMinutes));
    }

    [Fact]
    public void AnswersAndWhoReadStandAtAMessageFromTheMomentOn()
    {
        var played = Started().Until(At(10, 18, 14));
        var inject = played.Exercise.FindTeam(SampleExercise.Blue)!.Inbox[0].Inject;
        played.Do(new Command.ReadInject("ada", inject)).Until(At(10, 19, 14)).Do(new Command.End());
        var blue = Of(played, SampleExercise.Blue)!;
        Assert.True(blue.At(At(10, 18, 13)).Inbox.Single(message => message.Id == inject).Unread);
        Assert.False(blue.At(blue.End).Inbox.Single(message => message.Id == inject).Unread);
    }

    [Fact]
    public void ThereIsNoReplayOfSomebodyElseNorOfAPlayThatGoesOn()
    {
        Assert.Null(Of(Played, "green"));
        Assert.Null(Of(Started().Until(At(11, 1, 9)), SampleExercise.Blue));
    }

    [Fact]
    public void WhatWasEndedAtOnceIsEmptyAndStillHasItsOneMoment()
    {
        var ended = Of(Lobby().Do(new Command.Start()).Do(new Command.End()), SampleExercise.Blue)!;
        Assert.True(ended.IsEmpty);
        Assert.Empty(ended.Turns);
        Assert.Equal(Value.Start, ended.At(Value.End).Time);
    }

    [Fact]
    public void APositionOnTheAxisIsTheTimeThatStandsThere()
    {
        var axis = TimeAxis.Of(Value, "quick");
        foreach (var hour in Enumerable.Range(0, 37 * 24))
            Assert.True((axis.TimeAt(axis.X(Value.Start.AddHours(hour))) - Value.Start.AddHours(hour)).Duration() < TimeSpan.FromSeconds(1));
    }

    static ReplaySubject? Of(SampleExercise played, string team) => ReplaySubject.Of(played.Exercise, played.Log, team);
}
