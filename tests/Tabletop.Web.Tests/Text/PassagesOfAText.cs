using Tabletop.Web.Text;

namespace Tabletop.Web.Tests.Text;

public sealed class PassagesOfAText
{
    const string Log = "one\ntwo <b>\nthree\nfour";

    [Fact]
    public void LongBlocksOfCodeAreLogs() =>
        Assert.Equal(
            [new("Before *it*.", false), new(Log, true), new("After.", false)],
            Passages.Of($"Before *it*.\n\n```\n{Log}\n```\n\nAfter."));

    [Theory]
    [InlineData("Only **prose**.")]
    [InlineData("A short one:\n\n```\none\ntwo\n```\n\nand on")]
    [InlineData("- in a list\n\n  ```\n  1\n  2\n  3\n  4\n  5\n  ```")]
    public void AllElseIsProse(string text) => Assert.Equal([new(text, false)], Passages.Of(text));

    [Theory]
    [InlineData("")]
    [InlineData("\n \n")]
    public void NothingIsNothing(string text) => Assert.Empty(Passages.Of(text));

    [Fact]
    public void ABlockThatIsNotClosedGoesToTheEnd() =>
        Assert.Equal([new("A", false), new(Log, true)], Passages.Of($"A\n\n```\n{Log}"));
}
