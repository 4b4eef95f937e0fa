using CsCheck;

namespace Tabletop.Engine.Tests;

public sealed class WhatIfTests
{
    static readonly PlaythroughRun History = PlaythroughRun.Of(Flagship.Shipped, Flagship.Shipped.History!);

    [Fact]
    public void WithoutAChangeEverythingIsAsItWas() =>
        Gen.Long[0, 1_000_000].Sample(
            seed =>
            {
                var run = PlaythroughRun.Of(Flagship.Shipped, Bot.Random, seed);
                var again = WhatIf.Of(Flagship.Shipped, run.Log, PlaythroughRun.TeamId);
                Assert.Empty(again.Impossible);
                Assert.Equal(run.Score.Lines, again.Score.Lines.Select((line, index) => line with { Version = run.Score.Lines[index].Version }));
                Assert.Equal(run.Ending, again.Ending);
                Assert.Equal(AdversaryOf(run.Log), AdversaryOf(again.Log));
            },
            iter: 20);

    [Fact]
    public void OfTwoTeamsEachIsPlayedAgainByItself()
    {
        var room = new Room(Flagship.Shipped, "standard", "blue", "red");
        room.Accept(new Command.Join("ana", "Ana", "blue", "incident-commander"));
        room.Accept(new Command.Join("bo", "Bo", "red", "incident-commander"));
        room.Accept(new Command.Start());
        room.Wait(TimeSpan.FromMinutes(3));
        room.Decide("revoke", "moveworks-token");
        room.Wait(TimeSpan.FromMinutes(4));
        room.Decide("revoke", "smartsheet-account", "bo");
        room.Wait(TimeSpan.FromMinutes(20));
        room.Accept(new Command.End());
        foreach (var team in new[] { "blue", "red" })
        {
            var (was, again) = (Scoring.Of(room.Scenario, room.Log, team), WhatIf.Of(room.Scenario, room.Log, team));
            Assert.Empty(again.Impossible);
            Assert.Equal((was.Points, was.Provisional), (again.Score.Points, again.Score.Provisional));
        }
    }

    [Theory]
    [InlineData("moveworks-token", false)]
    [InlineData("smartsheet-account", true)]
    [InlineData("bitbucket-account", true)]
    [InlineData("aws-apps-account", true)]
    public void OfTheFourOnlyTheGatewaysTokenKeepsTheAttackerOutOfAtlassian(string credential, bool entered)
    {
        var after = WhatIf.Of(Flagship.Shipped, History.Log, PlaythroughRun.TeamId, Added("revoke", credential, "2023-10-20T09:00:00Z"));
        Assert.Equal(entered, EverHad(after, "atlassian-session"));
    }

    [Fact]
    public void SeveralChangesAddUp()
    {
        var all = WhatIf.Of(Flagship.Shipped, History.Log, PlaythroughRun.TeamId,
            [.. new[] { "moveworks-token", "smartsheet-account", "bitbucket-account", "aws-apps-account" }.Select(id => Added("revoke", id, "2023-10-20T09:00:00Z"))]);
        Assert.True(all.Score.Points > History.Score.Points);
        Assert.False(EverHad(all, "aws-session"));
        Assert.False(EverHad(all, "atlassian-session"));
    }

    [Fact]
    public void ADecisionLeftOutIsNotThereAndWhatRestedOnItIsSaid()
    {
        var hunt = History.Exercise.Teams[0].Decisions.First(item => item.Action == "sweep-account");
        var after = WhatIf.Of(Flagship.Shipped, History.Log, PlaythroughRun.TeamId, new Change.Remove(hunt.Id));
        Assert.DoesNotContain(after.Exercise.Teams[0].Decisions, item => item.Action == hunt.Action && item.Target == hunt.Target);
        Assert.Contains(after.Impossible, item => item.Action == "disable-user");
    }

    [Fact]
    public void ADecisionIsMoved()
    {
        var declared = History.Exercise.Teams[0].Decisions.Single(item => item.Action == "declare-incident");
        var to = declared.Made.AddHours(-1);
        var after = WhatIf.Of(Flagship.Shipped, History.Log, PlaythroughRun.TeamId, new Change.Move(declared.Id, to));
        Assert.Equal(to, after.Exercise.Teams[0].Decisions.Single(item => item.Action == "declare-incident").Made);
        Assert.Throws<ArgumentException>(() => WhatIf.Of(Flagship.Shipped, History.Log, PlaythroughRun.TeamId, new Change.Remove("none")));
    }

    [Fact]
    public void AQuestionIsAnsweredOtherwiseOrByNobody()
    {
        var was = History.Exercise.Teams[0].Answers["rotation-report"];
        Assert.Equal("close", was.Reply.Text);
        var after = WhatIf.Of(Flagship.Shipped, History.Log, PlaythroughRun.TeamId, new Change.Answer("rotation-report", "keep-open", was.Given.AddHours(1)));
        Assert.Equal(("keep-open", was.Given.AddHours(1)), (after.Exercise.Teams[0].Answers["rotation-report"].Reply.Text, after.Exercise.Teams[0].Answers["rotation-report"].Given));

        // By then nobody has answered, and the press desk writes what it said it would.
        var late = WhatIf.Of(Flagship.Shipped, History.Log, PlaythroughRun.TeamId, new Change.Answer("containment-statement", null, was.Given));
        Assert.Equal(Answer.TheClock, late.Exercise.Teams[0].Answers["containment-statement"].Person);
    }

    [Fact]
    public void AnAnswerBeforeItsQuestionIsSaidToBeImpossible()
    {
        var early = WhatIf.Of(Flagship.Shipped, History.Log, PlaythroughRun.TeamId, new Change.Answer("rotation-report", "keep-open", Flagship.Shipped.Start));
        Assert.Equal(("rotation-report", null), (early.Impossible[0].Inject, early.Impossible[0].Action));
        Assert.Throws<ArgumentException>(() => WhatIf.Of(Flagship.Shipped, History.Log, PlaythroughRun.TeamId, new Change.Answer("peer-report", "yes", Flagship.Shipped.Start)));
    }

    [Fact]
    public void AnAnswerCanBeTheChangeThatWouldHaveHelpedMost()
    {
        var ideal = Flagship.Shipped.Playthroughs.Single(item => item.Id == "ideal");
        var spoilt = ideal with { Steps = [.. ideal.Steps.Select(step => step.Inject == "key-waiver" ? step with { Reply = "grant" } : step)] };
        var run = PlaythroughRun.Of(Flagship.Shipped, spoilt);
        var best = BestChange.Of(Flagship.Shipped, run.Log, PlaythroughRun.TeamId);
        Assert.Equal("key-waiver", Assert.IsType<Change.Answer>(best.Change).Inject);
        Assert.True(best.Gain > 0);
    }

    [Fact]
    public void TheChangeThatWouldHaveHelpedMostIsFoundAndHelpsAsMuchAsIsSaid()
    {
        var room = Room.Started().Until(SmallWorld.At(11));
        room.Decide("rotate", "key-a");
        room.Until(SmallWorld.At(16));
        room.Accept(new Command.End());
        var before = Scoring.Of(room.Scenario, room.Log, "blue").Provisional;
        var best = BestChange.Of(room.Scenario, room.Log, "blue");
        Assert.NotNull(best.Change);
        Assert.Equal(before + best.Gain, WhatIf.Of(room.Scenario, room.Log, "blue", best.Change).Score.Provisional);
        Assert.InRange(best.Tried, 5, 200);
    }

    /// <summary>Most changes are only tried at the first moments at which they were possible; what is named holds against those that an afterthought would name.</summary>
    [Fact]
    public void NoChangeThatPeopleWouldThinkOfHelpsMoreThanTheOneThatIsNamed()
    {
        var best = BestChange.Of(Flagship.Shipped, History.Log, PlaythroughRun.TeamId);
        Assert.Equal(History.Score.Provisional + best.Gain, WhatIf.Of(Flagship.Shipped, History.Log, PlaythroughRun.TeamId, best.Change!).Score.Provisional);
        Change[] others =
        [
            .. new[] { "moveworks-token", "smartsheet-account", "bitbucket-account", "aws-apps-account" }.Select(id => Added("revoke", id, "2023-10-20T09:00:00Z")),
            Added("rotate", "moveworks-token", "2023-11-03T18:00:01Z"), Added("review-service-identities", "", "2023-11-14T10:30:00Z") with { Target = null },
            Added("isolate-host", "atlassian-host", "2023-11-23T16:35:00Z"), Added("end-the-rest", "", "2023-11-23T16:00:01Z") with { Target = null },
            .. History.Exercise.Teams[0].Decisions.Select(item => new Change.Remove(item.Id)),
        ];
        Assert.All(others, other => Assert.True(WhatIf.Of(Flagship.Shipped, History.Log, PlaythroughRun.TeamId, other).Score.Provisional <= History.Score.Provisional + best.Gain, $"{other}"));
        Assert.InRange(best.Tried, 300, 2000);

        var added = Assert.IsType<Change.Add>(best.Change);
        Assert.Equal(History.Score.Provisional + best.Gain, WhatIf.Of(Flagship.Shipped, History.Log, PlaythroughRun.TeamId, added with { At = best.Until!.Value }).Score.Provisional);
    }

    static bool EverHad(WhatIf run, string foothold) => run.Exercise.Teams[0].World.Footholds.ContainsKey(foothold);

    static Change.Add Added(string action, string target, string at) =>
        new(action, target, DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture));

    static IEnumerable<(DateTimeOffset, string, string?)> AdversaryOf(IEnumerable<Event> log) => log.Select(e => e switch
    {
        Event.AdversaryMoved moved => (e.Time, moved.Step, moved.To),
        Event.AdversaryRefused refused => (e.Time, refused.Step, refused.To),
        _ => default,
    }).Where(item => item != default);
}
