using System.Collections.Immutable;
using Tabletop.Engine;
using Tabletop.TestKit;

namespace Tabletop.Exercises.Tests;

public sealed partial class WhatIsVisible
{
    static readonly Viewer.Participant Sam = new("sam", "blue", "soc");
    static readonly Viewer.Facilitator Facilitator = new();

    /// <summary>Blue with a lead and a SOC analyst, Red with a SOC analyst only; running.</summary>
    static readonly Exercise Played = Play(
        new Event.TeamAdded("blue", "Blue"),
        new Event.TeamAdded("red", "Red"),
        new Event.Joined("lea", "Lea", "blue", "lead"),
        new Event.Joined("sam", "Sam", "blue", "soc"),
        new Event.Joined("rob", "Rob", "red", "soc"),
        new Event.Started(),
        new Event.InjectWritten("written-blue", Channel.Chat, "Boss", "For Blue", "Body", [], "blue"),
        new Event.InjectWritten("written-lead", Channel.Chat, "Boss", "For leads", "Body", ["lead"], null));

    [Theory]
    [MemberData(nameof(OwnTeam), DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(Talk), DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(Everybodys), DisableDiscoveryEnumeration = true)]
    public void ParticipantSees(Event e) => Assert.Same(e, Visibility.For(Sam, e, Played)!.Event);

    [Theory]
    [MemberData(nameof(Nobodys), DisableDiscoveryEnumeration = true)]
    public void ParticipantNeverSees(Event e) => Assert.Null(Visibility.For(Sam, e, Played));

    [Theory]
    [MemberData(nameof(OwnTeam), DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(Everybodys), DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(Nobodys), DisableDiscoveryEnumeration = true)]
    public void FacilitatorSeesEverything(Event e) => Assert.NotNull(Visibility.For(Facilitator, e, Played));

    [Theory]
    [MemberData(nameof(OwnTeam), DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(Everybodys), DisableDiscoveryEnumeration = true)]
    public void ObserverOfATeamSeesWhatTheTeamSees(Event e)
    {
        Assert.NotNull(Visibility.For(new Viewer.Observer("blue"), e, Played));
        Assert.NotNull(Visibility.For(new Viewer.Observer(null), e, Played));
    }

    [Theory]
    [MemberData(nameof(Talk), DisableDiscoveryEnumeration = true)]
    public void WhatATeamSaysAmongItselfIsReadByItsOwnPeopleFacilitatorsAndEvaluatorsOnly(Event e)
    {
        Assert.NotNull(Visibility.For(Facilitator, e, Played));
        Assert.NotNull(Visibility.For(new Viewer.Evaluator("pass-1", null), e, Played));
        Assert.NotNull(Visibility.For(new Viewer.Evaluator("pass-1", "blue"), e, Played));
        Assert.Null(Visibility.For(new Viewer.Evaluator("pass-1", "red"), e, Played));
        Assert.Null(Visibility.For(new Viewer.Participant("rob", "red", "soc"), e, Played));
        Assert.Null(Visibility.For(new Viewer.Observer("blue"), e, Played));
        Assert.Null(Visibility.For(new Viewer.Observer(null), e, Played));
        Assert.Null(Visibility.For(new Viewer.Wall(), e, Played));
    }

    [Fact]
    public void WhatAPersonMarksInTheInboxIsThatPersonsAlone()
    {
        var marked = new Event.InboxMarked("blue", "sam", "supplier-calls", null, true);
        Assert.NotNull(Visibility.For(Sam, marked, Played));
        Assert.Null(Visibility.For(new Viewer.Participant("lea", "blue", "lead"), marked, Played));
        Assert.Null(Visibility.For(new Viewer.Observer("blue"), marked, Played));
    }

    [Theory]
    [MemberData(nameof(OwnTeam), DisableDiscoveryEnumeration = true)]
    public void ObserverOfAnotherTeamDoesNot(Event e) => Assert.Null(Visibility.For(new Viewer.Observer("red"), e, Played));

    [Theory]
    [MemberData(nameof(Nobodys), DisableDiscoveryEnumeration = true)]
    public void WallShowsNothingOfIt(Event e) => Assert.Null(Visibility.For(new Viewer.Wall(), e, Played));

    [Theory]
    [MemberData(nameof(OwnTeam), DisableDiscoveryEnumeration = true)]
    public void WallShowsNothingOfATeam(Event e) => Assert.Null(Visibility.For(new Viewer.Wall(), e, Played));

    [Theory]
    [MemberData(nameof(Everybodys), DisableDiscoveryEnumeration = true)]
    public void WallShowsWhatIsEverybodys(Event e) => Assert.NotNull(Visibility.For(new Viewer.Wall(), e, Played));

    [Fact]
    public void EvaluatorSeesWhatIsWrittenOfTheTeamAndNothingThatLiesBehind()
    {
        var evaluator = new Viewer.Evaluator("pass-1", "blue");
        Assert.NotNull(Visibility.For(evaluator, new Event.Observed("o1", "", "Facilitator", "blue", null, null, "They hesitated."), Played));
        Assert.Null(Visibility.For(evaluator, new Event.Observed("o2", "", "Facilitator", "red", null, null, "They hesitated."), Played));
        Assert.NotNull(Visibility.For(evaluator, new Event.DecisionFinished("blue", "d", "Nothing.", 0), Played));
        Assert.Null(Visibility.For(evaluator, new Event.DecisionFinished("red", "d", "Nothing.", 0), Played));
        Assert.Null(Visibility.For(evaluator, new Event.AdversaryMoved("blue", "log-in", "outside", "inside"), Played));
        Assert.Null(Visibility.For(evaluator, new Event.ScoreCorrected("blue", "c1", null, -5, "Late.", null), Played));
        Assert.Null(Visibility.For(evaluator, new Event.InjectDue("blue", "vpn-alert", default), Played));
    }

    [Fact]
    public void ObserverNeverSeesWhatLiesBehind() => Assert.All(
        Nobodys.Select(row => row.Data).Where(e => e is Event.Opened or Event.PassGiven or Event.PassEnded or Event.StandingShown or Event.InjectDue or Event.InjectPassed
            or Event.InjectHeld or Event.HoldReleased or Event.AdversaryMoved or Event.AdversaryRefused or Event.ScoreCorrected or Event.Overridden or Event.RemarkMade or Event.RemarkRemoved
            or Event.ApprovalSet or Event.DeedAsked or Event.DeedSettled),
        e => Assert.Null(Visibility.For(new Viewer.Observer(null), e, Played)));

    [Fact]
    public void EveryKindOfEventIsDecidedHere() => Assert.Equal(
        typeof(Event).GetNestedTypes().Where(type => type.IsSubclassOf(typeof(Event))).Select(type => type.Name).Order(StringComparer.Ordinal),
        OwnTeam.Concat(Talk).Concat(Everybodys).Concat(Nobodys).Select(row => row.Data.GetType().Name).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void WhoLooksBackIsGivenTheWholeLogWithoutTheWordsOfRemarksAndOfTeamsAmongThemselves()
    {
        var all = OwnTeam.Concat(Talk).Concat(Everybodys).Concat(Nobodys).Select(row => row.Data).ToList();
        var seen = all.Select(e => Visibility.For(new Viewer.Reviewer(), e, Played)!.Event).ToList();

        Assert.Equal(all.Select(e => e.GetType()), seen.Select(e => e.GetType()));
        Assert.All(seen.OfType<Event.RemarkMade>(), taken => Assert.Equal(("", null), (taken.Text, taken.About)));
        Assert.All(seen.OfType<Event.RosterSet>(), set => Assert.Empty(set.Entries));
        Assert.All(seen.OfType<Event.HandedOver>(), handed => Assert.Empty(handed.To.Name + handed.To.Id));
        Assert.All(seen.OfType<Event.FacilitatorsAdmitted>(), admitted => Assert.Null(admitted.Who));
        Assert.All(seen.OfType<Event.DeedAsked>(), asked => Assert.Null(asked.Does));
        Assert.All(seen.OfType<Event.DeedSettled>(), settled => Assert.Equal(("", null), (settled.Reason, settled.Why)));
        Assert.All(seen.OfType<Event.Said>(), said => Assert.Empty(said.Text));
        Assert.All(seen.OfType<Event.NoteWritten>(), written => Assert.Empty(written.Text));
        Assert.All(seen.OfType<Event.NoteRemoved>(), removed => Assert.Empty(removed.Text));
        Assert.Null(Visibility.For(new Viewer.Evaluator("pass-1", null), new Event.RemarkMade("n1", "Blue argues well.", "blue"), Played));
    }

    [Fact]
    public void WhatWaitsForASecondFacilitatorIsSeenByFacilitatorsOnly()
    {
        foreach (var e in new Event[] { new Event.ApprovalSet(true), new Event.DeedAsked("d1", new Command.End()), new Event.DeedSettled("d1", DeedOutcome.Declined, "Too early.") })
        {
            Assert.Same(e, Visibility.For(Facilitator, e, Played)!.Event);
            foreach (var viewer in new Viewer[] { Sam, new Viewer.Observer(null), new Viewer.Evaluator("pass-1", null), new Viewer.Wall() })
                Assert.Null(Visibility.For(viewer, e, Played));
        }
    }

    [Fact]
    public void WhichFacilitatorDidSomethingIsToldToFacilitatorsOnly()
    {
        var paused = new Event.Paused("Lunch") { Facilitator = new("account-1", "Ann") };
        Assert.Equal("Ann", Visibility.For(Facilitator, paused, Played)!.Event.Facilitator!.Name);
        foreach (var viewer in new Viewer[] { Sam, new Viewer.Observer(null), new Viewer.Evaluator("pass-1", null), new Viewer.Wall(), new Viewer.Reviewer() })
            Assert.Null(Visibility.For(viewer, paused, Played)!.Event.Facilitator);
    }

    [Fact]
    public void ScenarioTextStaysOnTheServer()
    {
        var opened = new Event.Opened("x", "CODE23", "Title", TinyScenario.Sources, "hash", "standard", 1, ExerciseMode.Facilitated);

        Assert.Empty(((Event.Opened)Visibility.For(Facilitator, opened, Played)!.Event).Sources);
    }

    [Fact]
    public void InjectForARoleThatNobodyHoldsIsForAll()
    {
        var rob = new Viewer.Participant("rob", "red", "soc");

        Assert.NotNull(Visibility.For(rob, new Event.InjectReleased("red", "reminder"), Played));
    }

    [Fact]
    public void InjectComesWithoutWhatItSetsInMotion()
    {
        var content = Visibility.For(Sam, new Event.InjectReleased("blue", "supplier-calls"), Played)!.Inject!;

        Assert.Equal("We have lost your VPN token.", content.Body.Trim());
        Assert.Equal(["thanks", "silence"], content.Question!.Options.Select(option => option.Id));
        Assert.Equal(
            ["Body", "Channel", "From", "Id", "Question", "Title", "To"],
            typeof(InjectContent).GetProperties().Select(property => property.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void PresenceEndsAtTheTeam() => Assert.Equal(
        ["lea", "sam"],
        Visibility.Present(Sam, ["lea", "rob", "sam"], Played));

    [Fact]
    public void PresenceOfATeamIsItsObserversAndNotTheWalls()
    {
        Assert.Equal(["rob"], Visibility.Present(new Viewer.Observer("red"), ["lea", "rob", "sam"], Played));
        Assert.Empty(Visibility.Present(new Viewer.Wall(), ["lea", "rob", "sam"], Played));
    }

    [Theory]
    [InlineData(Lifecycle.Running, false)]
    [InlineData(Lifecycle.Paused, false)]
    [InlineData(Lifecycle.Debrief, true)]
    [InlineData(Lifecycle.Closed, true)]
    public void EverythingIsShownInTheDebriefAndNotBefore(Lifecycle lifecycle, bool all)
    {
        Assert.Equal(all, Visibility.SeesAll(Sam, Played with { Lifecycle = lifecycle }));
        Assert.True(Visibility.SeesAll(Facilitator, Played));
    }

    static Exercise Play(params ImmutableArray<Event> events)
    {
        var scenario = TinyScenario.Scenario;
        var opened = new Event.Opened("x", "CODE23", "Title", [], scenario.Hash, "standard", 1, ExerciseMode.Facilitated)
        {
            Version = 1,
            Time = scenario.Start,
        };
        return events.Aggregate(
            Exercise.Open(scenario, opened), (state, e) => state.Apply(e with { Version = state.Version + 1, Time = scenario.Start }));
    }
}
