using CsCheck;
using static Tabletop.Engine.Tests.Flagship;

namespace Tabletop.Engine.Tests;

public sealed class RecordingTests
{
    [Fact]
    public void AMomentIsWhatTheLogFoldsToUpToThen() =>
        Gen.Select(Gen.Long[0, 1_000_000], Gen.Double[-0.1, 1.1]).Sample(
            (seed, share) =>
            {
                var run = PlaythroughRun.Of(Shipped, Bot.Random, seed);
                var time = Shipped.Start + (Shipped.End - Shipped.Start) * share;
                var still = Recording.Of(Shipped, run.Log).At(time);
                var at = still.Exercise.Now;
                var folded = Exercise.Replay(Shipped, run.Log.TakeWhile(e => e.Time <= at)) with { Now = at };
                Assert.Equal(StateHash.Write(folded), StateHash.Write(still.Exercise));
                Assert.Equal(run.ScoreAt(at).Lines, still.Score(PlaythroughRun.TeamId).Lines);
            },
            iter: 20);

    [Fact]
    public void LookingAtAMomentChangesNoOther()
    {
        var recording = Of(Room.Started().Until(SmallWorld.At(19)));
        var before = recording.At(SmallWorld.At(13)).Score("blue").Lines;
        recording.At(SmallWorld.At(19));
        recording.At(SmallWorld.At(1));
        Assert.Equal(before, recording.At(SmallWorld.At(13)).Score("blue").Lines);
    }

    [Fact]
    public void ItEndsWithThePlayAndWhatCameLaterIsLeftOut()
    {
        var room = Room.Started().Until(SmallWorld.At(15));
        room.Accept(new Command.End());
        room.Accept(new Command.Leave("ana"));
        var recording = Of(room);
        Assert.Equal((SmallWorld.At(0), SmallWorld.At(15)), (recording.Start, recording.End));
        Assert.Equal(SmallWorld.At(15), recording.At(SmallWorld.At(19)).Exercise.Now);
        Assert.Contains("ana", recording.At(SmallWorld.At(15)).Exercise.People.Keys);
    }

    [Fact]
    public void AnExerciseThatEndedAtOnceHasOneMomentAndNoTurns()
    {
        var room = Room.Started();
        room.Accept(new Command.End());
        var recording = Of(room);
        Assert.Equal(recording.Start, recording.End);
        Assert.Empty(recording.TurnsOf("blue"));
        Assert.Equal(Lifecycle.Debrief, recording.At(recording.Start).Exercise.Lifecycle);
    }

    [Fact]
    public void WhatTheAttackerGainsAndLosesAreTurns()
    {
        var room = Room.Started().Until(SmallWorld.At(15));
        room.Decide("isolate", "server");
        room.Decide("hunt", "server");
        room.Until(SmallWorld.At(17));
        room.Decide("rotate", "key-a");
        room.Decide("rotate", "key-b");
        room.Until(SmallWorld.At(19.5));
        Assert.Equal(
            [
                (SmallWorld.At(12), new Turn.FootholdGained("session", SmallWorld.At(12), 0)),
                (SmallWorld.At(14), new Turn.FootholdGained("implant", SmallWorld.At(14), 0)),
                (SmallWorld.At(15.25), new Turn.FootholdLost("implant", Removed: false, SmallWorld.At(15.25), 0)),
                (SmallWorld.At(19), new Turn.FootholdLost("session", Removed: false, SmallWorld.At(19), 0)),
            ],
            Of(room).TurnsOf("blue").Where(turn => turn is Turn.FootholdGained or Turn.FootholdLost).Select(turn => (turn.Time, turn with { Version = 0 })));
    }

    [Fact]
    public void WhatIsTakenAwayCountsAsRemoved()
    {
        var room = Room.Started().Until(SmallWorld.At(14.5));
        room.Decide("hunt", "server");
        room.Until(SmallWorld.At(16));
        room.Decide("remove", "implant");
        var lost = Of(room.Until(SmallWorld.At(18))).TurnsOf("blue").OfType<Turn.FootholdLost>().Single();
        Assert.True(lost.Removed);
        Assert.IsType<Event.DecisionFinished>(Of(room).EventOf(lost.Version));
    }

    [Fact]
    public void OfTwoKeysThatBothOpenNeitherHasALastChance() =>
        Assert.Empty(Chances(Room.Started().Until(SmallWorld.At(19))));

    [Fact]
    public void TheLastChanceIsTheLastStepThatWouldHaveBeenRefusedWithoutTheCredential()
    {
        var room = Room.Started();
        room.Decide("rotate", "key-b");
        var chance = Assert.Single(Chances(room.Until(SmallWorld.At(19))));
        Assert.Equal(("key-a", "plant", SmallWorld.At(14)), (chance.Credential, chance.Step, chance.Time));
    }

    [Fact]
    public void WhoEndsACredentialBetweenTwoStepsHasMissedTheFirstOnly()
    {
        var room = Room.Started();
        room.Decide("rotate", "key-b");
        room.Until(SmallWorld.At(11));
        room.Decide("rotate", "key-a");
        var chance = Assert.Single(Chances(room.Until(SmallWorld.At(19))));
        Assert.Equal(("enter", SmallWorld.At(12)), (chance.Step, chance.Time));
    }

    [Fact]
    public void WhoEndsThemBeforeTheFirstStepHasMissedNothing()
    {
        var room = Room.Started();
        room.Decide("rotate", "key-a");
        room.Decide("rotate", "key-b");
        Assert.Empty(Chances(room.Until(SmallWorld.At(19))));
    }

    [Fact]
    public void AfterTheLastChanceEndingTheCredentialLeadsTheAttackerNowhereElse()
    {
        var history = PlaythroughRun.Of(Shipped, Shipped.History!);
        var chances = Recording.Of(Shipped, history.Log).TurnsOf(PlaythroughRun.TeamId).OfType<Turn.LastChance>().ToDictionary(turn => turn.Credential);
        Assert.Equal(Utc(11, 22, 14, 18), chances["moveworks-token"].Time.AddSeconds(-22));
        Assert.Equal(("enter-aws", Utc(11, 14, 10, 10)), (chances["aws-apps-account"].Step, chances["aws-apps-account"].Time.AddSeconds(-49)));
        Assert.DoesNotContain("bitbucket-account", chances.Keys);
        foreach (var chance in chances.Values)
        {
            Assert.Equal(WayOf(history.Log), WayOf(With(chance.Time.AddMinutes(1)).Log));
            Assert.NotEqual(WayOf(history.Log), WayOf(With(chance.Time.AddMinutes(-1)).Log));

            WhatIf With(DateTimeOffset at)
            {
                // In the laboratory an ending takes effect at once; the rest is the shipped scenario.
                var scenario = Shipped with { Actions = new(Shipped.Actions.Select(action => action.Id == "revoke" ? Laboratory.Actions["revoke"] : action)) };
                return WhatIf.Of(scenario, history.Log, PlaythroughRun.TeamId, new Change.Add("revoke", chance.Credential, at));
            }
        }
    }

    [Fact]
    public void TheBiggestChangeOfTheScoreNamesItsRuleAndItsPoints()
    {
        var turn = Biggest(Room.Started().Until(SmallWorld.At(19)))!;
        Assert.Equal(("clean", -20m, SmallWorld.At(14)), (turn.Rule, turn.Points, turn.Time));
    }

    [Fact]
    public void WhatOnlyComesIntoPlayIsNoChange() =>
        Assert.Null(Biggest(Room.Started().Until(SmallWorld.At(5))));

    [Fact]
    public void EachTeamTurnsByItself()
    {
        var room = new Room(teams: ["blue", "red"]);
        room.Accept(new Command.Join("ana", "Ana", "blue", "soc"));
        room.Accept(new Command.Start());
        room.Decide("rotate", "key-a");
        room.Decide("rotate", "key-b");
        room.Until(SmallWorld.At(15));
        Assert.DoesNotContain(Of(room).TurnsOf("blue"), turn => turn is Turn.FootholdGained);
        Assert.Contains(Of(room).TurnsOf("red"), turn => turn is Turn.FootholdGained);
        Assert.Empty(Of(room).TurnsOf("green"));
    }

    static Recording Of(Room room) => Recording.Of(room.Scenario, room.Log);

    static IEnumerable<Turn.LastChance> Chances(Room room) => Of(room).TurnsOf("blue").OfType<Turn.LastChance>();

    static Turn.BiggestChange? Biggest(Room room) => Of(room).TurnsOf("blue").OfType<Turn.BiggestChange>().SingleOrDefault();

    static IEnumerable<(DateTimeOffset, string)> WayOf(IEnumerable<Event> log) => log.Select(e => (e.Time, e switch
    {
        Event.AdversaryMoved moved => moved.To,
        Event.AdversaryRefused { To: { } to } => to,
        _ => "",
    })).Where(item => item.Item2.Length > 0);
}
