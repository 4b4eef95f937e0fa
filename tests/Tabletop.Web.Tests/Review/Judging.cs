using Bunit;
using Tabletop.Web.Review;

namespace Tabletop.Web.Tests.Review;

public sealed class Judging
{
    [Fact]
    public void EveryRuleHasItsPointsItsReasonAndItsPlaceInTheScenario()
    {
        using var page = new Reviewed(PlayedFlagship.Three, own: "t1");
        var row = page.Page.Find("[data-rule=intrusion-found]");

        Assert.Equal(PlayedFlagship.Three.Rules.Length, page.Page.FindAll("[data-rule]").Count);
        Assert.Matches(@"^scenario\.yaml:\d+$", row.QuerySelector("code")!.TextContent);
        Assert.Contains("nine days and six hours", row.TextContent);
        Assert.Contains("At 23 Nov 16:06 UTC; all points up to 14 Nov 20:00 UTC", row.TextContent);
        Assert.Equal(["0.2 / 5", "0 / 5", "0.2 / 5", "0.2 / 5", "5 / 5"], row.QuerySelectorAll("td.points .num").Select(points => points.TextContent));
    }

    [Fact]
    public void WhatSettledARuleCanBeLookedUpInThePicture()
    {
        using var page = new Reviewed(PlayedFlagship.Three, own: "t1");
        var settled = page.Page.Find("[data-rule=declared] .settled");

        Assert.Equal(page.Mark("decided: Declare an incident").GetAttribute("href"), settled.GetAttribute("href"));
    }

    [Fact]
    public void WhatCouldNotBeJudgedIsSaidAndNotCounted()
    {
        using var page = new Reviewed(PlayedFlagship.View(("Idle", "passive")));
        var unjudged = page.Page.FindAll("tr.unjudged").ToList();

        Assert.NotEmpty(unjudged);
        Assert.All(unjudged, row =>
        {
            Assert.Contains("Not judged. It never came to this.", row.TextContent);
            Assert.StartsWith("– / ", row.QuerySelector("td.points")!.TextContent.Trim());
        });
        Assert.Contains("of the scenario’s 100 points could be judged", page.Text(".coverage"));
        Assert.All(unjudged, row => Assert.Contains(row.QuerySelector("b")!.TextContent, page.Text(".coverage")));
    }

    [Fact]
    public void WhatEndedTheSameCredentialStandsBesideIt()
    {
        var row = PlayedFlagship.Three.Teams[0].BesideHistory.Single(row => row.Event.Length > 0 && row.What.EndsWith(": Smartsheet service account", StringComparison.Ordinal));
        Assert.Equal(("Deactivate a service account", new DateTimeOffset(2023, 11, 23, 16, 15, 0, TimeSpan.Zero)), (row.HistorySaid, row.History));
        Assert.DoesNotContain(PlayedFlagship.Three.Teams[0].BesideHistory, other => other.Team is null && other.What.EndsWith(": Smartsheet service account", StringComparison.Ordinal));
    }

    [Fact]
    public void WhenAllCouldBeJudgedThatIsSaidToo()
    {
        using var page = new Reviewed(PlayedFlagship.Three);

        Assert.Equal("Everything could be judged: all 100 points of the scenario.", page.Text(".coverage"));
    }

    [Fact]
    public void EachDimensionStandsBesideHistoryAndTheBestKnown()
    {
        using var page = new Reviewed(PlayedFlagship.Three);

        Assert.Equal(6, page.Page.FindAll(".dimensions > li").Count);
        Assert.Equal(["Blue", "History", "Best known"], page.Page.FindAll(".dimensions > li")[0].QuerySelectorAll(".score-owner").Select(owner => owner.TextContent));
        Assert.Equal("19 of 21", page.Page.Find(".score-bars .num").TextContent);
    }

    [Fact]
    public void AllTeamsHistoryAndTheBestKnownAreInOneTable()
    {
        using var page = new Reviewed(PlayedFlagship.Three);
        var rows = page.Page.FindAll(".comparison tbody tr");

        Assert.Equal(["Blue", "Red", "Green", "History", "Best known"], rows.Select(row => row.QuerySelector("th")!.TextContent.Trim()));
        Assert.Equal("76 / 100", rows[0].QuerySelector("td.points")!.TextContent);
        Assert.Equal("48.8 / 100", rows[3].QuerySelector("td.points")!.TextContent);
    }

    [Fact]
    public void TheAfterwordTellsWhereTheAccountsDiffer()
    {
        using var page = new Reviewed(PlayedFlagship.Three);
        var afterword = page.Page.Find("section[aria-labelledby=afterword-title]");

        Assert.Contains("Where the accounts differ", afterword.TextContent, StringComparison.Ordinal);
        Assert.Equal(11, afterword.QuerySelectorAll("tbody tr").Length);
        using var without = new Reviewed(PlayedFlagship.Three with { Afterword = "" });
        Assert.Empty(without.Page.FindAll(".afterword"));
    }

    [Fact]
    public void AnEndingThatSeveralTeamsCameToIsToldOnce()
    {
        using var page = new Reviewed(PlayedFlagship.View(("Blue", "history"), ("Red", "october-four"), ("Green", "history")));

        Assert.Equal(["Out, late", "Nobody came in"], page.Page.FindAll(".ending h3").Select(ending => ending.TextContent));
        Assert.Equal("Blue, Green", page.Page.Find(".ending p").TextContent);
    }

    [Fact]
    public void AnEndingsTextIsSafeWhoeverWroteIt()
    {
        var view = PlayedFlagship.Three;
        var hostile = view.Teams[0] with { EndingBody = "**Out** <script>alert(1)</script> <img src=x onerror=alert(1)> [here](javascript:alert(1))" };
        using var page = new Reviewed(view with { Teams = [hostile, .. view.Teams.Skip(1)] });
        var ending = page.Page.Find(".ending .prose");

        Assert.Equal("Out", ending.QuerySelector("strong")!.TextContent);
        Assert.Empty(ending.QuerySelectorAll("script, img, [onerror], [href^=javascript]"));
    }

    [Fact]
    public void PointsAndTheirCoverageReadPlainly()
    {
        Assert.Equal("12.5 of 20", PointsText.Of(new(12.5m, 20, 25)).ToString());
        Assert.Equal("not judged", PointsText.Of(new(0, 0, 25)).ToString());
        Assert.Equal(["+3.5", "−3.5", "±0"], [PointsText.Change(3.5m), PointsText.Change(-3.5m), PointsText.Change(0)]);
        Assert.Equal(
            "20 of the scenario’s 25 points could be judged (80 %). One rule was left out because it never came to that: “Logs”.",
            PointsText.Coverage(new(12.5m, 20, 25), ["“Logs”"]).ToString());
    }
}
