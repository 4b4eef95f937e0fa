namespace Tabletop.Engine.Tests;

public sealed class DecisionTests
{
    [Fact]
    public void ADecisionTakesEffectWhenItIsFinished()
    {
        var room = Room.Started().Until(SmallWorld.At(1));
        room.Decide("rotate", "key-a");
        Assert.True(room.Until(SmallWorld.At(2.9)).Holds(new Condition.CredentialIs("key-a", CredentialTest.Usable)));
        Assert.True(room.Until(SmallWorld.At(3)).Holds(new Condition.CredentialIs("key-a", CredentialTest.Rotated)));
        Assert.Equal("key-a was live. It opens the gateway (key-a).", room.Blue.Decisions[0].Finding);
        Assert.Equal(3, room.Blue.World.OutageHours);
    }

    [Fact]
    public void WhatWasDeadAlreadyTakesNothingDown()
    {
        var room = Room.Started();
        room.Decide("rotate", "key-dead");
        room.Until(SmallWorld.At(3));
        Assert.Equal(("key-dead was dead.", 0m), (room.Blue.Decisions[0].Finding, room.Blue.World.OutageHours));
    }

    [Fact]
    public void EffortIsLimitedInAPhaseAndNewInTheNext()
    {
        var room = Room.Started();
        room.Refused(new Command.SubmitDecision("ana", "siege", null, "", 50), RejectionCode.NoCapacity);
        room.Decide("rotate", "key-a");
        room.Decide("rotate", "key-b");
        room.Decide("rotate", "key-dead");
        room.Decide("hunt", "server");
        room.Decide("hunt", "gateway");
        Assert.Equal(18, room.Blue.EffortUsed);
        Assert.Equal(
            "'hunt' on server takes 3 h of work; your team has 2 h left in this phase. You can wait for 'evening' at 1 Jan 10:00 UTC, or choose something smaller.",
            room.Until(SmallWorld.At(4)).Refused(new Command.SubmitDecision("ana", "hunt", "server", "", 50), RejectionCode.NoCapacity).Message);
        room.Until(SmallWorld.At(10));
        Assert.Equal(0, room.Blue.EffortUsed);
        room.Decide("hunt", "server");
    }

    [Fact]
    public void OfTwoPeopleWhoDecideTheSameTheSecondIsToldOfTheFirst()
    {
        var room = Room.Started();
        room.Accept(new Command.Join("bo", "Bo", "blue", "soc"));
        room.Decide("rotate", "key-a");
        Assert.Equal(
            "Ana decided 'rotate' on key-a at 1 Jan 00:00 UTC; it is done at 1 Jan 02:00 UTC.",
            room.Refused(new Command.SubmitDecision("bo", "rotate", "key-a", "", 50), RejectionCode.AlreadyDone).Message);
    }

    [Fact]
    public void ARoleDecidesItsOwnUnlessNobodyHoldsIt()
    {
        var room = Room.Started();
        room.Decide("isolate", "gateway");
        room.Accept(new Command.Join("bo", "Bo", "blue", "platform"));
        Assert.Contains("Ask Bo", room.Refused(new Command.SubmitDecision("ana", "isolate", "server", "", 50), RejectionCode.NotYourRole).Message, StringComparison.Ordinal);
        room.Decide("isolate", "server", "bo");
    }

    [Fact]
    public void APreconditionIsSaid()
    {
        var room = Room.Started();
        Assert.Contains("nothing has happened yet", room.Refused(new Command.SubmitDecision("ana", "declare", null, "", 50), RejectionCode.NotYetPossible).Message, StringComparison.Ordinal);
        room.Until(SmallWorld.At(4)).Decide("declare");
        Assert.True(room.Holds(new Condition.Flag("declared")));
    }

    [Fact]
    public void OnlyWhatTheTeamKnowsCanBeATarget()
    {
        var room = Room.Started().Until(SmallWorld.At(15));
        room.Refused(new Command.SubmitDecision("ana", "remove", "implant", "", 50), RejectionCode.UnknownTarget);
        room.Refused(new Command.SubmitDecision("ana", "isolate", "museum", "", 50), RejectionCode.UnknownTarget);
        room.Refused(new Command.SubmitDecision("ana", "isolate", null, "", 50), RejectionCode.UnknownTarget);
        room.Decide("hunt", "server");
        room.Until(SmallWorld.At(16)).Decide("remove", "implant");
        Assert.True(room.Until(SmallWorld.At(17)).Holds(new Condition.FootholdIs("implant", FootholdTest.Removed)));
    }

    [Fact]
    public void AHuntBeforeTheAttackerCameFindsNothing()
    {
        var room = Room.Started();
        room.Decide("hunt", "server");
        Assert.False(room.Until(SmallWorld.At(15)).Holds(new Condition.FootholdIs("implant", FootholdTest.Known)));
    }

    [Fact]
    public void ARunningDecisionCanBeWithdrawnAFinishedOneCannot()
    {
        var room = Room.Started();
        room.Accept(new Command.SubmitDecision("ana", "rotate", "key-a", "", 50) { Id = "first" });
        room.Accept(new Command.WithdrawDecision("ana", "first"));
        Assert.True(room.Until(SmallWorld.At(5)).Holds(new Condition.CredentialIs("key-a", CredentialTest.Usable)));
        Assert.Equal(4, room.Blue.EffortUsed);
        room.Accept(new Command.SubmitDecision("ana", "rotate", "key-a", "", 50) { Id = "second" });
        room.Until(SmallWorld.At(8));
        room.Refused(new Command.WithdrawDecision("ana", "second"), RejectionCode.TooLate);
    }

    [Fact]
    public void OffersSayPriceAndRefusal()
    {
        var room = Room.Started();
        room.Decide("rotate", "key-a");
        var offers = room.Exercise.Offers("ana");
        var rotate = Assert.Single(offers, offer => offer.Action.Id == "rotate" && offer.Target == "key-b");
        Assert.Equal((TimeSpan.FromHours(2), 4m, 3m), (rotate.Takes, rotate.Effort, rotate.Outage));
        Assert.Null(rotate.Refusal);
        Assert.Equal(RejectionCode.AlreadyDone, offers.Single(offer => offer.Action.Id == "rotate" && offer.Target == "key-a").Refusal?.Code);
        Assert.DoesNotContain(offers, offer => offer.Action.Id == "remove");
        Assert.Empty(room.Exercise.Offers("nobody"));
    }
}
