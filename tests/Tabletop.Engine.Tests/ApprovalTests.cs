namespace Tabletop.Engine.Tests;

/// <summary>What cannot be taken back, where a second facilitator has to approve it.</summary>
public sealed class ApprovalTests
{
    static readonly Facilitator Ann = new("ann", "Ann");
    static readonly Facilitator Ben = new("ben", "Ben");

    static readonly Command[] ForGood =
    [
        new Command.SendInject("extra", null),
        new Command.SendInject("plan", "blue"),
        new Command.WriteInject("w1", Channel.Chat, "Boss", "Now", "Body", ["soc"], null),
        new Command.WriteInject("w2", Channel.Chat, "Boss", "Later", "Body", [], "blue") { Due = SmallWorld.At(9) },
        new Command.EditInject("quiet", Channel.Phone, "Boss", "Title", "Body", []),
        new Command.Jump(SmallWorld.At(10)),
        new Command.Step(),
        new Command.End(),
        new Command.Override("blue", OverrideKind.Adversary, "", "inside", "Too easy."),
        new Command.CorrectScore("c1", "blue", null, 4, "Fair."),
    ];

    public static TheoryData<int> EachForGood => [.. Enumerable.Range(0, ForGood.Length)];

    [Theory]
    [MemberData(nameof(EachForGood))]
    public void WhatCannotBeTakenBackHappensOnceAnotherFacilitatorApprovesIt(int which)
    {
        var (room, alone) = (Begun(), Begun(approval: false));
        var command = ForGood[which] with { Id = "deed", Facilitator = Ann };
        var asked = Assert.IsType<Event.DeedAsked>(Assert.Single(room.Accept(command)));
        Assert.Equal("deed", asked.Deed);

        var done = room.Accept(Settle(DeedOutcome.Approved, Ben));
        var expected = alone.Accept(command);
        Assert.Equal(Ben, Assert.IsType<Event.DeedSettled>(done[0]).Facilitator);
        Assert.Equal(expected.Select(e => e.GetType()), done.Skip(1).Select(e => e.GetType()));
        Assert.Equal(expected.Select(e => e.Facilitator), done.Skip(1).Select(e => e.Facilitator));
        Assert.Equal(Ann, done[1].Facilitator);
        Assert.Equal((alone.Exercise.Lifecycle, alone.Time, alone.Blue.Inbox.Length, alone.Blue.Adversary.State), (room.Exercise.Lifecycle, room.Time, room.Blue.Inbox.Length, room.Blue.Adversary.State));
    }

    [Fact]
    public void WhatCanBeUndoneNeedsNobodyElse()
    {
        var room = Begun();
        Assert.IsType<Event.InjectHeld>(Assert.Single(room.Accept(new Command.HoldInject("quiet") { Facilitator = Ann })));
        Assert.IsType<Event.InjectRescheduled>(Assert.Single(room.Accept(new Command.RescheduleInject("plan", SmallWorld.At(5)) { Facilitator = Ann })));
        Assert.IsType<Event.Paused>(Assert.Single(room.Accept(new Command.Pause("") { Facilitator = Ann })));
    }

    [Fact]
    public void WhoeverAsksCannotApproveItAndMayWithdrawIt()
    {
        var room = Begun();
        room.Accept(new Command.End { Id = "deed", Facilitator = Ann });
        room.Refused(Settle(DeedOutcome.Approved, Ann), RejectionCode.NotYourRole);
        room.Refused(Settle(DeedOutcome.Declined, Ann, "No."), RejectionCode.NotYourRole);
        room.Refused(Settle(DeedOutcome.Withdrawn, Ben), RejectionCode.NotYourRole);
        room.Refused(Settle(DeedOutcome.Lapsed, Ben), RejectionCode.BadValue);
        room.Accept(Settle(DeedOutcome.Withdrawn, Ann));

        Assert.Equal("Ann, who asked for it, has withdrawn it.", room.Refused(Settle(DeedOutcome.Approved, Ben), RejectionCode.AlreadyDone).Message);
        Assert.Equal(Lifecycle.Running, room.Exercise.Lifecycle);
    }

    [Fact]
    public void ItIsDeclinedWithAReason()
    {
        var room = Begun();
        room.Accept(new Command.End { Id = "deed", Facilitator = Ann });
        Assert.Equal("Say why: Ann reads it.", room.Refused(Settle(DeedOutcome.Declined, Ben, " "), RejectionCode.BadValue).Message);
        room.Accept(Settle(DeedOutcome.Declined, Ben, " Too early. "));

        Assert.Equal((DeedOutcome.Declined, Ben, "Too early."), (room.Exercise.Deeds[0].Outcome, room.Exercise.Deeds[0].SettledBy, room.Exercise.Deeds[0].Reason));
        Assert.Equal(Lifecycle.Running, room.Exercise.Lifecycle);
    }

    [Fact]
    public void TwoWhoApproveAtOnceMakeOneDeed()
    {
        var room = Begun();
        room.Accept(new Command.SendInject("extra", null) { Id = "deed", Facilitator = Ann });
        Assert.Empty(room.Accept(new Command.SendInject("extra", null) { Id = "deed", Facilitator = Ann }));
        room.Refused(new Command.SendInject("extra", null) { Facilitator = Ben }, RejectionCode.AlreadyDone);
        room.Accept(Settle(DeedOutcome.Approved, Ben) with { Id = "first" });
        Assert.Empty(room.Accept(Settle(DeedOutcome.Approved, Ben) with { Id = "first" }));

        Assert.Equal("Ben has approved it already: it is done.", room.Refused(Settle(DeedOutcome.Approved, new("cat", "Cat")), RejectionCode.AlreadyDone).Message);
        Assert.Single(room.Log.OfType<Event.InjectReleased>(), e => e is { Inject: "extra", Team: "blue" });
    }

    [Fact]
    public void TheSameIsAskedForOnceWhateverIdItWouldGet()
    {
        var room = Begun();
        room.Accept(new Command.CorrectScore("c1", "blue", null, 4, "Fair.") { Facilitator = Ann });
        room.Refused(new Command.CorrectScore("c2", "blue", null, 4, "Fair.") { Facilitator = Ben }, RejectionCode.AlreadyDone);
        room.Accept(new Command.CorrectScore("c3", "blue", null, 5, "Fair.") { Facilitator = Ben });
    }

    [Fact]
    public void WhatAnotherRequestHasDoneMeanwhileIsNotApproved()
    {
        var room = Begun();
        room.Accept(new Command.Override("blue", OverrideKind.Adversary, "", "inside", "Too easy.") { Id = "other", Facilitator = Ben });
        room.Accept(new Command.Override("blue", OverrideKind.Adversary, "", "inside", "Too slow.") { Id = "deed", Facilitator = Ann });
        room.Accept(new Command.SettleDeed("other", DeedOutcome.Approved, "") { Facilitator = Ann });
        Assert.NotNull(room.Send(Settle(DeedOutcome.Approved, Ben)).Rejection);
        Assert.Equal(DeedOutcome.Lapsed, room.Exercise.Deeds[1].Outcome);
        Assert.Single(room.Log.OfType<Event.Overridden>());
    }

    [Fact]
    public void WhatIsNotPossibleAnyMoreIsRefusedAndWaitsNoLonger()
    {
        var room = Begun();
        room.Accept(new Command.SendInject("plan", null) { Id = "deed", Facilitator = Ann });
        room.Until(SmallWorld.At(3));
        var approved = room.Send(Settle(DeedOutcome.Approved, Ben) with { Id = "yes" });

        Assert.Equal(RejectionCode.InjectState, approved.Rejection!.Code);
        Assert.Equal((DeedOutcome.Lapsed, approved.Rejection), (room.Exercise.Deeds[0].Outcome, room.Exercise.Deeds[0].Why));
        Assert.Equal(approved.Rejection, room.Send(Settle(DeedOutcome.Approved, Ben) with { Id = "yes" }).Rejection);
        Assert.Single(room.Log.OfType<Event.InjectReleased>(), e => e is { Inject: "plan", Team: "blue" });
    }

    [Fact]
    public void AStepIsApprovedToTheInjectThatItWasAskedFor()
    {
        var room = Begun();
        room.Accept(new Command.Step { Id = "deed", Facilitator = Ann });
        Assert.Equal(new Command.Jump(SmallWorld.At(1)), room.Exercise.Deeds[0].Does);
        room.Until(SmallWorld.At(1.5));
        Assert.Equal(RejectionCode.BadValue, room.Send(Settle(DeedOutcome.Approved, Ben)).Rejection!.Code);
        Assert.Equal(SmallWorld.At(1.5), room.Time);
    }

    [Fact]
    public void WhatIsNotPossibleIsNotAskedFor()
    {
        var room = Begun();
        room.Refused(new Command.Jump(SmallWorld.Day) { Facilitator = Ann }, RejectionCode.BadValue);
        room.Refused(new Command.SendInject("nothing", null) { Facilitator = Ann }, RejectionCode.UnknownInject);
        Assert.Empty(room.Exercise.Deeds);
    }

    [Fact]
    public void RequestsDieWithTheExerciseAndWhenApprovalIsTurnedOff()
    {
        var room = Begun();
        room.Accept(new Command.SendInject("extra", null) { Id = "other", Facilitator = Ann });
        room.Accept(new Command.SetApproval(false) { Facilitator = Ann });
        Assert.Equal(DeedOutcome.Lapsed, room.Exercise.Deeds[0].Outcome);
        room.Accept(new Command.SetApproval(true) { Facilitator = Ann });

        room.Accept(new Command.SendInject("extra", null) { Id = "deed", Facilitator = Ann });
        room.Accept(new Command.End { Id = "end", Facilitator = Ben });
        room.Accept(new Command.SettleDeed("end", DeedOutcome.Approved, "") { Facilitator = Ann });
        Assert.Equal([DeedOutcome.Lapsed, DeedOutcome.Lapsed, DeedOutcome.Approved], room.Exercise.Deeds.Select(deed => deed.Outcome!.Value));
        Assert.Equal("The exercise has ended meanwhile.", room.Refused(Settle(DeedOutcome.Approved, Ben), RejectionCode.NotNow).Message);
        Assert.False(room.Has("extra"));
    }

    [Fact]
    public void OnlyWhereFacilitatorsRunItIsThereSomebodyToApprove()
    {
        Room.Started(mode: ExerciseMode.Alone).Refused(new Command.SetApproval(true), RejectionCode.NotNow);
        Room.Started(mode: ExerciseMode.Solo).Refused(new Command.SetApproval(true), RejectionCode.NotNow);
    }

    static Command.SettleDeed Settle(DeedOutcome outcome, Facilitator by, string reason = "") => new("deed", outcome, reason) { Facilitator = by };

    static Room Begun(bool approval = true)
    {
        var room = Room.Started();
        room.Accept(new Command.SetApproval(approval) { Facilitator = Ann });
        return room;
    }
}
