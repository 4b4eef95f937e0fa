using System.Collections.Immutable;

namespace Tabletop.Engine.Tests;

public sealed class BotSeatTests
{
    static readonly Playthrough Careful = new()
    {
        Id = "careful",
        Title = "Careful",
        Steps =
        [
            new() { At = SmallWorld.At(1.5), Action = "rotate", Target = "key-a", Reason = "It leaked." },
            new() { At = SmallWorld.At(2.5), Inject = "plan", Reply = "wait", Reason = "No hurry." },
        ],
    };

    static readonly Scenario World = SmallWorld.Scenario with { Playthroughs = [Careful] };

    [Fact]
    public void ABotDecidesInItsTeamWhatItDecidedAloneAndWhen()
    {
        var room = Rehearsal("careful", "passive");
        room.Until(SmallWorld.At(1.4));
        Assert.Empty(room.Blue.Decisions);
        room.Until(SmallWorld.At(1.6));
        var made = Assert.Single(room.Blue.Decisions);
        Assert.Equal(("rotate", "key-a", SmallWorld.At(1.5), "bot-blue", "It leaked."), (made.Action, made.Target, made.Made, made.Person, made.Reason));
        Assert.Empty(room.Exercise.FindTeam("red")!.Decisions);
    }

    [Fact]
    public void AJumpLetsBotsDoAllThatLiesOnTheWay()
    {
        var stepped = Rehearsal("careful", "panic");
        stepped.Until(World.End);
        var jumped = Rehearsal("careful", "panic");
        jumped.Accept(new Command.Pause(""));
        jumped.Accept(new Command.Jump(World.End));
        Assert.Equal(Lifecycle.Debrief, jumped.Exercise.Lifecycle);
        Assert.Equal(What(stepped), What(jumped));
        Assert.Contains(jumped.Log, e => e is Event.InjectAnswered { Person: "bot-blue", Reply: "wait" });
        Assert.Contains(jumped.Log, e => e is Event.DecisionMade { Person: "bot-red" });
    }

    [Fact]
    public void APlayedPlaythroughScoresInARehearsalAsItDoesAlone()
    {
        var room = Rehearsal("careful", "passive");
        room.Until(World.End);
        Assert.Equal(PlaythroughRun.Of(World, Careful, room.Exercise.Seed).Score.Points, Scoring.Of(World, room.Log, "blue").Points);
    }

    [Fact]
    public void WhatComesIsReadAndWhatComesLateIsAnsweredThen()
    {
        var room = Rehearsal("careful", "passive");
        room.Accept(new Command.HoldInject("plan"));
        room.Until(SmallWorld.At(3));
        Assert.DoesNotContain("plan", room.Blue.Answers.Keys);
        room.Accept(new Command.ReleaseHold("plan"));
        Assert.Equal("wait", room.Blue.Answers["plan"].Reply.Text);
        Assert.All(room.Exercise.Teams.SelectMany(team => team.Inbox.Select(item => (team, item))), pair => Assert.Contains($"bot-{pair.team.Id}", pair.item.ReadBy));
    }

    [Fact]
    public void WhatIsSentEarlyIsAnsweredThen()
    {
        var room = Rehearsal("careful", "passive");
        room.Until(SmallWorld.At(0.5));
        room.Accept(new Command.Pause(""));
        room.Accept(new Command.SendInject("plan", null));
        Assert.Equal(("wait", SmallWorld.At(0.5)), (room.Blue.Answers["plan"].Reply.Text, room.Blue.Answers["plan"].Given));
        Assert.Empty(room.Exercise.FindTeam("red")!.Answers);
    }

    [Fact]
    public void AQuestionThatOnlyAFacilitatorSendsIsAnsweredByWhoeverAnswersAtAll()
    {
        var world = World with { Injects = new([.. World.Injects, World.Injects["plan"] with { Id = "by-hand", Trigger = new Trigger.Manual() }]) };
        var room = Rehearsal(world, "careful", "random", "panic", "passive");
        room.Until(SmallWorld.At(0.5));
        room.Accept(new Command.SendInject("by-hand", null));
        Assert.Equal(["team0", "team1"], room.Exercise.Teams.Where(team => team.Answers.ContainsKey("by-hand")).Select(team => team.Id));
        Assert.All(room.Log.OfType<Event.InjectAnswered>(), answered => Assert.Equal(SmallWorld.At(0.5), answered.Time));
        room.Until(SmallWorld.At(3));
        Assert.Equal("wait", room.Exercise.Teams[0].Answers["plan"].Reply.Text);
        Assert.Equal(StateHash.Write(room.Exercise), StateHash.Write(Exercise.Replay(world, room.Log)));
    }

    [Fact]
    public void WhatIsRefusedLeavesTheClockAlone()
    {
        var room = Rehearsal("careful", "passive");

        // A facilitator was faster, and the bot can't know.
        room.Accept(new Command.Pause(""));
        room.Accept(new Command.Override("blue", OverrideKind.Credential, "key-a", "revoked", "For the test."));
        room.Accept(new Command.Resume());
        room.Until(SmallWorld.At(1.6));
        Assert.Empty(room.Blue.Decisions);
        Assert.True(room.Exercise.NextDue(room.Now) > room.Now);
    }

    [Fact]
    public void TwoThatDecideByTheDiceDoNotDecideAlike()
    {
        var room = Rehearsal("random", "random");
        room.Until(World.End);
        Assert.NotEqual(
            room.Exercise.FindTeam("blue")!.Decisions.Select(made => (made.Action, made.Target, made.Made)),
            room.Exercise.FindTeam("red")!.Decisions.Select(made => (made.Action, made.Target, made.Made)));
    }

    [Fact]
    public void ALogOfARehearsalRefoldsToTheSameState()
    {
        var room = Rehearsal("random", "panic");
        room.Until(World.End);
        var wired = room.Log.Select(e => EventJson.Deserialize(EventJson.Serialize(e))).ToList();
        Assert.Equal(StateHash.Write(room.Exercise), StateHash.Write(Exercise.Replay(World, wired)));
        Assert.Contains("rehearsal|real|blue random,red panic", StateHash.Write(room.Exercise), StringComparison.Ordinal);
    }

    [Fact]
    public void NobodyElseTakesASeat() =>
        Rehearsal("careful", "passive").Refused(new Command.Join("ana", "Ana", "blue", World.Roles[0].Id), RejectionCode.NotNow);

    [Fact]
    public void PlaythroughsAndBotsAreOfferedEachOnce()
    {
        Assert.Equal(["careful", "random", "panic", "passive"], SeatPlayer.Of(World).Select(player => player.Id));
        Assert.Equal(["passive", "random", "panic"], SeatPlayer.Of(World with { Playthroughs = [Careful with { Id = "passive" }] }).Select(player => player.Id));
        Assert.Equal(["random", "panic", "passive", "careful", "random"], Enumerable.Range(0, 5).Select(team => SeatPlayer.Mix(World, team).Id));
    }

    static IEnumerable<string> What(Room room) => room.Log
        .Where(e => e is not (Event.Paused or Event.Jumped))
        .Select(e => EventJson.Serialize(e with { Version = 0, At = default, Command = null }));

    static Room Rehearsal(Scenario world, params string[] players)
    {
        ImmutableArray<BotSeat> bots = [.. players.Select((player, index) => new BotSeat($"team{index}", player))];
        var room = new Room(ExerciseMode.Rehearsal, world, rehearsal: new("real", bots), teams: [.. bots.Select(bot => bot.Team)]);
        foreach (var bot in bots)
        {
            room.Accept(new Command.Join(bot.Person, "Bot", bot.Team, world.Roles[0].Id));
        }

        room.Accept(new Command.Start());
        return room;
    }

    static Room Rehearsal(params string[] players)
    {
        ImmutableArray<BotSeat> bots = [.. new[] { "blue", "red" }.Zip(players, (team, player) => new BotSeat(team, player))];
        var room = new Room(ExerciseMode.Rehearsal, World, rehearsal: new("real", bots), teams: ["blue", "red"]);
        foreach (var bot in bots)
        {
            room.Accept(new Command.Join(bot.Person, "Bot", bot.Team, World.Roles[0].Id));
        }

        room.Accept(new Command.Start());
        return room;
    }
}
