using Bunit;
using Tabletop.Engine;
using Tabletop.Exercises.Views;
using Tabletop.TestKit.Samples;
using static Tabletop.TestKit.Samples.SampleScenario;

namespace Tabletop.Web.Tests.Play;

public sealed class SeeingHistory
{
    [Fact]
    public void ThePageKnowsNothingOfHistoryUntilItIsShown()
    {
        using var table = new Table(SampleExercise.Started().Until(At(11, 16, 15))).At();
        Assert.DoesNotContain("history", table.Page.Markup, StringComparison.OrdinalIgnoreCase);

        table.Happens(played => played.Do(new Command.ShowHistory(true)));
        Assert.NotEmpty(table.Page.FindAll(".history-strip"));
        table.Happens(played => played.Do(new Command.ShowHistory(false)));
        Assert.DoesNotContain("history-strip", table.Page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatItHadDecidedByNowIsListedAndNothingOfWhatIsToCome()
    {
        var history = Benchmarks.Of(Value).History!;
        using var table = new Table(SampleExercise.Started().Do(new Command.ShowHistory(true)).Until(At(11, 23, 17))).At();

        var deeds = BesideHistory.Deeds(history.Exercise, history.Exercise.Teams[0]);
        Assert.Equal(
            deeds.Where(deed => deed.Time <= At(11, 23, 17)).Reverse().Select(deed => ScenarioTime.Short(deed.Time)),
            table.Page.FindAll(".history-strip li time").Select(time => time.TextContent));
        Assert.All(deeds.Where(deed => deed.Time > At(11, 23, 17)), deed => Assert.DoesNotContain(ScenarioTime.Iso(deed.Time), table.Page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public void ThePointsStandBesideTheTeamsOwnAndTheShowingIsSaid()
    {
        using var table = new Table(SampleExercise.Started().Decide("cleo", "rotate", Token).Until(At(11, 24, 13))).At();
        table.Happens(played => played.Do(new Command.ShowHistory(true)));

        Assert.Matches(@"points now [\d.]+ yours [\d.]+ \(\+[\d.]+\)", table.Page.Find(".history-strip summary").TextContent);
        Assert.Contains("The facilitator shows what history had decided by now", table.Page.Find("[role=status][aria-live]").TextContent);
    }
}
