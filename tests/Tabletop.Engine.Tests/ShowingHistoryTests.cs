namespace Tabletop.Engine.Tests;

public sealed class ShowingHistoryTests
{
    [Fact]
    public void HistoryIsHiddenUntilItIsShownAndCanBeHiddenAgain()
    {
        var room = Room.Started(Flagship.Shipped);
        Assert.False(room.Exercise.ShowsHistory);
        Assert.Equal([true], room.Accept(new Command.ShowHistory(true)).OfType<Event.HistoryShown>().Select(e => e.Shown));
        Assert.True(room.Exercise.ShowsHistory);
        Assert.Empty(room.Accept(new Command.ShowHistory(true)).OfType<Event.HistoryShown>());
        room.Accept(new Command.ShowHistory(false));
        Assert.False(room.Exercise.ShowsHistory);
        Assert.Equal(StateHash.Of(room.Exercise), StateHash.Of(Exercise.Replay(room.Scenario, room.Log)));
    }

    [Fact]
    public void WhetherItIsShownIsPartOfTheState()
    {
        var room = Room.Started(Flagship.Shipped);
        Assert.NotEqual(StateHash.Of(room.Exercise), StateHash.Of(room.Exercise with { ShowsHistory = true }));
    }

    [Fact]
    public void AScenarioWithoutHistoryHasNoneToShow() =>
        Assert.Contains("no history", Room.Started().Refused(new Command.ShowHistory(true), RejectionCode.BadValue).Message);

    [Fact]
    public void WhenItIsOverTheDebriefShowsIt()
    {
        var room = Room.Started(Flagship.Shipped);
        room.Accept(new Command.End());
        room.Refused(new Command.ShowHistory(true), RejectionCode.NotNow);
    }
}
