using System.Collections.Immutable;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Tabletop.Engine;
using Tabletop.Exercises.Views;
using Tabletop.Web.Review;
using Tabletop.Web.Tests.Language;

namespace Tabletop.Web.Tests.Review;

public sealed class WhatIfs
{
    static readonly (Exercise Exercise, IReadOnlyList<Event> Log) Played = PlayedFlagship.Play(("Blue", "history"), ("Red", "passive"));
    static readonly DebriefView View = DebriefProjection.Of(Played.Exercise, Played.Log);
    static readonly DateTimeOffset October = new(2023, 10, 20, 9, 0, 0, TimeSpan.Zero);
    static readonly Change Revoke = new Change.Add("revoke", "moveworks-token", October);

    [Fact]
    public void ALinkSaysWhatIsOtherwise()
    {
        ImmutableArray<Change> changes = [Revoke, new Change.Add("declare-incident", null, October), new Change.Remove("p.1"), new Change.Move("p.2", October), new Change.Answer("plan", "end:a,watch:b", October), new Change.Answer("call", null, October)];
        Assert.Equal(changes, ChangeText.Read(ChangeText.Write(changes)));
        var address = new DebriefAddress("ex1", "t0").WhatIf("history", ChangeText.Write([Revoke]));
        Assert.Equal("debrief/ex1?team=t0&of=history&what=add~revoke~moveworks-token~2023-10-20T09%3A00%3A00Z", address.Href);
    }

    [Fact]
    public void AnAnswerIsADecisionAndCanBeOtherwise()
    {
        var subject = WhatIfSubject.Of(Played.Exercise, Played.Log, "t0")!;
        var asked = subject.Choices().Questions.Single(question => question.Inject == "rotation-report");
        Assert.Equal("close", asked.Reply);
        Assert.Equal(["keep-open"], asked.Others.Select(other => other.Reply));

        var answer = subject.Ask([new Change.Answer(asked.Inject, "keep-open", asked.Answered)], View.Axis);
        Assert.Contains("Keep it open", answer.Value!.Changes[0].ToString(), StringComparison.Ordinal);
        Assert.StartsWith("“SEC-2207", subject.Ask([new Change.Answer(asked.Inject, null, asked.Answered)], View.Axis).Value!.Changes[0].ToString(), StringComparison.Ordinal);
        Assert.Contains("no option", subject.Ask([new Change.Answer(asked.Inject, "burn", asked.Answered)], View.Axis).Refusal!.Message, StringComparison.Ordinal);
        Assert.Contains("not asked here", subject.Ask([new Change.Answer("peer-report", null, asked.Answered)], View.Axis).Refusal!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("remove")]
    [InlineData("answer~call~yes")]
    [InlineData("add~revoke~c1")]
    [InlineData("add~revoke~c1~yesterday")]
    [InlineData("explode~everything~2023-10-20T09:00:00Z")]
    [InlineData("remove~a,remove~a,remove~a,remove~a,remove~a,remove~a,remove~a,remove~a,remove~a")]
    public void ALinkThatWasCutOffIsNone(string text) => Assert.Null(ChangeText.Read(text));

    [Theory]
    [InlineData("t0")]
    [InlineData(Story.OfHistory)]
    public void ATeamThatPlayedLikeHistoryIsToldTheSameAsHistory(string subject)
    {
        var answer = WhatIfSubject.Of(Played.Exercise, Played.Log, subject)!.Ask([Revoke], View.Axis);
        Assert.True(answer.Ok, answer.Refusal?.Message);
        Assert.True(answer.Value.Total.Gain > 15);
        Assert.NotEqual(answer.Value.EndingBefore, answer.Value.Ending);
        Assert.Equal(answer.Value.Total.Gain, answer.Value.Dimensions.Sum(item => item.Points.Gain));
        Assert.Equal(answer.Value.Total.Gain, answer.Value.Rules.Sum(rule => rule.Points.Gain));
        Assert.Contains(answer.Value.Impossible, line => line.ToString().StartsWith("Remove the implant", StringComparison.Ordinal));
        Assert.Contains(answer.Value.Story.Decisions.Marks, mark => mark.Title.ToString() == "Revoke at once: Moveworks service token");
    }

    [Fact]
    public void WhatMakesNoSenseIsRefusedWithAWayOut()
    {
        var subject = WhatIfSubject.Of(Played.Exercise, Played.Log, "t0")!;
        Assert.Contains("Choose one of the list", subject.Ask([new Change.Remove("nothing")], View.Axis).Refusal!.Message, StringComparison.Ordinal);
        Assert.Contains("no action “explode”", subject.Ask([new Change.Add("explode", null, October)], View.Axis).Refusal!.Message, StringComparison.Ordinal);
        Assert.Contains("Choose a time between", subject.Ask([new Change.Add("revoke", "moveworks-token", October.AddYears(1))], View.Axis).Refusal!.Message, StringComparison.Ordinal);
        Assert.Null(WhatIfSubject.Of(Played.Exercise, Played.Log, "nobody"));
    }

    [Fact]
    public void TheSimulationStandsBesideWhatWasInOnePicture()
    {
        var subject = WhatIfSubject.Of(Played.Exercise, Played.Log, "t0")!;
        var plan = DebriefPlan.Of(View, new DebriefAddress("ex1", "t0"), "", subject.Ask([Revoke], View.Axis).Value)!;
        Assert.Equal(["t0", Story.OfWhatIf, Story.OfHistory, "t1"], plan.InFull.Select(story => story.Id));
    }

    [Fact]
    public async Task TheBestChangeIsLookedForOnceHoweverManyOpenTheDebrief()
    {
        using var found = new BestChanges(Microsoft.Extensions.Logging.Abstractions.NullLogger<BestChanges>.Instance);
        var searched = 0;
        BestChange Search() => new(Revoke, ++searched, 600);
        var all = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => found.Of("ex1", "t0", Search)));
        Assert.All(all, best => Assert.Equal(1, best!.Gain));
        Assert.Equal(2, (await found.Of("ex1", "t1", Search))!.Gain);
        Assert.Null(await found.Of("ex1", "t2", () => throw new InvalidOperationException("The attacker goes in a circle.")));
    }

    [Fact]
    public void ASearchThatFailedIsSaidAndTakesNothingElseAway()
    {
        using var page = new BunitContext();
        page.AddTexts();
        var subject = WhatIfSubject.Of(Played.Exercise, Played.Log, "t0")!;
        var section = page.Render<WhatIfSection>(it => it
            .Add(p => p.Address, new DebriefAddress("ex1", "t0"))
            .Add(p => p.Of, "t0")
            .Add(p => p.Subjects, [("t0", "Blue")])
            .Add(p => p.Choices, subject.Choices())
            .Add(p => p.Words, subject.Words)
            .Add(p => p.FindBest, () => Task.FromResult<BestChange?>(null)));
        section.WaitForAssertion(() => Assert.Contains("could not be found", section.Find(".best-change").TextContent, StringComparison.Ordinal));
        Assert.NotEmpty(section.FindAll("#wi-decision option"));
    }

    [Fact]
    public void AQuestionIsAskedInWordsAndBecomesALink()
    {
        using var page = new BunitContext();
        page.AddTexts();
        DebriefAddress? gone = null;
        var best = new TaskCompletionSource<BestChange?>();
        var subject = WhatIfSubject.Of(Played.Exercise, Played.Log, "t0")!;
        var section = page.Render<WhatIfSection>(it => it
            .Add(p => p.Address, new DebriefAddress("ex1", "t0"))
            .Add(p => p.Of, "t0")
            .Add(p => p.Subjects, [("t0", "Blue"), ("t1", "Red")])
            .Add(p => p.Choices, subject.Choices())
            .Add(p => p.Words, subject.Words)
            .Add(p => p.FindBest, () => best.Task)
            .Add(p => p.Go, address => gone = address));
        Assert.True(section.Find(".what-if-ask .primary").HasAttribute("disabled"));
        Assert.Contains("Looking for the one change", section.Find(".best-change").TextContent, StringComparison.Ordinal);
        best.SetResult(new(Revoke, 22.5m, 600));
        section.WaitForAssertion(() => Assert.Contains("would have helped Blue most: with “Revoke at once: Moveworks service token”", section.Find(".best-change").TextContent, StringComparison.Ordinal));
        Assert.EndsWith(Uri.EscapeDataString(ChangeText.Write([Revoke])), section.Find(".best-change a").GetAttribute("href"), StringComparison.Ordinal);

        section.FindAll("input[name=wi-kind]")[2].Change("on");
        section.Find("#wi-question").Change("rotation-report");
        Assert.Contains("Close it", section.Find("#wi-said").TextContent, StringComparison.Ordinal);
        section.Find("#wi-reply").Change("keep-open");
        section.Find(".what-if-ask .primary").Click();
        Assert.StartsWith("answer~rotation-report~keep-open~2023-10-30T15:00", gone!.What, StringComparison.Ordinal);

        section.FindAll("input[name=wi-kind]")[0].Change("on");
        section.Find("#wi-decision").Change("?rotation-report");
        section.Find(".what-if-ask .primary").Click();
        Assert.StartsWith("answer~rotation-report~~2023-10-30T15:00", gone!.What, StringComparison.Ordinal);

        section.FindAll("input[name=wi-kind]")[3].Change("on");
        section.Find("#wi-action").Change("revoke");
        section.Find("#wi-target").Change("moveworks-token");
        section.Find("#wi-time").Change("2023-10-20T09:00");
        section.Find(".what-if-ask .primary").Click();

        Assert.Equal(("t0", ChangeText.Write([Revoke])), (gone!.Of, gone.What));
    }
}
