using Bunit;
using Tabletop.Engine;
using Tabletop.TestKit.Samples;
using static Tabletop.TestKit.Samples.SampleScenario;

namespace Tabletop.Web.Tests.Play;

public sealed class ComingLate
{
    [Fact]
    public void WhoJoinsLateIsShownWhatWasReceivedDecidedAskedAndEnded()
    {
        var played = SampleExercise.Started()
            .Decide("ada", "rotate", "hr-sync", "It leaked")
            .Until(At(11, 17, 12))
            .Do(new Command.Join("zoe", "Zoe", SampleExercise.Blue, "soc"));
        using var table = new Table(played, "zoe").At();

        var parts = table.Page.FindAll(".catch-up section").ToDictionary(part => part.QuerySelector("h3")!.TextContent, part => part.QuerySelectorAll("li").Select(line => line.TextContent).ToList());
        Assert.Contains("Who is t.lindqvist?", Assert.Single(parts["Waiting for an answer"]), StringComparison.Ordinal);
        Assert.Contains("no deadline", Assert.Single(parts["Waiting for an answer"]), StringComparison.Ordinal);
        Assert.Contains("Ada decided Rotate", Assert.Single(parts["Decided"]), StringComparison.Ordinal);
        Assert.Contains("Support files taken", parts["Received"][0], StringComparison.Ordinal);
        Assert.Contains("rotated", Assert.Single(parts["Credentials that are ended"]), StringComparison.Ordinal);
    }

    [Fact]
    public void PutAwayItDoesNotComeBackOnAnyDevice()
    {
        var played = SampleExercise.Started().Do(new Command.Join("zoe", "Zoe", SampleExercise.Blue, "soc"));
        using (var table = new Table(played, "zoe").At())
        {
            table.At("?item=notice");
            Assert.Empty(table.Page.FindAll(".catch-up"));
            table.At();
            table.Page.Find(".catch-up button").Click();
            Assert.Empty(table.Page.FindAll(".catch-up"));
        }

        using var other = new Table(played, "zoe").At();
        Assert.Empty(other.Page.FindAll(".catch-up"));
    }

    [Fact]
    public void WhoWasThereFromTheStartIsNotShownIt()
    {
        using var table = new Table(SampleExercise.Started()).At();
        Assert.Empty(table.Page.FindAll(".catch-up"));
    }
}
