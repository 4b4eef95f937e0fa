namespace Tabletop.Engine.Tests;

/// <summary>Ana commands, Bo is the analyst, Pia runs the platform and alone may isolate.</summary>
public sealed class ActionProposalTests
{
    [Fact]
    public void WhoMayNotDecideAnActionProposesItAndNothingElseChanges()
    {
        var room = Staffed();
        room.Refused(new Command.SubmitDecision("bo", "isolate", "server", "", 70), RejectionCode.NotYourRole);
        var before = room.Blue;
        room.Accept(new Command.ProposeAction("bo", "isolate", "server", " It talks to nobody we know. ", 80) { Id = "p1" });

        var proposal = Assert.Single(room.Blue.Proposed);
        Assert.Equal(("p1", "Bo", "It talks to nobody we know.", 80), (proposal.Id, proposal.Name, proposal.Reason, proposal.Confidence));
        Assert.Equal((before.EffortUsed, before.World), (room.Blue.EffortUsed, room.Blue.World));
        Assert.Empty(room.Blue.Decisions);
    }

    [Fact]
    public void TheOthersAreForItOrObjectWithAReasonAndMayChangeTheirMinds()
    {
        var room = Proposed();
        room.Refused(new Command.VoiceOnAction("ana", "p1", false, " "), RejectionCode.BadValue);
        room.Accept(new Command.VoiceOnAction("ana", "p1", false, "The shop stands still."));
        room.Accept(new Command.VoiceOnAction("pia", "p1", true, ""));
        Assert.Equal([("Ana", false, "The shop stands still."), ("Pia", true, "")], Voices(room));

        Assert.Empty(room.Accept(new Command.VoiceOnAction("pia", "p1", true, "")));
        room.Accept(new Command.VoiceOnAction("ana", "p1", true, ""));
        room.Accept(new Command.VoiceOnAction("pia", "p1", null, ""));
        Assert.Equal([("Ana", true, "")], Voices(room));
        room.Refused(new Command.VoiceOnAction("bo", "p1", true, ""), RejectionCode.BadValue);
    }

    [Fact]
    public void DecidingTheSameThingEndsTheProposalWhateverWasSaid()
    {
        var room = Proposed();
        room.Accept(new Command.VoiceOnAction("ana", "p1", false, "The shop stands still."));
        room.Accept(new Command.SubmitDecision("pia", "isolate", "server", "", 70));
        Assert.Equal(ProposalEnd.Decided, Assert.Single(room.Blue.Proposed).End);
        room.Refused(new Command.VoiceOnAction("ana", "p1", true, ""), RejectionCode.AlreadyDone);
        room.Refused(new Command.ProposeAction("bo", "isolate", "server", "", 70), RejectionCode.AlreadyDone);
    }

    [Fact]
    public void OnlyItsProposerAndWhoDecidesItTakeItOffTheList()
    {
        var room = Proposed();
        room.Refused(new Command.DropProposal("ana", "p1"), RejectionCode.NotYourRole);
        room.Accept(new Command.DropProposal("pia", "p1"));
        Assert.Equal(ProposalEnd.Dropped, Assert.Single(room.Blue.Proposed).End);
        room.Accept(new Command.ProposeAction("bo", "isolate", "server", "", 70) { Id = "p2" });
        room.Accept(new Command.DropProposal("bo", "p2"));
        room.Refused(new Command.DropProposal("bo", "p2"), RejectionCode.AlreadyDone);
        room.Refused(new Command.DropProposal("bo", "nothing"), RejectionCode.UnknownDecision);
    }

    [Fact]
    public void TheSameThingIsProposedOnceAndOnlyWhileItCanBeDone()
    {
        var room = Proposed();
        Assert.Contains("Bo has proposed this", room.Refused(new Command.ProposeAction("ana", "isolate", "server", "", 70), RejectionCode.AlreadyDone).Message, StringComparison.Ordinal);
        room.Refused(new Command.ProposeAction("ana", "isolate", "nowhere", "", 70), RejectionCode.UnknownTarget);
        room.Refused(new Command.ProposeAction("ana", "nothing", null, "", 70), RejectionCode.UnknownAction);
        room.Refused(new Command.ProposeAction("ana", "isolate", "gateway", "", 101), RejectionCode.BadValue);
        room.Refused(new Command.ProposeAction("nobody", "isolate", "gateway", "", 70), RejectionCode.UnknownPerson);
        room.Accept(new Command.End());
        room.Refused(new Command.ProposeAction("ana", "isolate", "gateway", "", 70), RejectionCode.NotNow);
        room.Refused(new Command.VoiceOnAction("ana", "p1", true, ""), RejectionCode.NotNow);
    }

    [Fact]
    public void AnOfferSaysWhatCanBeProposedByWhomItRefuses()
    {
        var room = Staffed();
        var offer = OfferOf(room, "bo");
        Assert.True(offer.MayPropose);
        Assert.Equal(RejectionCode.NotYourRole, offer.Refusal?.Code);
        room.Accept(new Command.ProposeAction("bo", "isolate", "server", "", 70));
        Assert.False(OfferOf(room, "bo").MayPropose);
    }

    static Offer OfferOf(Room room, string person) => room.Exercise.Offers(person).Single(offer => offer.Action.Id == "isolate" && offer.Target == "server");

    static IEnumerable<(string Name, bool For, string Reason)> Voices(Room room) => room.Blue.Proposed[0].Voices.Select(voice => (voice.Name, voice.For, voice.Reason));

    static Room Staffed()
    {
        var room = Room.Started();
        room.Accept(new Command.Join("bo", "Bo", "blue", "soc"));
        room.Accept(new Command.Join("pia", "Pia", "blue", "platform"));
        return room;
    }

    static Room Proposed()
    {
        var room = Staffed();
        room.Accept(new Command.ProposeAction("bo", "isolate", "server", "", 80) { Id = "p1" });
        return room;
    }
}
