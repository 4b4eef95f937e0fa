using System.Collections;
using System.Reflection;
using Tabletop.Engine;
using Tabletop.Exercises.Views;
using Tabletop.TestKit.Samples;
using static Tabletop.TestKit.Samples.SampleExercise;
using static Tabletop.TestKit.Samples.SampleScenario;

namespace Tabletop.Exercises.Tests.Views;

public sealed class ParticipantsView
{
    static readonly IReadOnlySet<string> Nobody = new HashSet<string>();

    [Fact]
    public void NobodyWithoutASeatSeesAnything() => Assert.Null(TeamProjection.Of(Started().Exercise, "mallory", Nobody));

    [Fact]
    public void InjectsReachOnlyTheRolesTheyAreFor()
    {
        var played = Started().Until(At(10, 18, 14));
        Assert.DoesNotContain(View(played, "bo").Inbox, entry => entry.Id == "inventory");
        Assert.Contains(View(played, "cleo").Inbox, entry => entry.Id == "inventory");
    }

    [Fact]
    public void AnInjectForARoleThatNobodyHoldsReachesTheWholeTeam()
    {
        var played = Started().Until(At(10, 21, 0));
        Assert.DoesNotContain(View(played, "bo").Inbox, entry => entry.Id == "owner-call");
        Assert.Contains(View(played, "eve").Inbox, entry => entry.Id == "owner-call");
    }

    [Fact]
    public void TheNewestInjectStandsFirst()
    {
        var inbox = View(Started().Until(At(11, 4, 0)), "ada").Inbox;
        Assert.Equal(["press", "inventory", "notice"], inbox.Select(entry => entry.Id));
    }

    [Fact]
    public void AnInjectIsUnreadUntilThisPersonOpensIt()
    {
        var played = Started().Do(new Command.ReadInject("bo", "notice"));
        Assert.False(View(played, "bo").Inbox.Single().Unread);
        Assert.True(View(played, "ada").Inbox.Single().Unread);
    }

    [Fact]
    public void AnAnswerShowsWhoGaveItAndWhatItBroughtToLight()
    {
        var played = Started().Until(At(11, 17, 12)).Do(new Command.AnswerInject("bo", "new-user", "look", "Nobody knows the name", 60));
        var question = View(played, "bo").Inbox.Single(entry => entry.Id == "new-user").Question;
        Assert.Equal("Bo", question?.Answer?.By.ToString());
        Assert.Equal("Nobody knows the name", question?.Answer?.Reason);
        Assert.Contains("service account", question?.Answer?.Says);
    }

    [Fact]
    public void WhatAnOptionBringsToLightStaysHiddenUntilItIsChosen()
    {
        var view = View(Started().Until(At(11, 17, 12)), "bo");
        Assert.DoesNotContain(Texts(view), text => text.Contains("by a *service account*", StringComparison.Ordinal));
    }

    [Fact]
    public void CapacityIsWhatTheTeamSpentInThisPhase()
    {
        var played = Started().Decide("ada", "rotate", Token);
        Assert.Equal(new CapacityView(5, 60), View(played, "bo").Capacity);
        Assert.Equal(new CapacityView(0, 60), View(played, "eve").Capacity);
    }

    [Fact]
    public void EveryOfferCarriesItsPriceAndWhyItIsRefused()
    {
        var view = View(Started().Decide("ada", "rotate", Token), "cleo");
        var offers = view.Actions.SelectMany(group => group.Actions).ToDictionary(card => card.Id);
        var rotate = offers["rotate"].Offers;
        Assert.Equal(new OfferRow(Account, "Sheet integration account", TimeSpan.FromHours(5), 6, 2, null) { MayPropose = true }, rotate.Single(offer => offer.Target == Account));
        Assert.Contains("Ada decided", rotate.Single(offer => offer.Target == Token).Refusal?.ToString());
        Assert.Contains("Ask Ada", offers["declare"].Offers.Single().Refusal?.ToString());
        Assert.Equal([false, true], new[] { rotate.Single(offer => offer.Target == Token), offers["declare"].Offers.Single() }.Select(offer => offer.MayPropose));
    }

    [Fact]
    public void ActionsStandUnderTheirGroupsInTheScenariosOrder() =>
        Assert.Equal(
            ["Credentials", "Find out", "Evidence", "Contain", "Coordinate", "Tools"],
            View(Started(), "ada").Actions.Select(group => group.Title));

    [Fact]
    public void ADecisionShowsItsFindingOnceItIsFinished()
    {
        var played = Started().Decide("cleo", "check", Token, "It looks forgotten", 80);
        Assert.Null(View(played, "ada").Decisions.Single().Finding);
        played.Until(At(10, 18, 10));
        var decision = View(played, "ada").Decisions.Single();
        Assert.Contains("still passes the gateway", decision.Finding);
        Assert.Equal(("Cléo", "Helpdesk chatbot token", "It looks forgotten", 80), (decision.By.ToString(), decision.Target, decision.Reason, decision.Confidence));
    }

    [Fact]
    public void ThePeopleOfTheTeamShowWhoIsHere()
    {
        var view = TeamProjection.Of(Started().Exercise, "ada", new HashSet<string> { "bo", "dan" });
        Assert.Equal([("Ada", false), ("Bo", true), ("Cléo", false)], view!.Members.Select(seat => (seat.Name, seat.Here)));
    }

    [Fact]
    public void NothingOfTheTruthOtherTeamsTheFutureTheAttackerOrTheScoreIsInIt()
    {
        var played = Started()
            .Decide("dan", "rotate", Account, "red only reason")
            .Until(At(11, 16, 15))
            .Do(new Command.WriteInject("w1", Channel.Chat, "Control", "For red alone", "whispered", [], Red));
        var texts = Texts(View(played, "ada")).ToList();

        string[] secrets =
        [
            "forgotten", "administrator rights in the ticket system", "still passes the gateway", // what a check would bring to light
            "t.lindqvist", "jvm-agent",                                                           // planted, not found
            "red only reason", "For red alone", "whispered", "Red", "Dan",                        // another team's
            "Do I need to call the board?", "Group change by a service account",                  // not released
            "The night of the 23rd",                                                              // still to come
            "Quiet, with a way back", "Comes through the gateway", "shut-out",                    // the attacker's
            "died before the attacker came", "Kept out",                                          // the score's
        ];
        Assert.All(secrets, secret => Assert.DoesNotContain(texts, text => text.Contains(secret, StringComparison.OrdinalIgnoreCase) && !IsInnocent(text, secret)));
    }

    static bool IsInnocent(string text, string secret) =>
        secret == "Red" && !text.Split(' ', '.', ',', '“', '”').Contains("Red", StringComparer.Ordinal);

    static TeamView View(SampleExercise played, string person) =>
        TeamProjection.Of(played.Exercise, person, Nobody) ?? throw new InvalidOperationException($"{person} has no seat.");

    /// <summary>Every string in an object graph of view records.</summary>
    static IEnumerable<string> Texts(object? value)
    {
        switch (value)
        {
            case null:
                return [];
            case string text:
                return [text];
            case IEnumerable items:
                return items.Cast<object?>().SelectMany(Texts);
            default:
                return value.GetType().Namespace == typeof(TeamView).Namespace
                    ? value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).SelectMany(property => Texts(property.GetValue(value)))
                    : [value.ToString() ?? ""];
        }
    }
}
