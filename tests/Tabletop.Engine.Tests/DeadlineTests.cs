namespace Tabletop.Engine.Tests;

/// <summary>The question comes at 02:00 and waits for three hours.</summary>
public sealed class DeadlineTests
{
    static readonly DateTimeOffset End = SmallWorld.At(5);

    [Fact]
    public void AtTheDeadlineTheDefaultCountsAsTheTeamsAnswer()
    {
        var room = Asked("act").Until(SmallWorld.At(6));
        var passed = Assert.Single(room.Log.OfType<Event.DeadlinePassed>());
        Assert.Equal(End, passed.Time);
        Assert.Null(passed.Command);
        Assert.Equal((Answer.TheClock, "act", End), (room.Blue.Answers["plan"].Person, room.Blue.Answers["plan"].Reply.Text, room.Blue.Answers["plan"].Given));
        Assert.Equal(["acting", "late"], room.Blue.World.Flags.Keys);
        Assert.True(room.Holds(new Condition.Answered("plan", "act")));
    }

    [Fact]
    public void WithoutADefaultNothingCountsAsAnAnswer()
    {
        var room = Asked(null).Until(SmallWorld.At(6));
        Assert.Empty(room.Blue.Answers);
        Assert.Equal(["late"], room.Blue.World.Flags.Keys);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("act")]
    public void AfterTheDeadlineAnAnswerIsRefused(string? answer)
    {
        var room = Asked(answer).Until(SmallWorld.At(6));
        var refused = room.Refused(new Command.AnswerInject("ana", "plan", "wait", "", 50), RejectionCode.TooLate);
        Assert.Equal(answer is not null, refused.Message.Contains("'Act' counts", StringComparison.Ordinal));
    }

    [Fact]
    public void AnAnswerThatArrivesLateIsRefusedThoughNobodyAskedTheClock()
    {
        var room = Asked("act");
        room.Move(TimeSpan.FromMinutes(4));
        Assert.True(room.Time > End);
        room.Refused(new Command.AnswerInject("ana", "plan", "wait", "", 50), RejectionCode.TooLate);
    }

    [Fact]
    public void WhoHasAnsweredInTimeHearsNoMoreOfTheDeadline()
    {
        var room = Asked("act");
        room.Accept(new Command.AnswerInject("ana", "plan", "wait", "", 50));
        room.Until(SmallWorld.At(6));
        Assert.Empty(room.Log.OfType<Event.DeadlinePassed>());
        Assert.Empty(room.Blue.World.Flags);
    }

    [Fact]
    public void TheSameLogHasTheSameState()
    {
        var room = Asked(null).Until(SmallWorld.At(6));
        Assert.Contains("lapsed|plan|", StateHash.Write(room.Exercise), StringComparison.Ordinal);
        Assert.Equal(StateHash.Of(room.Exercise), StateHash.Of(Exercise.Replay(room.Scenario, room.Log.Select(EventJson.Serialize).Select(EventJson.Deserialize))));
    }

    static Room Asked(string? answer) => Room.Started(SmallWorld.Scenario with
    {
        Injects = new(SmallWorld.Scenario.Injects.Select(inject => inject.Id != "plan" ? inject : inject with
        {
            Question = inject.Question! with { Deadline = new(TimeSpan.FromHours(3), "If nobody answers, we act.", answer, [new Effect.SetFlag("late", true)]) },
        })),
    }).Until(SmallWorld.At(2.5));
}
