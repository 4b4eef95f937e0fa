using Tabletop.Engine;
using Tabletop.Exercises.Views;
using static Tabletop.TestKit.Samples.SampleExercise;
using static Tabletop.TestKit.Samples.SampleScenario;

namespace Tabletop.Exercises.Tests.Views;

/// <summary>What facilitators did beside the story, as the control room and the debrief tell it.</summary>
public sealed class SteppedIn
{
    static readonly AdversaryState Far = Value.Adversary.States[3];

    [Fact]
    public void TheDebriefTellsOfIntoWhichStateTheAttackerWasSetAndGoesOnFromThere()
    {
        var played = Started().Until(At(10, 20, 12)).Do(new Command.Override(Blue, OverrideKind.Adversary, "", Far.Id, "They were too good."));
        played.Until(Value.End);

        var view = DebriefProjection.Of(played.Exercise, played.Log);
        var story = view.Stories[0];
        Assert.Contains(story.States, span => span.Title == Far.Title && span.From == At(10, 20, 12));
        Assert.All(story.States.Zip(story.States.Skip(1)), pair => Assert.Equal(pair.First.Until, pair.Second.From));
        var mark = Assert.Single(story.Steps.Marks, mark => mark.Kind == MarkKind.Set);
        Assert.Equal(($"Set by the facilitator: {Far.Title}", "They were too good."), (mark.Title.ToString(), mark.Detail.ToString()));
        Assert.DoesNotContain(view.Stories[1].Steps.Marks, other => other.Kind == MarkKind.Set);
    }

    [Fact]
    public void HintsAndChangesOfTheWorldStandInTheStoryOfTheirTeam()
    {
        var credential = Value.Credentials.First(item => item.Live);
        var played = Started().Until(At(10, 20, 12))
            .Do(new Command.GiveHint("h1", "Look at the token list.", 5, Blue))
            .Do(new Command.Override(Blue, OverrideKind.Credential, credential.Id, "revoked", "The vendor was faster."))
            .Do(new Command.End());

        var view = DebriefProjection.Of(played.Exercise, played.Log);
        Assert.Contains(view.Stories[0].Messages.Marks, mark => mark.Title.ToString() == "Look at the token list." && mark.Detail.ToString().Contains("5 points", StringComparison.Ordinal));
        Assert.Contains(view.Stories[0].Messages.Marks, mark => mark.Kind == MarkKind.Set && mark.Title.ToString() == $"Set by the facilitator: {credential.Title}, revoked");
        Assert.DoesNotContain(view.Stories[1].Messages.Marks, mark => mark.Title.ToString().Contains("token list", StringComparison.Ordinal));
    }

    [Fact]
    public void TheDebriefCountsCorrectionsInAndNamesThem()
    {
        var played = Started().Until(At(10, 20, 12)).Do(new Command.End());
        var before = DebriefProjection.Of(played.Exercise, played.Log).Teams[0];
        played.Do(new Command.CorrectScore("c1", Blue, Dimension.Rotation, 4, "Well spoken."));

        var view = DebriefProjection.Of(played.Exercise, played.Log);
        Assert.Equal(before.Total.Scored + 4, view.Teams[0].Total.Scored);
        Assert.Equal(before.Total.Judged, view.Teams[0].Total.Judged);
        Assert.Equal(before.Dimensions[0].Points.Scored + 4, view.Teams[0].Dimensions[0].Points.Scored);
        var row = Assert.Single(view.Interventions);
        Assert.Equal((Blue, InterventionKind.Correction, "Rotation", "Well spoken.", 4m), (row.TeamId, row.Kind, row.What.ToString(), row.Reason, row.Points));
    }

    [Fact]
    public void WhatIsSetShowsInTheControlRoomAtOnce()
    {
        var credential = Value.Credentials.First(item => item.Live);
        var played = Started().Do(new Command.Override(Red, OverrideKind.Credential, credential.Id, "rotated", "The vendor was faster."));
        var view = ControlProjection.Of(played.Exercise, played.Log, new Dictionary<string, ScoreGlance>(), new HashSet<string>());

        var thing = view.Settable.First(item => item.What == OverrideKind.Credential && item.Subject == credential.Id);
        Assert.Equal(("usable", "rotated"), (thing.NowIn(view.Teams[0]), thing.NowIn(view.Teams[1])));
        Assert.Equal(OverrideKind.Adversary, view.Settable[0].What);
        Assert.Equal(Value.Adversary.Initial, view.Settable[0].NowIn(view.Teams[0]));
    }
}
