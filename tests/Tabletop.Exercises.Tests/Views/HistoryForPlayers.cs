using Microsoft.Extensions.Time.Testing;
using Tabletop.Engine;
using Tabletop.Exercises.Views;
using Tabletop.TestKit.Samples;
using static Tabletop.TestKit.Samples.SampleExercise;
using static Tabletop.TestKit.Samples.SampleScenario;

namespace Tabletop.Exercises.Tests.Views;

public sealed class HistoryForPlayers
{
    static readonly PlaythroughRun History = Benchmarks.Of(Value).History!;

    readonly FakeTimeProvider _time = new(Started().At);
    readonly HistoryRoom _room;

    public HistoryForPlayers() => _room = new(_time);

    [Fact]
    public void NothingIsSeenUntilItIsShownNorWhenItIsHiddenAgainNorWhenItIsOver()
    {
        var played = Started().Until(At(11, 16, 15));
        Assert.Null(Seen(played));
        Assert.NotNull(Seen(played.Do(new Command.ShowHistory(true))));
        Assert.Null(Seen(played.Do(new Command.ShowHistory(false))));
        Assert.NotNull(Seen(played.Do(new Command.ShowHistory(true))));
        Assert.Null(Seen(played.Do(new Command.End())));
    }

    [Fact]
    public void InTheLobbyNothingHasBeenDecided() =>
        Assert.Null(Seen(Lobby().Do(new Command.ShowHistory(true))));

    [Fact]
    public void AtEveryMomentOnlyWhatWasDecidedBeforeItIsSeen()
    {
        var played = Started().Do(new Command.ShowHistory(true));
        var deeds = BesideHistory.Deeds(History.Exercise, History.Exercise.Teams[0]);
        Assert.Contains(deeds, deed => deed.Time > At(11, 24, 0));
        foreach (var time in deeds.Select(deed => deed.Time).Distinct().Where(time => time > Value.Start).SelectMany(time => new[] { time.AddMinutes(-1), time }).Order())
        {
            if (time > played.Exercise.TimeAt(played.At))
                played.Until(time);
            Assert.Equal(
                deeds.Where(deed => deed.Time <= time).Select(deed => (deed.What, deed.Time)),
                Seen(played)!.Deeds.Reverse().Select(deed => (deed.What, deed.Time)));
        }
    }

    [Fact]
    public void ThePointsAreThoseThatFacilitatorsSeeAndEachTeamHasItsOwn()
    {
        var played = Started().Do(new Command.ShowHistory(true)).Decide("cleo", "rotate", Token).Until(At(11, 24, 13));
        var scores = new LiveScores(Value, (Event.Opened)played.Log[0]);
        scores.Follow(played.Log, At(11, 24, 13));
        foreach (var team in new[] { SampleExercise.Blue, SampleExercise.Red })
        {
            var seen = _room.View(played.Exercise, played.Log, team)!;
            Assert.Equal((scores.Reckon(team)!.Points, scores.Reckon(team)!.History), (seen.Ours, seen.Points));
        }

        Assert.NotEqual(_room.View(played.Exercise, played.Log, SampleExercise.Blue)!.Ours, _room.View(played.Exercise, played.Log, SampleExercise.Red)!.Ours);
    }

    [Fact]
    public void HistoryGoesOnWithTheClockThoughNothingHappensAndStandsInAPause()
    {
        var played = Started().Until(At(11, 23, 16, 30)).Do(new Command.ShowHistory(true));
        var before = Seen(played)!.Deeds.Length;
        _time.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(before, _room.Again(SampleExercise.Blue)!.Deeds.Length);

        played.Wait(TimeSpan.FromMinutes(5)).Do(new Command.Resume());
        Assert.Equal(before, Seen(played)!.Deeds.Length);
        _time.Advance(TimeSpan.FromMinutes(4));
        Assert.True(_room.Again(SampleExercise.Blue)!.Deeds.Length > before);
    }

    [Fact]
    public void WhoComesWithAnOlderStateSeesNoMoreThanTheNewestAllows()
    {
        var played = Started().Until(At(11, 16, 15)).Do(new Command.ShowHistory(true));
        var (older, log) = (played.Exercise, played.Log.ToList());
        Assert.NotNull(Seen(played));
        Assert.Null(Seen(played.Do(new Command.ShowHistory(false))));
        Assert.Null(_room.View(older, log, SampleExercise.Blue));
    }

    [Fact]
    public void ARoomIsSharedWhileSomebodyKeepsIt()
    {
        var rooms = new HistoryRooms(_time);
        var kept = rooms.Of("ex1");
        Assert.Same(kept, rooms.Of("ex1"));
        Assert.NotSame(kept, rooms.Of("ex2"));
    }

    HistoryView? Seen(SampleExercise played) => _room.View(played.Exercise, played.Log, SampleExercise.Blue);
}
