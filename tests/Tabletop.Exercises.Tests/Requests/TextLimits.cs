using Tabletop.Engine;

namespace Tabletop.Exercises.Tests;

public sealed class TextLimits
{
    [Theory]
    [InlineData("  Lea \u0007", "Lea")]
    [InlineData("Le\u0000a\r\nK.", "Lea K.")]
    [InlineData("\u202Eevil", "evil")]
    [InlineData("👩\u200D💻 Zoë", "👩\u200D💻 Zoë")]
    public void NamesAreOneLineOfWhatCanBeSeen(string typed, string kept) =>
        Assert.Equal(kept, new OpenSolo(Caller.Nobody, "x", typed).Name);

    [Fact]
    public void ReasonsKeepTheirLines() => Assert.Equal(
        "First,\n\tthen",
        new SubmitDecision(Caller.Nobody, "x", "hunt", null, "First,\r\n\tthen\u0000\u001b ", 50).Reason);

    [Fact]
    public void WhatIsTooLongEmptyOrOutOfRangeIsSaid()
    {
        Assert.Contains("41 characters; 40", new OpenSolo(Caller.Nobody, "x", new string('n', 41)).Fault?.ToString(), StringComparison.Ordinal);
        Assert.NotNull(new OpenSolo(Caller.Nobody, "x", " \u0000 ").Fault);
        Assert.NotNull(new OpenExercise(Caller.Nobody, "x", Title: new string('t', 121)).Fault);
        Assert.NotNull(new Pause(Caller.Nobody, "x", new string('r', 2_001)).Fault);
        Assert.NotNull(new SubmitDecision(Caller.Nobody, "x", "a", null, "", -1).Fault);
        Assert.NotNull(new AnswerInject(Caller.Nobody, "x", "i", "o", "", 101).Fault);
        Assert.NotNull(new Say(Caller.Nobody, "x", new string('s', 1_001)).Fault);
        Assert.NotNull(new Say(Caller.Nobody, "x", " \u0000 ").Fault);
        Assert.NotNull(new WriteNote(Caller.Nobody, "x", null, new string('n', 4_001), 0).Fault);
        Assert.NotNull(Written(new string('b', 20_001)).Fault);
        Assert.NotNull((new Start(Caller.Nobody, "x") with { CommandId = new string('c', 65) }).Fault);
        Assert.Null(Written(new string('b', 20_000)).Fault);
        Assert.Null(new SubmitDecision(Caller.Nobody, "x", "a", null, new string('r', 2_000), 100).Fault);
    }

    static WriteInject Written(string body) => new(Caller.Nobody, "x", Channel.Email, "Boss", "Hello", body, []);
}
