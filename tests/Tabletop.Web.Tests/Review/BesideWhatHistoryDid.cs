using Bunit;

namespace Tabletop.Web.Tests.Review;

public sealed class BesideWhatHistoryDid
{
    [Fact]
    public void WhoPlaysHistoryDecidesAtTheSameTime()
    {
        using var page = new Reviewed(PlayedFlagship.Three, own: "t2");
        var rows = page.Page.FindAll(".decisions-beside tbody tr");

        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.Contains("at the same time", row.TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public void ADecisionIsEarlierLaterOrNeverAndLeadsToItsMark()
    {
        using var page = new Reviewed(PlayedFlagship.Three, own: "t0");
        var row = page.Page.FindAll(".decisions-beside tbody tr").First(found => found.TextContent.Contains("Rotate: Moveworks service token", StringComparison.Ordinal));

        Assert.EndsWith("#picture", row.QuerySelector("th a")!.GetAttribute("href"));
        Assert.Matches("(earlier|history never did)", row.TextContent);
    }

    [Fact]
    public void AFilterThatLeavesNothingSaysSo()
    {
        using var page = new Reviewed(PlayedFlagship.Three, own: "t2");

        page.Page.FindAll(".decisions-beside input")[3].Change(true);

        Assert.Equal("History decided nothing that the team left out.", page.Text(".decisions-beside .empty"));
        Assert.Empty(page.Page.FindAll(".decisions-beside table"));
    }

    [Fact]
    public void WithoutAHistoryThereIsNoSuchList()
    {
        using var page = new Reviewed(PlayedFlagship.Three with { History = null });

        Assert.Empty(page.Page.FindAll(".decisions-beside"));
    }
}
