using Tabletop.TestKit;

namespace Tabletop.Engine.Tests;

/// <summary>The tiny scenario's logs, which are searched, and its owners, who are chosen from a list.</summary>
public sealed class ToolTests
{
    static readonly Scenario Tiny = TinyScenario.Scenario;

    [Fact]
    public void AnAnswerTakesTimeAndSpeaksOfTheWorldAsItIsWhenItComes()
    {
        var room = Room.Started(Tiny).Until(Noon(-0.1));
        room.Decide("logs", "Token");
        Assert.Null(room.Blue.Decisions[0].Finding);
        room.Until(Noon(0.5));
        Assert.Equal("A login from **abroad** at noon.", room.Blue.Decisions[0].Finding);
    }

    [Theory]
    [InlineData("who used the VPN token?", "token")]
    [InlineData("  SVC.EXE ", "backdoor")]
    [InlineData("backdoor", "backdoor")]
    [InlineData("the weather", Tools.Nothing)]
    public void WhatIsTypedMeansTheTopicWhoseWordIsInIt(string asked, string topic)
    {
        var room = Room.Started(Tiny);
        room.Decide("logs", asked);
        Assert.Equal((topic, asked.Trim()), (room.Blue.Decisions[0].Target, room.Blue.Decisions[0].Asked));
        Assert.True(new Facts(Tiny, room.Blue, room.Time).Holds(new Condition.Did("logs", topic, true)));
    }

    [Fact]
    public void AMissIsAnsweredToo()
    {
        var room = Room.Started(Tiny);
        room.Decide("logs", "the weather");
        room.Until(Noon(-3));
        Assert.Equal("No line has this word.", room.Blue.Decisions[0].Finding);
    }

    [Fact]
    public void TheSameCanBeAskedAgainAndCostsAgain()
    {
        var room = Room.Started(Tiny);
        room.Decide("owners", "vpn");
        room.Refused(new Command.SubmitDecision("ana", "owners", "vpn", "", 50), RejectionCode.AlreadyDone);
        room.Until(Noon(-3));
        room.Decide("owners", "vpn");
        Assert.Equal(1, room.Blue.EffortUsed);
    }

    [Fact]
    public void AnAnswerMayChangeWhatTheTeamKnows()
    {
        var room = Room.Started(Tiny);
        room.Decide("logs", "svc.exe");
        Assert.DoesNotContain("backup-key", room.Blue.World.KnownCredentials);
        room.Until(Noon(-3));
        Assert.Contains("backup-key", room.Blue.World.KnownCredentials);
    }

    [Fact]
    public void NothingToLookForIsRefused()
    {
        var room = Room.Started(Tiny);
        room.Refused(new Command.SubmitDecision("ana", "logs", " ", "", 50), RejectionCode.BadValue);
        room.Refused(new Command.SubmitDecision("ana", "logs", new string('x', Tools.MostLetters + 1), "", 50), RejectionCode.BadValue);
        room.Refused(new Command.SubmitDecision("ana", "owners", "weather", "", 50), RejectionCode.UnknownTarget);
    }

    [Fact]
    public void TopicsOfASearchAreNotGivenAway()
    {
        var room = Room.Started(Tiny);
        Assert.Null(Assert.Single(room.Exercise.Offers("ana"), offer => offer.Action.Id == "logs").Target);
        Assert.Equal(["backup", "vpn"], room.Exercise.Offers("ana").Where(offer => offer.Action.Id == "owners").Select(offer => offer.Target));
    }

    static DateTimeOffset Noon(double hours) => new DateTimeOffset(2024, 3, 4, 12, 0, 0, TimeSpan.Zero).AddHours(hours);
}
