using static Tabletop.Engine.Tests.Flagship;

namespace Tabletop.Engine.Tests;

public sealed class EndingTests
{
    [Theory]
    [InlineData(10, 30, "nobody-yet")]
    [InlineData(11, 14, "nobody-yet")]
    [InlineData(11, 15, "still-inside")]
    public void WhoEndsBeforeTheAttackerComesIsNotToldThatItWasKeptOut(int month, int day, string ending)
    {
        var room = Room.Started(Shipped).Until(Utc(month, day, 0, 0));
        room.Accept(new Command.End());
        Assert.Equal(ending, Scoring.EndingOf(room.Exercise, room.Blue).Id);
    }

    [Fact]
    public void WhoKeptTheAttackerOutIsToldSo() => Assert.Equal("kept-out", Play("october-four").Ending.Id);
}
