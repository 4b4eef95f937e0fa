using Bunit;
using Tabletop.Exercises.Views;
using Tabletop.Web.Review;

namespace Tabletop.Web.Tests.Review;

public sealed class LookingBack
{
    [Fact]
    public void OneTabStopLeadsIntoThePictureAndEveryMarkSaysWhatItIs()
    {
        using var page = new Reviewed(PlayedFlagship.Three);

        Assert.Single(page.Marks, mark => mark.GetAttribute("tabindex") == "0");
        Assert.All(page.Marks, mark => Assert.Matches(@"^(Turning point \d\. )?(Blue|Red|Green|History), \w{3} \d+ \w{3} \d\d:\d\d.* UTC\. .+: .+\.$", mark.GetAttribute("aria-label")));
    }

    [Theory]
    [InlineData("onfocus")]
    [InlineData("onmouseover")]
    public void WhatTheEyeRestsOnStandsInThePanel(string with)
    {
        using var page = new Reviewed(PlayedFlagship.Three);
        Assert.Contains("Point at a mark", page.Panel);

        page.Mark("decided: Rotate: Moveworks service token").TriggerEvent(with, EventArgs.Empty);

        Assert.Contains("Rotate: Moveworks service token", page.Panel);
        Assert.Contains("“It still works.”, 70 % sure", page.Panel);
        Assert.Equal("", page.Address.Event);
    }

    [Fact]
    public void AChosenEventIsInTheAddressAndStaysInThePanel()
    {
        using var page = new Reviewed(PlayedFlagship.Three, own: "t1");
        var mark = page.Mark("decided: Declare an incident");

        mark.Click();

        Assert.Equal(("t1", mark.GetAttribute("href")), (page.Address.Team, page.Address.Href));
        Assert.Contains("Declare an incident", page.Panel);
        page.Mark("Declare an incident").Click();
        Assert.Equal("", page.Address.Event);
    }

    [Fact]
    public void AnEventOfAnotherTeamDoesNotChangeTheTeamThatIsLookedAt()
    {
        using var page = new Reviewed(PlayedFlagship.Three);

        page.Mark("Green, Wed 18 Oct 09:30").Click();

        Assert.Equal("t0", page.Address.Team);
        Assert.Equal("Blue", page.Page.Find(".story h3").TextContent);
    }

    [Fact]
    public void FromAChosenEventOneGoesOnInItsStory()
    {
        var all = Happening.Of(PlayedFlagship.Three.Stories[1]);
        using var page = new Reviewed(PlayedFlagship.Three, at: new("ex1", "t1", all[4].Id));

        Assert.Equal(
            [new DebriefAddress("ex1", "t1", all[3].Id).Href, new DebriefAddress("ex1", "t1", all[5].Id).Href],
            page.Page.FindAll(".event-ways a").Take(2).Select(way => way.GetAttribute("href")));
        page.GoTo(page.Address.OfEvent(all[0].Id));
        Assert.Equal("true", page.Page.Find(".event-ways a").GetAttribute("aria-disabled"));
    }

    [Fact]
    public void ParticipantsSeeTheirOwnTeamFirst()
    {
        using var page = new Reviewed(PlayedFlagship.Three, own: "t1");

        Assert.Equal(["Red", "Blue", "Green"], page.Page.FindAll(".team-chip .cut").Select(chip => chip.TextContent));
        Assert.Equal(["Red", "History", "Blue", "Green"], page.Page.FindAll(".story h3").Select(story => story.TextContent));
        Assert.Equal(["Red", "Blue", "Green"], page.Page.FindAll(".turns-of h3").Select(team => team.TextContent));
        Assert.StartsWith("Red (your team)", page.Page.Find(".ending p").TextContent);
        Assert.Equal("The score of Red", page.Text("#score-title"));
        Assert.StartsWith("Red", page.Page.Find(".comparison tbody th").TextContent);
    }

    [Fact]
    public void TheListHoldsEveryEventOfThePicture()
    {
        using var page = new Reviewed(PlayedFlagship.Three);
        var drawn = page.Marks.Select(mark => mark.GetAttribute("href")!.Split("event=")[1]).Distinct().Order();

        page.Page.Find(".as-list").TriggerEvent("ontoggle", EventArgs.Empty);

        Assert.Equal(drawn, page.Page.FindAll(".as-list [data-event]").Select(row => row.GetAttribute("data-event")!).Order());
    }

    [Fact]
    public void WhileItIsClosedTheListHoldsWhatIsPrinted()
    {
        using var page = new Reviewed(PlayedFlagship.Three, own: "t1");

        Assert.Equal(
            Happening.Of(PlayedFlagship.Three.Stories[1]).Select(item => item.Id),
            page.Page.FindAll(".as-list [data-event]").Select(row => row.GetAttribute("data-event")));
    }

    [Fact]
    public void TurningPointsAreNumberedInThePictureAndBeneathIt()
    {
        using var page = new Reviewed(PlayedFlagship.Three, own: "t1");

        Assert.Equal(["1", "2", "3"], page.Page.FindAll("[data-story=t1] .flag text").Select(flag => flag.TextContent));
        var last = page.Page.FindAll(".turns-of")[0].QuerySelectorAll("li")[2];
        Assert.Contains("Nobody inside any more", last.TextContent);
        Assert.Matches(@"Score up to the end [\d.]+ → 66\.5 \(\+[\d.]+\)", string.Join(' ', last.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        Assert.Equal(page.Page.FindAll("[data-story=t1] .flag")[2].GetAttribute("href"), last.QuerySelector("a")!.GetAttribute("href"));
    }

    [Fact]
    public void ManyTeamsAreShownAtAGlanceAndOneInFull()
    {
        var view = PlayedFlagship.View([.. Enumerable.Range(1, 6).Select(number => ($"Team {number}", "informed"))]);
        using var page = new Reviewed(view, at: new("ex1", "t2"));

        Assert.Equal(["Team 3", "History", "The other teams"], page.Page.FindAll(".story h3").Select(story => story.TextContent));
        Assert.Equal(5, page.Page.FindAll(".strip").Count);
        Assert.Equal("debrief/ex1?team=t0", page.Page.Find(".strip").GetAttribute("href"));
        page.Page.Find(".as-list").TriggerEvent("ontoggle", EventArgs.Empty);
        Assert.Equal(5, page.Page.FindAll(".as-list th[scope=row]").Count);
    }

    [Fact]
    public void APlayThatWasEndedEarlyIsSaidAndShown()
    {
        var (exercise, log) = PlayedFlagship.Play([("Blue", "history")], new(2023, 11, 23, 18, 0, 0, TimeSpan.Zero));
        using var page = new Reviewed(DebriefProjection.Of(exercise, log));

        Assert.Contains("ended 6 d of scenario time before the scenario does", page.Text(".score .note"));
        Assert.Equal(["Not played: the exercise was ended here"], page.Page.FindAll("[data-story=t0] .label").Select(label => label.TextContent).Where(text => text.StartsWith("Not played", StringComparison.Ordinal)));
        Assert.Empty(page.Page.FindAll("[data-story=history] .unplayed"));
    }

    [Fact]
    public void WithNobodyThereIsNothingToLookBackOn()
    {
        using var page = new Reviewed(PlayedFlagship.Three with { Teams = [], Stories = [] });

        Assert.Contains("Nobody took part", page.Text("main"));
    }
}
