using Bunit;
using Tabletop.Engine;
using Tabletop.TestKit.Samples;
using static Tabletop.TestKit.Samples.SampleScenario;

namespace Tabletop.Web.Tests.Facilitate;

public sealed class ShowingHistory
{
    [Fact]
    public void HistoryIsShownToPlayersAndHiddenAgainInItsLine()
    {
        using var desk = new Desk(SampleExercise.Started().Until(At(11, 16, 15))).At();
        Assert.Contains("hidden until the debrief", desk.Page.Find("tr.history").TextContent);

        desk.Button("Show to players", "tr.history").Click();
        Assert.Contains("players see it", desk.Page.Find("tr.history").TextContent);
        desk.Button("Hide from players", "tr.history").Click();

        Assert.Equal([new Command.ShowHistory(true), new Command.ShowHistory(false)], desk.Asked);
        Assert.Contains("hidden until the debrief", desk.Page.Find("tr.history").TextContent);
    }

    [Fact]
    public void ARefusalStandsBesideTheButton()
    {
        using var desk = new Desk(SampleExercise.Started()) { Refusal = "Not now." }.At();
        desk.Button("Show to players", "tr.history").Click();
        Assert.Contains("Not now.", desk.Page.Find("tr.history").TextContent);
    }
}
