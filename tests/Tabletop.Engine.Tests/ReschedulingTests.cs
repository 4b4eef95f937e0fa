namespace Tabletop.Engine.Tests;

/// <summary>Injects that a facilitator moves, changes or writes ahead of time.</summary>
public sealed class ReschedulingTests
{
    [Fact]
    public void AnInjectComesAtTheTimeThatItWasMovedTo()
    {
        var room = Room.Started();
        room.Accept(new Command.RescheduleInject("welcome", SmallWorld.At(3)));
        Assert.False(room.Until(SmallWorld.At(2.9)).Has("welcome"));
        Assert.True(room.Until(SmallWorld.At(3)).Has("welcome"));
        Assert.True(room.Has("plan"));
    }

    [Fact]
    public void ItsConditionIsAskedAtTheNewTime()
    {
        var room = Room.Started();
        room.Accept(new Command.RescheduleInject("quiet", SmallWorld.At(11)));
        Assert.True(room.Until(SmallWorld.At(11)).Has("quiet"));

        var late = Room.Started();
        late.Accept(new Command.RescheduleInject("quiet", SmallWorld.At(15)));
        Assert.False(late.Until(SmallWorld.At(16)).Has("quiet"));
    }

    [Fact]
    public void WhatWaitsForAHandIsGivenATimeAndCanLoseItAgain()
    {
        var room = Room.Started();
        room.Accept(new Command.RescheduleInject("extra", SmallWorld.At(2)));
        room.Accept(new Command.RescheduleInject("extra", null));
        Assert.False(room.Until(SmallWorld.At(3)).Has("extra"));
        room.Refused(new Command.RescheduleInject("extra", null), RejectionCode.InjectState);
        room.Accept(new Command.RescheduleInject("extra", SmallWorld.At(4)));
        Assert.True(room.Until(SmallWorld.At(4)).Has("extra"));
    }

    [Fact]
    public void WhatIsOnItsWayIsMovedAndWhatHasNoTimeYetIsNot()
    {
        var room = Room.Started();
        room.Refused(new Command.RescheduleInject("alert", SmallWorld.At(15)), RejectionCode.InjectState);
        room.Until(SmallWorld.At(12.1));
        room.Accept(new Command.RescheduleInject("alert", SmallWorld.At(15)));
        Assert.False(room.Until(SmallWorld.At(14)).Has("alert"));
        Assert.True(room.Until(SmallWorld.At(15)).Has("alert"));
    }

    [Fact]
    public void AMoveIsIntoTheTimeThatIsLeft()
    {
        var room = Room.Started();
        room.Until(SmallWorld.At(1.5));
        room.Refused(new Command.RescheduleInject("plan", SmallWorld.At(1)), RejectionCode.BadValue);
        room.Refused(new Command.RescheduleInject("plan", SmallWorld.At(21)), RejectionCode.BadValue);
        room.Refused(new Command.RescheduleInject("welcome", SmallWorld.At(3)), RejectionCode.InjectState);
        room.Refused(new Command.RescheduleInject("nothing", SmallWorld.At(3)), RejectionCode.UnknownInject);
        room.Accept(new Command.RescheduleInject("plan", SmallWorld.At(5)));
        room.Accept(new Command.RescheduleInject("plan", null));
        Assert.True(room.Until(SmallWorld.At(2)).Has("plan"));
    }

    [Fact]
    public void WhatIsHeldKeepsItsNewTime()
    {
        var room = Room.Started();
        room.Accept(new Command.RescheduleInject("welcome", SmallWorld.At(3)));
        room.Accept(new Command.HoldInject("welcome"));
        Assert.False(room.Until(SmallWorld.At(4)).Has("welcome"));
        room.Accept(new Command.ReleaseHold("welcome"));
        Assert.True(room.Has("welcome"));
    }

    [Fact]
    public void AChangedInjectComesWithItsNewWordsAndItsOldQuestion()
    {
        var room = Room.Started();
        room.Accept(new Command.EditInject("plan", Channel.Phone, " The boss ", "Now what?", "Say something.", ["soc"]));
        room.Until(SmallWorld.At(2));

        var plan = room.Exercise.FindInject("plan")!;
        Assert.Equal((Channel.Phone, "The boss", "Now what?", "Say something."), (plan.Channel, plan.From, plan.Title, plan.Body));
        room.Accept(new Command.AnswerInject("ana", "plan", "act", "", 50));
        Assert.True(room.Holds(new Condition.Flag("acting")));
        room.Refused(new Command.EditInject("plan", Channel.Chat, "x", "y", "z", []), RejectionCode.InjectState);
    }

    [Fact]
    public void AChangeNeedsWordsAndRolesThatAreThere()
    {
        var room = Room.Started();
        room.Refused(new Command.EditInject("plan", Channel.Chat, "x", " ", "z", []), RejectionCode.BadValue);
        room.Refused(new Command.EditInject("plan", Channel.Chat, "x", "y", "z", ["pilot"]), RejectionCode.UnknownRole);
        room.Refused(new Command.EditInject("nothing", Channel.Chat, "x", "y", "z", []), RejectionCode.UnknownInject);
    }

    [Fact]
    public void WhatIsWrittenAheadComesInTimeToItsTeamOnly()
    {
        var room = new Room(teams: ["blue", "red"]);
        room.Accept(new Command.Start());
        room.Accept(Written("w1", "blue") with { Due = SmallWorld.At(3) });
        room.Accept(Written("w2", null) with { Due = SmallWorld.At(4) });
        Assert.Empty(room.Blue.Inbox);

        room.Until(SmallWorld.At(5));
        Assert.True(room.Has("w1"));
        Assert.False(room.Has("w1", "red"));
        Assert.True(room.Has("w2") && room.Has("w2", "red"));
        Assert.Equal(SmallWorld.At(3), room.Blue.Inbox.Single(item => item.Inject == "w1").Released);
    }

    [Fact]
    public void WhatIsWrittenAheadCanBeSentMovedHeldAndChangedLikeAnyOther()
    {
        var room = new Room(teams: ["blue", "red"]);
        room.Accept(new Command.Start());
        room.Refused(Written("w0", null) with { Due = SmallWorld.At(-1) }, RejectionCode.BadValue);
        room.Accept(Written("w1", "blue") with { Due = SmallWorld.At(3) });
        room.Accept(new Command.SendInject("w1", null));
        Assert.True(room.Has("w1"));
        Assert.False(room.Has("w1", "red"));

        room.Accept(Written("w2", null) with { Due = SmallWorld.At(3) });
        room.Accept(new Command.RescheduleInject("w2", SmallWorld.At(4)));
        room.Accept(new Command.EditInject("w2", Channel.News, "Paper", "Headline", "Text", []));
        room.Accept(new Command.HoldInject("w2"));
        Assert.False(room.Until(SmallWorld.At(5)).Has("w2"));
        room.Accept(new Command.ReleaseHold("w2"));
        Assert.True(room.Has("w2"));
        Assert.Equal("Headline", room.Exercise.FindInject("w2")!.Title);
    }

    [Fact]
    public void PlayedAgainWithoutAChangeAMovedInjectComesWhenItCame()
    {
        var room = Room.Started();
        room.Accept(new Command.RescheduleInject("plan", SmallWorld.At(6)));
        room.Accept(new Command.EditInject("welcome", Channel.Phone, "x", "y", "z", []));
        room.Accept(Written("w1", "blue") with { Due = SmallWorld.At(3) });
        room.Until(SmallWorld.At(7));
        room.Accept(new Command.AnswerInject("ana", "plan", "act", "", 50));
        room.Until(SmallWorld.At(18));
        room.Accept(new Command.End());

        var again = WhatIf.Of(room.Scenario, room.Log, "blue");
        Assert.Equal(SmallWorld.At(6), again.Exercise.Teams[0].Inbox.Single(item => item.Inject == "plan").Released);
        Assert.Equal(Scoring.Of(room.Scenario, room.Log, "blue").Points, again.Score.Points);
        Assert.True(again.Exercise.Teams[0].World.Flags.ContainsKey("acting"));
    }

    static Command.WriteInject Written(string id, string? team) => new(id, Channel.Chat, "Boss", "Hello", "How is it?", [], team);

    [Fact]
    public void WhatWasWrittenAheadCanBeDeletedAndPutBack()
    {
        var room = Room.Started();
        room.Accept(new Command.WriteInject("w1", Channel.Chat, "Boss", "Later", "Body", [], null) { Due = SmallWorld.At(4) });
        room.Accept(new Command.DropInject("w1", true));
        Assert.Empty(room.Accept(new Command.DropInject("w1", true)));
        room.Refused(new Command.SendInject("w1", null), RejectionCode.InjectState);
        room.Refused(new Command.EditInject("w1", Channel.Chat, "Boss", "New", "Body", []), RejectionCode.UnknownInject);
        room.Until(SmallWorld.At(5));
        Assert.False(room.Has("w1"));

        // Its time has passed: it comes at once.
        room.Accept(new Command.DropInject("w1", false));
        Assert.True(room.Has("w1"));
        room.Refused(new Command.DropInject("w1", true), RejectionCode.InjectState);
        room.Refused(new Command.DropInject("welcome", true), RejectionCode.UnknownInject);
    }

    [Fact]
    public void WhatIsPlannedInTheLobbyComesOnceTheClockRuns()
    {
        var room = new Room(teams: ["blue", "red"]);
        room.Refused(Written("w0", null), RejectionCode.BadValue);
        room.Refused(new Command.SendInject("extra", null), RejectionCode.NotNow);
        room.Accept(Written("w1", "blue") with { Due = SmallWorld.At(3) });
        room.Accept(Written("w2", null) with { Due = SmallWorld.At(4) });
        room.Accept(Written("w3", null) with { Due = SmallWorld.At(4) });
        room.Accept(new Command.DropInject("w3", true));
        room.Accept(new Command.RescheduleInject("welcome", SmallWorld.At(2)));
        room.Accept(new Command.EditInject("plan", Channel.Phone, "The boss", "Now what?", "Say something.", []));
        room.Accept(new Command.HoldInject("plan"));
        room.Accept(new Command.AddTeam("green", "green"));
        room.Accept(new Command.Start());

        Assert.False(room.Until(SmallWorld.At(1.9)).Has("welcome"));
        room.Until(SmallWorld.At(5));
        Assert.True(room.Has("welcome") && room.Has("w1") && room.Has("w2") && room.Has("w2", "green"));
        Assert.False(room.Has("w1", "red") || room.Has("w1", "green") || room.Has("w3") || room.Has("plan"));
        room.Accept(new Command.ReleaseHold("plan"));
        Assert.True(room.Has("plan"));
        Assert.Equal("Now what?", room.Exercise.FindInject("plan")!.Title);
        Assert.Equal(StateHash.Of(room.Exercise), StateHash.Of(Exercise.Replay(room.Scenario, room.Log)));
    }

    [Fact]
    public void AnExerciseWithoutTeamsCanBePlannedAndOneWithoutFacilitatorsCannot()
    {
        var room = new Room(teams: ["blue"]);
        var empty = Exercise.Open(room.Scenario, (Event.Opened)room.Log[0]);
        foreach (var command in new Command[] { Written("w1", null) with { Due = SmallWorld.At(3) }, new Command.RescheduleInject("welcome", SmallWorld.At(2)), new Command.EditInject("plan", Channel.Chat, "x", "y", "z", []) })
        {
            Assert.Null(empty.Decide(command, Room.Opening).Rejection);
        }

        var alone = new Room(ExerciseMode.Alone);
        alone.Refused(Written("w1", null) with { Due = SmallWorld.At(3) }, RejectionCode.NotNow);
        alone.Refused(new Command.RescheduleInject("welcome", SmallWorld.At(2)), RejectionCode.NotNow);
    }

    [Fact]
    public void WhatIsPlannedInTheLobbyNeedsNoSecondFacilitator()
    {
        var room = new Room();
        room.Accept(new Command.SetApproval(true) { Facilitator = new("f1", "Fay") });
        room.Accept(Written("w1", null) with { Due = SmallWorld.At(3), Facilitator = new("f1", "Fay") });
        Assert.Empty(room.Exercise.Deeds);
        Assert.Contains("w1", room.Exercise.Written.Keys);
    }
}
