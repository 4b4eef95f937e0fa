namespace Tabletop.Engine.Tests;

/// <summary>How each kind of question is answered, what counts as no answer, and what follows.</summary>
public sealed class ReplyTests
{
    static readonly Catalog<OptionSpec> Options = new([
        new("a", "A", "", [new Effect.SetFlag("a", true)]),
        new("b", "B", "", [new Effect.SetFlag("b", true)]),
        new("c", "C", "", [new Effect.SetFlag("c", true)]),
    ]);

    [Theory]
    [InlineData(QuestionKind.Single, "b", "b", "b")]
    [InlineData(QuestionKind.Multiple, "c, a", "a,c", "a c")]
    [InlineData(QuestionKind.Ranking, "c,a,b", "c,a,b", "c")]
    public void OptionsHaveTheEffectsOfTheirKind(QuestionKind kind, string said, string kept, string flags)
    {
        var room = Asked(new("?", Options) { Kind = kind });
        room.Accept(new Command.AnswerInject("ana", "plan", said, "", 50));
        Assert.Equal(kept, room.Blue.Answers["plan"].Reply.Text);
        Assert.Equal(flags.Split(' '), room.Blue.World.Flags.Keys);
    }

    [Theory]
    [InlineData(QuestionKind.Single, "a,b")]
    [InlineData(QuestionKind.Multiple, "a,d")]
    [InlineData(QuestionKind.Multiple, "")]
    [InlineData(QuestionKind.Ranking, "a,b")]
    [InlineData(QuestionKind.Ranking, "a,b,b")]
    [InlineData(QuestionKind.Text, "  ")]
    public void WhatIsNoAnswerIsRefused(QuestionKind kind, string said)
    {
        var room = Asked(new("?", Options) { Kind = kind });
        Assert.NotNull(room.Try(new Command.AnswerInject("ana", "plan", said, "", 50)).Rejection);
        Assert.Empty(room.Blue.Answers);
    }

    [Theory]
    [InlineData("0", "few")]
    [InlineData("9.5", "few")]
    [InlineData("10", "many")]
    [InlineData("9.75", null)]
    [InlineData("101", null)]
    [InlineData("a lot", null)]
    public void ANumberLiesInOneRange(string said, string? range)
    {
        var room = Asked(new("?", Catalog<OptionSpec>.Empty)
        {
            Kind = QuestionKind.Number,
            Number = new("accounts", 0, 100, 1, new([
                new("few", 0, 9.9m, "", [new Effect.SetFlag("few", true)]),
                new("many", 10, 100, "", [new Effect.SetFlag("many", true)]),
            ])),
        });
        var rejection = room.Try(new Command.AnswerInject("ana", "plan", said, "", 50)).Rejection;
        if (range is null)
        {
            Assert.Equal(RejectionCode.BadValue, rejection!.Code);
            return;
        }

        room.Accept(new Command.AnswerInject("ana", "plan", said, "", 50));
        Assert.Equal([range], room.Blue.World.Flags.Keys);
        Assert.True(room.Holds(new Condition.NumberIs("plan", 0, 50)));
        Assert.False(room.Holds(new Condition.NumberIs("plan", 50, null)));
    }

    [Fact]
    public void APlanTreatsEachOfItsCredentials()
    {
        var room = Asked(Plan);
        room.Refused(new Command.AnswerInject("ana", "plan", "cut:key-a", "", 50), RejectionCode.BadValue);
        room.Refused(new Command.AnswerInject("ana", "plan", "cut:key-a,keep:key-a", "", 50), RejectionCode.BadValue);
        room.Refused(new Command.AnswerInject("ana", "plan", "burn:key-a,keep:key-b", "", 50), RejectionCode.UnknownOption);
        room.Refused(new Command.AnswerInject("ana", "plan", "cut:key-a,keep:key-dead", "", 50), RejectionCode.UnknownOption);
        room.Accept(new Command.AnswerInject("ana", "plan", "cut:key-b,keep:key-a", "", 50));
        Assert.Equal(["key-b"], room.Blue.World.Ended.Keys);
        Assert.True(room.Holds(new Condition.Planned("plan", "key-b", "cut", 1, null)));
        Assert.True(room.Holds(new Condition.Planned("plan", "key-b", null, null, "key-a")));
        Assert.False(room.Holds(new Condition.Planned("plan", "key-a", null, 1, null)));
        Assert.False(room.Holds(new Condition.Planned("plan", "key-a", "cut", null, null)));
    }

    [Fact]
    public void ConditionsReadAnOrder()
    {
        var room = Asked(new("?", Options) { Kind = QuestionKind.Ranking });
        Assert.False(room.Holds(new Condition.Ranked("plan", "b", null, null)));
        room.Accept(new Command.AnswerInject("ana", "plan", "b,c,a", "", 50));
        Assert.True(room.Holds(new Condition.Ranked("plan", "c", 2, "a")));
        Assert.False(room.Holds(new Condition.Ranked("plan", "c", 1, null)));
        Assert.False(room.Holds(new Condition.Ranked("plan", "a", null, "b")));
    }

    [Fact]
    public void TheSameLogHasTheSameState()
    {
        var room = Asked(Plan);
        room.Accept(new Command.AnswerInject("ana", "plan", "keep:key-a, cut:key-b", "", 50));
        Assert.Equal(StateHash.Of(room.Exercise), StateHash.Of(Exercise.Replay(room.Scenario, room.Log.Select(EventJson.Serialize).Select(EventJson.Deserialize))));
    }

    static Question Plan { get; } = new("?", new([
        new("cut", "Cut", "", [new Effect.EndCredential(null, null, CredentialEnd.Disabled)]),
        new("keep", "Keep", "", []),
    ]))
    {
        Kind = QuestionKind.Plan,
        Credentials = ["key-a", "key-b"],
        Least = 2,
    };

    static Room Asked(Question question) => Room.Started(SmallWorld.Scenario with
    {
        Injects = new(SmallWorld.Scenario.Injects.Select(inject => inject.Id == "plan" ? inject with { Question = question } : inject)),
    }).Until(SmallWorld.At(2.5));
}
