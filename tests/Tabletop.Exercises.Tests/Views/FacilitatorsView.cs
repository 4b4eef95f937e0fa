using Tabletop.Engine;
using Tabletop.Exercises.Views;
using Tabletop.TestKit;
using Tabletop.TestKit.Samples;
using static Tabletop.TestKit.Samples.SampleExercise;
using static Tabletop.TestKit.Samples.SampleScenario;

namespace Tabletop.Exercises.Tests.Views;

public sealed class FacilitatorsView
{
    [Fact]
    public void EachTeamShowsItsOwnAttacker()
    {
        var view = View(Started().Decide("dan", "rotate", Token).Until(At(11, 16, 15)));
        Assert.Equal(["Quiet, with a way back", "Shut out"], view.Teams.Select(team => team.Attacker));
    }

    [Fact]
    public void OnlyTheCredentialsThatTheAttackerCountsOnAreKeys()
    {
        var keys = View(Started().Decide("ada", "disable", Token).Until(At(10, 18, 10))).Teams[0].Keys;
        Assert.Equal(
            [new("Helpdesk chatbot token", CredentialEnd.Disabled, 0, 1), new("Sheet integration account", null, 1, 1), new KeyCredential("Code mirror account", null, 1, 1)],
            keys);
    }

    [Fact]
    public void AFootholdThatTheAttackerCannotReachIsCutOff()
    {
        var played = Started().Until(At(11, 16, 15));
        Assert.Equal(FootholdStanding.Live, View(played).Teams[0].Footholds.Single().Standing);
        played.Decide("ada", "disable", Token).Until(At(11, 16, 16));
        Assert.Equal(FootholdStanding.CutOff, View(played).Teams[0].Footholds.Single().Standing);
    }

    [Fact]
    public void ASentInjectCountsItsReadersAmongThoseWhomItReaches()
    {
        var played = Started().Until(At(10, 18, 14)).Do(new Command.ReadInject("ada", "inventory"));
        Assert.Equal(
            [new("blue", "Blue", InjectStanding.Sent, At(10, 18, 13), 1, 2, null), new TeamInject("red", "Red", InjectStanding.Sent, At(10, 18, 13), 0, 1, null)],
            Row(played, "inventory").Teams);
    }

    [Fact]
    public void AnInjectOnItsWaySaysWhenItComes()
    {
        var row = Row(Started().Until(At(11, 16, 15)), "new-user");
        Assert.Equal(InjectStanding.OnItsWay, row.Teams[0].Standing);
        Assert.Equal(At(11, 17, 10, 36), row.Due);
    }

    [Fact]
    public void AnInjectWhoseConditionDidNotHoldHasPassed()
    {
        var played = Started().Decide("dan", "rotate", Token).Until(At(11, 23, 17));
        Assert.Equal([InjectStanding.Sent, InjectStanding.Passed], Row(played, "alert").Teams.Select(team => team.Standing));
    }

    [Fact]
    public void AHeldInjectIsMarked() => Assert.True(Row(Started().Do(new Command.HoldInject("press")), "press").Held);

    [Fact]
    public void AnInjectThatTheFacilitatorWroteShowsOnlyTheTeamsThatGotIt()
    {
        var played = Started().Do(new Command.WriteInject("w1", Channel.Chat, "Control", "For red alone", "whispered", [], Red));
        Assert.Equal(["Red"], Row(played, "w1").Teams.Select(team => team.Team));
    }

    [Fact]
    public void TheStreamMixesDecisionsAndAnswersOfAllTeamsNewestFirst()
    {
        var played = Started()
            .Decide("ada", "check", Token)
            .Until(At(11, 17, 12))
            .Do(new Command.AnswerInject("bo", "new-user", "off", "", 50))
            .Decide("dan", "declare");
        Assert.Equal(
            [("Red", "Declare an incident", null), ("Blue", "Who is t.lindqvist?", "We switch the account off now"), ("Blue", "Check whether it works", "Helpdesk chatbot token")],
            View(played).Stream.Select(entry => (entry.Team, entry.What, entry.Target)));
    }

    [Fact]
    public void ATeamShowsWhenItLastDidSomething()
    {
        var played = Started().Wait(TimeSpan.FromMinutes(2)).Decide("ada", "check", Token).Wait(TimeSpan.FromMinutes(5));
        Assert.Equal(played.At.AddMinutes(-5), View(played).Teams[0].ActedAt);
        Assert.Null(View(played).Teams[1].ActedAt);
    }

    [Fact]
    public void PhasesAreEitherPastPresentOrToCome() =>
        Assert.Equal(
            [PhaseStanding.Past, PhaseStanding.Present, PhaseStanding.ToCome, PhaseStanding.ToCome],
            View(Started().Until(At(11, 15, 0))).Phases.Select(phase => phase.Standing));

    [Theory]
    [InlineData("press", "Fri 3 Nov 12:00")]
    [InlineData("executive", "when you send it")]
    [InlineData("vendor-chat", "as soon as Helpdesk chatbot token is dead")]
    [InlineData("new-user", "20 h after Account “t.lindqvist” is planted")]
    [InlineData("alert", "Thu 23 Nov 16:00, only if the attacker has reached “Copying repositories”")]
    public void ATriggerIsSaidInWords(string inject, string words) => Assert.Equal(words, Row(Started(), inject).Trigger.ToString());

    /// <summary>A flag has no title; what sets it has one, unless there are many.</summary>
    [Theory]
    [InlineData("okta-waived-entry", "20 min after the attacker’s step “Tries a stolen credential at the Okta tenant” has succeeded")]
    [InlineData("user-refused", "5 min after the attacker’s step “Is refused a user of its own and reads on” has succeeded")]
    [InlineData("incident-declared", "“Declare an incident” is finished")]
    [InlineData("sign-seen", "the flag “sign seen” is set")]
    public void AFlagIsSaidByWhatSetsIt(string what, string words)
    {
        var scenario = ShippedScenarios.Flagship;
        Assert.Equal(words, (scenario.Injects.TryGet(what, out var inject) ? ConditionText.Of(inject.Trigger, scenario) : ConditionText.Of(new Condition.Flag(what), scenario)).ToString());
    }

    static ControlView View(SampleExercise played) =>
        ControlProjection.Of(played.Exercise, played.Log, new Dictionary<string, ScoreGlance>(), new HashSet<string>());

    static InjectRow Row(SampleExercise played, string id) => View(played).Injects.Single(row => row.Id == id);
}
