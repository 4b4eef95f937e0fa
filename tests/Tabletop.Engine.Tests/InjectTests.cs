namespace Tabletop.Engine.Tests;

public sealed class InjectTests
{
    [Fact]
    public void AnInjectComesAtItsTime()
    {
        var room = Room.Started().Until(SmallWorld.At(0.99));
        Assert.False(room.Has("welcome"));
        Assert.Equal(SmallWorld.At(1), Assert.Single(room.Until(SmallWorld.At(1)).Blue.Inbox).Released);
    }

    [Fact]
    public void ALateTimerDeliversLateAndDropsNothing()
    {
        var room = Room.Started().Wait(TimeSpan.FromMinutes(9));
        Assert.Equal(["welcome", "plan", "late-reminder"], room.Blue.Inbox.Select(item => item.Inject));
        Assert.Equal([SmallWorld.At(1), SmallWorld.At(2), SmallWorld.At(6)], room.Blue.Inbox.Select(item => item.Released));
    }

    [Fact]
    public void AnInjectFollowsAStateAfterItsDelay()
    {
        var room = Room.Started().Until(SmallWorld.At(12.4));
        Assert.Equal("inside", room.Blue.Adversary.State);
        Assert.False(room.Has("alert"));
        Assert.True(room.Until(SmallWorld.At(12.5)).Has("alert"));
    }

    [Fact]
    public void AConditionAtATimeIsLookedAtOnceAndThenNeverAgain()
    {
        Assert.False(Room.Started().Until(SmallWorld.At(19)).Has("quiet"));
        var kept = Room.Started();
        kept.Decide("rotate", "key-a");
        kept.Decide("rotate", "key-b");
        Assert.True(kept.Until(SmallWorld.At(19)).Has("quiet"));
    }

    [Fact]
    public void WhatWasNotDoneInTimeBringsAnInject()
    {
        Assert.True(Room.Started().Until(SmallWorld.At(6)).Has("late-reminder"));
        var diligent = Room.Started();
        diligent.Decide("rotate", "key-a");
        Assert.False(diligent.Until(SmallWorld.At(19)).Has("late-reminder"));
    }

    [Fact]
    public void AHeldInjectWaitsAndComesWhenItIsLetGo()
    {
        var room = Room.Started();
        room.Accept(new Command.HoldInject("welcome"));
        room.Accept(new Command.HoldInject("late-reminder"));
        room.Until(SmallWorld.At(8));
        Assert.False(room.Has("welcome") || room.Has("late-reminder"));
        room.Accept(new Command.ReleaseHold("welcome"));
        room.Accept(new Command.ReleaseHold("late-reminder"));
        Assert.True(room.Has("welcome") && room.Has("late-reminder"));
        Assert.Equal(SmallWorld.At(8), room.Blue.Inbox.Single(item => item.Inject == "welcome").Released);
    }

    [Fact]
    public void AnInjectSentByHandIsNotSentAgain()
    {
        var room = Room.Started();
        room.Accept(new Command.SendInject("welcome", null));
        Assert.True(room.Has("welcome"));
        room.Refused(new Command.SendInject("welcome", null), RejectionCode.InjectState);
        room.Until(SmallWorld.At(2));
        Assert.Single(room.Blue.Inbox, item => item.Inject == "welcome");
    }

    [Fact]
    public void AnInjectSentToOneTeamReachesNoOther()
    {
        var room = new Room(teams: ["blue", "red"]);
        room.Accept(new Command.Start());
        room.Accept(new Command.SendInject("extra", "red"));
        Assert.True(room.Has("extra", "red"));
        Assert.False(room.Has("extra"));
        room.Accept(new Command.WriteInject("note", Channel.Chat, "Facilitator", "Hint", "Look *there*.", ["soc"], "blue"));
        Assert.True(room.Has("note"));
        Assert.False(room.Has("note", "red"));
    }

    [Fact]
    public void AnInjectForARoleThatNobodyHoldsIsForEverybody()
    {
        var room = Room.Started().Until(SmallWorld.At(13));
        var alert = room.Scenario.Injects["alert"];
        Assert.True(room.Exercise.IsFor(alert, room.Exercise.People["ana"]));
        room.Accept(new Command.Join("bo", "Bo", "blue", "soc"));
        Assert.False(room.Exercise.IsFor(alert, room.Exercise.People["ana"]));
        Assert.True(room.Exercise.IsFor(alert, room.Exercise.People["bo"]));
        room.Refused(new Command.ReadInject("ana", "alert"), RejectionCode.UnknownInject);
    }

    [Fact]
    public void TheFirstAnswerCounts()
    {
        var room = Room.Started();
        room.Refused(new Command.AnswerInject("ana", "plan", "act", "", 50), RejectionCode.UnknownInject);
        room.Until(SmallWorld.At(2));
        room.Refused(new Command.AnswerInject("ana", "plan", "dance", "", 50), RejectionCode.UnknownOption);
        room.Accept(new Command.AnswerInject("ana", "plan", "act", "", 50));
        Assert.True(room.Holds(new Condition.Flag("acting")));
        Assert.Contains("first answer counts", room.Refused(new Command.AnswerInject("ana", "plan", "wait", "", 50), RejectionCode.AlreadyDone).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ReadingIsRecordedOnceForEachPerson()
    {
        var room = Room.Started().Until(SmallWorld.At(1));
        room.Accept(new Command.ReadInject("ana", "welcome"));
        room.Accept(new Command.ReadInject("ana", "welcome"));
        Assert.Single(room.Log.OfType<Event.InjectRead>());
    }
}

/// <summary>Injects that depend on others, on what was not done in time, and those that are taken back.</summary>
public sealed class InjectsThatDepend
{
    [Fact]
    public void AReminderComesOnlyWhenNothingWasDoneInTime()
    {
        var idle = Room.Started(Reminding).Until(SmallWorld.At(5));
        Assert.True(idle.Has("reminder"));

        var busy = Room.Started(Reminding).Until(SmallWorld.At(1));
        busy.Decide("rotate", "key-a");
        busy.Until(SmallWorld.At(9));
        Assert.False(busy.Has("reminder"));
        Assert.Contains(busy.Log, e => e is Event.InjectPassed { Inject: "reminder" });
        Assert.Empty(busy.Blue.Pending);
    }

    [Fact]
    public void WhatIsTakenBackBeforeItCameNeverComes()
    {
        var room = Room.Started(TakingBack).Until(SmallWorld.At(0.5));
        room.Decide("declare");
        room.Until(SmallWorld.At(5));
        Assert.False(room.Has("welcome"));
        Assert.True(room.Blue.Withdrawn.ContainsKey("welcome"));
    }

    [Fact]
    public void WhatHasComeIsMarkedAndWantsNoAnswer()
    {
        var room = Room.Started(TakingBack).Until(SmallWorld.At(2.5));
        Assert.True(room.Has("plan"));
        room.Decide("declare");
        Assert.Equal("It was wrong.", room.Blue.Withdrawn["plan"].Says);
        Assert.True(room.Has("plan"));
        room.Refused(new Command.AnswerInject("ana", "plan", "act", "", 50), RejectionCode.TooLate);
    }

    [Fact]
    public void AFacilitatorTakesBackWhatIsInAnInbox()
    {
        var room = Room.Started().Until(SmallWorld.At(1));
        room.Refused(new Command.RecallInject("extra", null, "Wrong."), RejectionCode.InjectState);
        room.Refused(new Command.RecallInject("welcome", null, " "), RejectionCode.BadValue);
        room.Accept(new Command.RecallInject("welcome", null, "Wrong."));
        Assert.Equal("Wrong.", room.Blue.Withdrawn["welcome"].Says);
        room.Refused(new Command.RecallInject("welcome", null, "Wrong again."), RejectionCode.InjectState);
        Assert.Equal(StateHash.Of(room.Exercise), StateHash.Of(Exercise.Replay(room.Scenario, room.Log)));
    }

    static Scenario Reminding { get; } = With("reminder", new Trigger.When(new Condition.Released("welcome"), TimeSpan.FromHours(3))
    {
        Unless = new Condition.Did("rotate", null, false),
    });

    static Scenario TakingBack { get; } = SmallWorld.Scenario with
    {
        Actions = new(SmallWorld.Scenario.Actions.Select(action => action.Id == "declare" ? action with { Needs = null } : action)),
        Injects = new(SmallWorld.Scenario.Injects.Select(inject =>
            inject.Id is "welcome" or "plan" ? inject with { Withdrawal = new(new Condition.Flag("declared"), "It was wrong.") } : inject)),
    };

    static Scenario With(string id, Trigger trigger) => SmallWorld.Scenario with
    {
        Injects = new(SmallWorld.Scenario.Injects.Append(SmallWorld.Scenario.Injects["welcome"] with { Id = id, Trigger = trigger })),
    };
}
