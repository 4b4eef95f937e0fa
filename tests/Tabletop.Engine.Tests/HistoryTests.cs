using static Tabletop.Engine.Tests.Flagship;

namespace Tabletop.Engine.Tests;

/// <summary>History, played through the engine, gives the recorded facts (fact base, 1c and 5b).</summary>
public sealed class HistoryTests
{
    static readonly DateTimeOffset Alert = Utc(11, 23, 16, 0);
    static readonly PlaythroughRun History = PlaythroughRun.Of(Shipped, Shipped.History!);

    [Fact]
    public void EverythingThatTheFileExpectsComesAbout() =>
        Assert.True(History.Misses.IsEmpty, string.Join('\n', History.Misses.Select(miss => $"{miss.Source}: {miss.Message}")));

    [Fact]
    public void TheAlertComesAtFourOnThanksgiving()
    {
        var released = History.Log.OfType<Event.InjectReleased>().Where(e => e.Time == Alert).Select(e => Shipped.Injects[e.Inject]);
        Assert.Contains(released, inject => inject.Channel == Channel.Alert);
    }

    [Theory]
    [InlineData("disable-account", 35)]
    [InlineData("disable-user", 83)]
    [InlineData("declare-incident", 103)]
    [InlineData("block-addresses", 331)]
    [InlineData("remove-implant", 1199)]
    public void AMeasureTakesEffectWhenItDid(string action, int minutes)
    {
        var finished = History.Team().Decisions.Where(decision => decision.Action == action).Select(decision => (int)(decision.Finishes - Alert).TotalMinutes);
        Assert.Contains(minutes, finished);
    }

    [Theory]
    [InlineData("2023-11-14T09:22:49Z")]
    [InlineData("2023-11-15T16:28:38Z")]
    [InlineData("2023-11-16T14:36:37Z")]
    [InlineData("2023-11-17T14:33:52Z")]
    [InlineData("2023-11-20T09:26:53Z")]
    [InlineData("2023-11-22T14:18:22Z")]
    [InlineData("2023-11-23T15:58:00Z")]
    [InlineData("2023-11-24T10:44:00Z")]
    public void TheAttackerActsToTheRecordedSecond(string time) =>
        Assert.Contains(DateTimeOffset.Parse(time, System.Globalization.CultureInfo.InvariantCulture), History.Log.Where(e => e is Event.AdversaryMoved or Event.AdversaryRefused).Select(e => e.Time));

    [Fact]
    public void TheAttackerViewedAndArchivedAsManyRepositoriesAsRecorded()
    {
        Assert.Equal(120, History.Team().World.Counters["repositories-viewed"]);
        Assert.Equal(76, History.Team().World.Counters["repositories-archived"]);
    }

    [Fact]
    public void ItWasOverWhenTheImplantWasRemovedAndNotBefore()
    {
        Assert.True(History.IsEvicted());
        var removed = History.Team().World.Footholds["implant"].Removed;
        Assert.Equal(Alert.AddMinutes(1199), removed);
    }

    [Fact]
    public void TwoRunsOfHistoryAreTheSame() =>
        Assert.Equal(StateHash.Of(History.Exercise), StateHash.Of(PlaythroughRun.Of(Shipped, Shipped.History!).Exercise));

    [Fact]
    public void EveryPlaythroughGoesAsItsFileExpects() => Assert.All(Shipped.Playthroughs, playthrough =>
    {
        var run = PlaythroughRun.Of(Shipped, playthrough);
        Assert.True(run.Misses.IsEmpty, string.Join('\n', run.Misses.Select(miss => $"{miss.Source}: {miss.Message}")));
    });
}
