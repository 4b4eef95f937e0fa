using Bunit;
using Tabletop.Engine;
using Tabletop.Exercises;
using Tabletop.TestKit.Samples;
using Tabletop.Web.Play;
using static Tabletop.TestKit.Samples.SampleScenario;

namespace Tabletop.Web.Tests.Play;

public sealed class ComingBack
{
    [Fact]
    public async Task WhatCameMeanwhileIsListedInOrderWithTheWayToIt()
    {
        using var table = new Table(SampleExercise.Started()).At();
        var seen = SampleExercise.Started().Exercise.Version;
        table.Happens(played => played.Decide("cleo", "check", Token).Until(At(10, 18, 14)));
        Assert.Empty(table.Page.FindAll(".away"));

        var away = table.Page.FindComponent<Away>();
        await away.Instance.Back($"{seen}");

        Assert.Equal("3 things came while you were away", table.Page.Find(".away h2").TextContent);
        Assert.Equal(
            ["Cléo decided Check whether it works: Helpdesk chatbot token", "Done: Check whether it works: Helpdesk chatbot token", "Inventory of what leaked"],
            table.Page.FindAll(".away li .grow").Select(line => line.TextContent.Trim()));
        Assert.EndsWith("item=inventory", table.Page.FindAll(".away a")[^1].GetAttribute("href"), StringComparison.Ordinal);

        table.Page.Find(".away button").Click();
        Assert.Empty(table.Page.FindAll(".away"));
    }

    [Fact]
    public async Task WhoMissedNothingIsToldNothing()
    {
        using var table = new Table(SampleExercise.Started()).At();
        var seen = SampleExercise.Started().Exercise.Version;
        table.Happens(played => played.Decide("ada", "check", Token).Do(new Command.ReadInject("bo", "notice")));
        await table.Page.FindComponent<Away>().Instance.Back($"{seen}");
        await table.Page.FindComponent<Away>().Instance.Back(null);
        await table.Page.FindComponent<Away>().Instance.Back("nonsense");
        Assert.Empty(table.Page.FindAll(".away"));
    }

    [Fact]
    public void AnAnswerThatWasHalfWrittenIsTakenUpAsFarAsTheQuestionStillHasIt()
    {
        QuestionContent plan = new(QuestionKind.Plan, "?", [new("cut", "Cut"), new("keep", "Keep")], [new("c1", "Token"), new("c2", "Key")], 1, null, null);
        Assert.Equal("keep:c2,cut:c1", After(plan, "keep:c2,cut:c1,cut:gone,burn:c1,nonsense"));

        QuestionContent ranking = new(QuestionKind.Ranking, "?", [new("a", "A"), new("b", "B")], [], 1, null, null);
        Assert.Equal("b,a", After(ranking, "b,a"));
        Assert.Equal("a,b", After(ranking, "b"));
        Assert.Equal("12,5", After(new(QuestionKind.Number, "?", [], [], 1, null, new("", 0, 50, 1)), "12,5").Replace('.', ','));
    }

    static string After(QuestionContent asks, string kept)
    {
        var draft = new ReplyDraft();
        draft.Begin(asks);
        draft.Read(asks, kept);
        return draft.Write(asks);
    }
}
