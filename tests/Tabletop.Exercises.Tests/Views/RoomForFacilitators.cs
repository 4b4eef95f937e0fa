using Microsoft.Extensions.Time.Testing;
using Tabletop.Engine;
using Tabletop.Exercises.Views;
using Tabletop.TestKit.Samples;
using static Tabletop.TestKit.Samples.SampleExercise;
using static Tabletop.TestKit.Samples.SampleScenario;

namespace Tabletop.Exercises.Tests.Views;

public sealed class RoomForFacilitators
{
    static readonly HashSet<string> Nobody = [];

    readonly SampleExercise _played = Started();
    readonly ControlRoom _room = new(new FakeTimeProvider(new(2026, 3, 4, 9, 0, 0, TimeSpan.Zero)));

    [Fact]
    public void TheSameChangeIsLookedAtOnceForEverybody() => Assert.Same(View(), View());

    [Fact]
    public void WhatHasNotChangedIsTheSameObjectInTheNextView()
    {
        var before = View();
        _played.Decide("ada", "check", Token);
        var after = View();
        Assert.NotSame(before, after);
        Assert.NotSame(before.Teams[0], after.Teams[0]);
        Assert.Same(before.Teams[1], after.Teams[1]);
        Assert.Equal(before.Injects.AsEnumerable(), after.Injects, ReferenceEqualityComparer.Instance);
    }

    [Fact]
    public void SomebodyWhoComesOrGoesMakesANewView()
    {
        var before = View();
        var after = _room.View(_played.Exercise, _played.Log, new HashSet<string> { "ada" });
        Assert.Equal([true, false, false], after.Teams[0].Members.Select(seat => seat.Here));
        Assert.Same(before.Teams[1], after.Teams[1]);
    }

    [Fact]
    public void AnOlderLookDoesNotBringBackThePast()
    {
        var (old, log) = (_played.Exercise, _played.Log.ToList());
        View();
        _played.Decide("ada", "check", Token);
        var now = View();
        Assert.Same(now, _room.View(old, log, Nobody));
    }

    [Fact]
    public void LiveScoresAreThoseOfTheWholeLog()
    {
        View();
        _played.Decide("ada", "rotate", Token).Until(At(11, 16, 15));
        View();
        _played.Decide("dan", "declare").Until(At(11, 23, 17));
        var team = View().Teams[0];
        var card = Scoring.Of(SampleScenario.Value, _played.Log, Blue);
        Assert.Equal((card.Provisional, card.Judged, card.Max), (team.Score!.Points, team.Score.Judged, team.Score.Max));
    }

    [Fact]
    public void HistoryStandsWhereItStoodAtTheSameScenarioTime()
    {
        View();
        _played.Until(At(11, 16, 15));
        var run = PlaythroughRun.Of(SampleScenario.Value, SampleScenario.Value.History!);
        var view = View();
        Assert.Equal("Quiet, with a way back", view.History!.Attacker);
        Assert.Equal(run.ScoreAt(_played.Exercise.Now).Provisional, view.History.Score!.Points);
        Assert.Equal(view.History.Score.Points, view.Teams[1].Score!.History);
    }

    [Fact]
    public void TheNextInjectIsTheOneThatAStepLeadsTo()
    {
        _played.Until(At(11, 16, 15));
        var next = View().Next!;
        var before = _played.Log.Count;
        _played.Do(new Command.Step());
        var released = _played.Log.Skip(before).OfType<Event.InjectReleased>().First();
        Assert.Equal((released.Inject, released.Time), (next.Id, next.Time));
    }

    [Fact]
    public void WhatAJumpBringsIsWhatItBrought()
    {
        _played.Decide("ada", "check", Token);
        View();
        var stop = _room.LookAtPhases()[1];
        var before = _played.Log.Count;
        _played.Until(stop.Start);
        var came = _played.Log.Skip(before).ToList();
        Assert.Equal(
            (came.OfType<Event.InjectReleased>().Select(e => e.Inject).Distinct().Count(), 1, came.OfType<Event.AdversaryMoved>().Count()),
            (stop.Injects, stop.Decisions, stop.Steps));
    }

    [Fact]
    public void LookingAheadEndsWithThePlay()
    {
        Assert.NotNull(View().Next);
        _played.Do(new Command.End());
        Assert.Null(View().Next);
        Assert.Equal([0, 0, 0], _room.LookAtPhases().Select(stop => stop.Injects));
    }

    [Fact]
    public void WhatIsHeldIsNotNext()
    {
        var next = View().Next!;
        _played.Do(new Command.HoldInject(next.Id));
        var later = View().Next!;
        Assert.NotEqual(next.Id, later.Id);
        _played.Do(new Command.ReleaseHold(next.Id));
        Assert.Equal(next, View().Next);
    }

    ControlView View() => _room.View(_played.Exercise, _played.Log, Nobody);
}
