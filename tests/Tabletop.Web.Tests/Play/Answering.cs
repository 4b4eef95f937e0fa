using System.Collections.Immutable;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Tabletop.Engine;
using Tabletop.Exercises;
using Tabletop.Exercises.Views;
using Tabletop.Web.Play;
using Tabletop.Web.Tests.Language;

namespace Tabletop.Web.Tests.Play;

/// <summary>The form of each kind of question, filled in with nothing but clicks and keys.</summary>
public sealed class Answering : BunitContext
{
    static readonly ImmutableArray<QuestionItem> Options = [new("a", "Call them"), new("b", "Wait"), new("c", "Pay")];
    static readonly ImmutableArray<QuestionItem> Credentials = [new("c1", "Token"), new("c2", "Key")];

    readonly List<Command.AnswerInject> _asked = [];

    public Answering()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        this.AddTexts();
        Services.AddSingleton<TimeProvider>(new FakeTimeProvider(Now));
    }

    static DateTimeOffset Now => new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void SomeAreTickedWithinTheirBounds()
    {
        var form = Form(new(QuestionKind.Multiple, "Which?", Options, [], 2, 2, null));
        Assert.Contains("Choose 2 options.", form.Markup, StringComparison.Ordinal);
        form.FindAll("input[type=checkbox]")[2].Change(true);
        Assert.True(Button(form).HasAttribute("disabled"));
        form.FindAll("input[type=checkbox]")[0].Change(true);
        Assert.Equal("c,a", Sent(form));
    }

    [Fact]
    public void AnOrderIsMadeWithButtons()
    {
        var form = Form(new(QuestionKind.Ranking, "In which order?", Options, [], 1, null, null));
        Assert.True(form.FindAll(".ordered button")[0].HasAttribute("disabled"));
        form.FindAll(".ordered button").Last(button => !button.HasAttribute("disabled")).Click();
        Assert.Equal("a,c,b", Sent(form));
    }

    [Fact]
    public void ANumberIsTypedWithItsUnitAndBounds()
    {
        var form = Form(new(QuestionKind.Number, "How many?", [], [], 1, null, new("accounts", 0, 50, 0.5m)));
        var field = form.Find("input[type=number]");
        Assert.Equal(("0", "50", "0.5"), (field.GetAttribute("min"), field.GetAttribute("max"), field.GetAttribute("step")));
        Assert.True(field.HasAttribute("required"));
        Assert.False(Button(form).HasAttribute("disabled"));
        field.Input("12.5");
        Assert.Equal("12.5", Sent(form));
    }

    [Fact]
    public void WordsAreSentAsTheyAre()
    {
        var form = Form(new(QuestionKind.Text, "What do you write?", [], [], 1, null, null));
        form.Find("textarea[data-draft^=text]").Input(" We are looking into it. ");
        Assert.Equal("We are looking into it.", Sent(form));
    }

    [Fact]
    public void APlanSaysWhatAndInWhichOrder()
    {
        var form = Form(new(QuestionKind.Plan, "What first?", [new("cut", "Cut"), new("keep", "Keep")], Credentials, 1, null, null));
        form.FindAll("select")[0].Change("cut");
        form.FindAll("select")[1].Change("keep");
        form.FindAll(".ordered button").Last(button => !button.HasAttribute("disabled")).Click();
        Assert.Equal("keep:c2,cut:c1", Sent(form));
        form.FindAll("select")[1].Change("");
        Assert.Equal("cut:c1", Sent(form));
    }

    [Fact]
    public void WhatWasAnsweredStandsInItsOrder()
    {
        var form = Render<QuestionForm>(it => it
            .Add(p => p.Inject, "plan")
            .Add(p => p.Question, new(new(QuestionKind.Ranking, "?", Options, [], 1, null, null), new("Ada", "c,a,b", ["Pay", "Call them", "Wait"], "", 70, default, ""))));
        Assert.Equal(["Pay", "Call them", "Wait"], form.FindAll("ol.answered li").Select(item => item.TextContent));
        Assert.Empty(form.FindAll("form"));
    }

    [Fact]
    public void TheDeadlineAndWhatFollowsAreSaidInAdvance()
    {
        var form = Until(passed: false, null);
        Assert.Contains("Answer by", form.Find(".note").TextContent, StringComparison.Ordinal);
        Assert.Contains("If nobody answers, we wait.", form.Find(".note").TextContent, StringComparison.Ordinal);
        Assert.Single(form.FindAll("form"));
    }

    [Fact]
    public void TheTimeThatIsLeftIsCountedDownByTheClockOfTheRoom()
    {
        var form = Render<QuestionForm>(it => it
            .Add(p => p.Inject, "plan")
            .Add(p => p.Question, new(new(QuestionKind.Single, "?", Options, [], 1, null, null), null) { Deadline = new(Now.AddHours(2), "We wait.", false) })
            .Add(p => p.Clock, new ClockView
            {
                Lifecycle = Lifecycle.Running,
                Permille = 1000,
                AnchorAt = Now,
                ElapsedBefore = TimeSpan.Zero,
                Endings = [TimeSpan.FromDays(1) / 60],
                Stretches = [new(Now, Now, Now.AddDays(1), 60)],
            })
            .AddCascadingValue<Sender>(_ => Task.FromResult<Phrase?>(null)));
        Assert.Equal("120000", form.Find("[data-countdown]").GetAttribute("data-countdown"));
    }

    [Fact]
    public void AfterTheDeadlineNothingCanBeAnsweredAndThePageSaysWhy()
    {
        var form = Until(passed: true, null);
        Assert.Empty(form.FindAll("form"));
        Assert.Contains("The time to answer ended", form.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatCountsByDefaultIsNotSaidToBeAPersonsAnswer()
    {
        var form = Until(passed: true, new("the clock", "c", ["Wait"], "", 0, default, ""));
        Assert.Contains("counts as your team", form.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("Answered by", form.Markup, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(AnswerCounts.First, true, "Answer for the team")]
    [InlineData(AnswerCounts.Owner, true, "Answer for the team")]
    [InlineData(AnswerCounts.Owner, false, "Propose")]
    [InlineData(AnswerCounts.Vote, false, "Vote")]
    public void TheButtonSaysWhatAReplyIs(AnswerCounts counts, bool decides, string button) =>
        Assert.Equal(button, Button(Replied(counts, decides)).TextContent);

    [Fact]
    public void WhoIsForWhatIsSaidWithTheReason()
    {
        var form = Replied(AnswerCounts.Vote, false, new ProposalView("b", ["Wait"], [new("Bo", "Too early", 70, default, ""), new("Cy", "", 50, default, "Pay today")], true));
        Assert.Equal("Change my vote", Button(form).TextContent);
        Assert.Contains("Votes: 2 of 3", form.Markup, StringComparison.Ordinal);
        Assert.Contains("Bo, 70 % sure: “Too early”", form.Find(".proposals").TextContent, StringComparison.Ordinal);
        Assert.Equal("Considered: Pay today", Assert.Single(form.FindAll(".considered")).TextContent);
    }

    IRenderedComponent<QuestionForm> Replied(AnswerCounts counts, bool decides, params ImmutableArray<ProposalView> proposals) => Render<QuestionForm>(it => it
        .Add(p => p.Inject, "plan")
        .Add(p => p.Question, new(new(QuestionKind.Single, "?", Options, [], 1, null, null) { Counts = counts, Owner = "Lead" }, null)
        {
            Decides = decides,
            Proposals = proposals,
            Voters = counts == AnswerCounts.Vote ? 3 : 0,
        })
        .AddCascadingValue<Sender>(_ => Task.FromResult<Phrase?>(null)));

    IRenderedComponent<QuestionForm> Until(bool passed, AnswerView? answer) => Render<QuestionForm>(it => it
        .Add(p => p.Inject, "plan")
        .Add(p => p.Question, new(new(QuestionKind.Single, "?", Options, [], 1, null, null), answer) { Deadline = new(default, "If nobody answers, we wait.", passed) })
        .AddCascadingValue<Sender>(_ => Task.FromResult<Phrase?>(null)));

    IRenderedComponent<QuestionForm> Form(QuestionContent asks) => Render<QuestionForm>(it => it
        .Add(p => p.Inject, "plan")
        .Add(p => p.Question, new QuestionView(asks, null))
        .AddCascadingValue<Sender>(command =>
        {
            _asked.Add((Command.AnswerInject)command);
            return Task.FromResult<Phrase?>(null);
        }));

    static AngleSharp.Dom.IElement Button(IRenderedComponent<QuestionForm> form) => form.Find("button[type=submit]");

    string Sent(IRenderedComponent<QuestionForm> form)
    {
        Assert.False(Button(form).HasAttribute("disabled"));
        form.Find("form").Submit();
        return _asked[^1].Reply;
    }
}
