using System.Globalization;
using AngleSharp.Dom;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Tabletop.Engine;
using Tabletop.Exercises.Views;
using Tabletop.Web.Review.Replay;
using Tabletop.Web.Tests.Language;

namespace Tabletop.Web.Tests.Review.Replay;

public sealed class WatchingItAgain : BunitContext
{
    static readonly (Exercise Exercise, IReadOnlyList<Event> Log) Played = PlayedFlagship.Play(("Blue", "october-four"), ("Red", "passive"));
    static readonly ReplaySubject Red = ReplaySubject.Of(Played.Exercise, Played.Log, "t1")!;

    readonly FakeTimeProvider time = new();

    public WatchingItAgain()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        this.AddTexts();
        Services.AddSingleton<TimeProvider>(time);
    }

    [Fact]
    public void TheSliderSpeaksTheScenariosTime()
    {
        var page = Open("2023-11-16T14:36:37Z");

        Assert.StartsWith("Thu 16 Nov 14:36 UTC, ", Slider(page).GetAttribute("aria-valuetext"));
        Assert.Contains("u4471", page.Find("[aria-labelledby=attacker-title]").TextContent);
    }

    [Fact]
    public void MovingTheSliderMovesTheWorldAndRestsInTheAddress()
    {
        var page = Open();
        Assert.Contains("None so far", page.Find("[aria-labelledby=attacker-title]").TextContent);

        Slider(page).Input("1000");
        Assert.Contains("Implant", page.Find("[aria-labelledby=attacker-title]").TextContent);
        Assert.Null(address);
        Slider(page).Change("1000");

        Assert.Equal(ReplayAddress.Write(Red.End), address!.At);
    }

    [Fact]
    public void WhereTheHandPutsTheSliderItStays()
    {
        var page = Open();
        foreach (var notch in Enumerable.Range(1, 40).Select(number => number * 25))
        {
            Slider(page).Input(notch.ToString(CultureInfo.InvariantCulture));
            Assert.Equal(notch.ToString(CultureInfo.InvariantCulture), Slider(page).GetAttribute("value"));
        }
    }

    [Fact]
    public void LaterAndEarlierGoFromTurningPointToTurningPoint()
    {
        var page = Open();
        Assert.True(Button(page, "Earlier turning point").HasAttribute("disabled"));

        Button(page, "Later turning point").Click();
        Assert.Equal(ReplayAddress.Write(Red.Turns[0].Time), address!.At);
        while (!Button(page, "Later turning point").HasAttribute("disabled"))
            Button(page, "Later turning point").Click();
        Assert.Equal(ReplayAddress.Write(Red.Turns[^1].Time), address!.At);
        Button(page, "Earlier turning point").Click();
        Assert.Equal(ReplayAddress.Write(Red.Turns.Last(turn => turn.Time < Red.Turns[^1].Time).Time), address!.At);
    }

    [Fact]
    public void PlayingGoesOnAtTheChosenSpeedUntilItIsPaused()
    {
        var page = Open();
        Button(page, "60×").Click();
        Button(page, "Play").Click();
        time.Advance(TimeSpan.FromSeconds(4));

        // 4 seconds at 60 times are 4 of the play's 53 minutes.
        page.WaitForAssertion(() => Assert.Equal($"{Math.Round(Playhead.Notches * 4 / Red.Axis.Length.TotalMinutes)}", Slider(page).GetAttribute("value")));
        Button(page, "Pause").Click();
        page.WaitForAssertion(() => Assert.Equal(Slider(page).GetAttribute("value"), $"{(address is { At: var at } ? new Playhead(Red.Axis, Red.Start, Red.End).NotchOf(ReplayAddress.Read(at)!.Value) : null)}"));
        var stands = Slider(page).GetAttribute("aria-valuetext");
        time.Advance(TimeSpan.FromSeconds(4));
        Assert.Equal(stands, Slider(page).GetAttribute("aria-valuetext"));
    }

    [Fact]
    public void AtTheEndItStopsAndCanBePlayedAgain()
    {
        var page = Open();
        Button(page, "120×").Click();
        Button(page, "Play").Click();
        time.Advance(TimeSpan.FromHours(1));
        page.WaitForAssertion(() => Button(page, "Play again"));
        Assert.Equal(ReplayAddress.Write(Red.End), address!.At);

        // The click may have to wait until the page is done with its last picture.
        Button(page, "Play again").Click();
        page.WaitForAssertion(() => Assert.Equal("0", Slider(page).GetAttribute("value")));
        Button(page, "Pause").Click();
    }

    [Theory]
    [InlineData("2023-09-01T00:00:00Z", "0")]
    [InlineData("2030-01-01T00:00:00Z", "1000")]
    [InlineData("", "0")]
    public void ATimeBeyondTheEndsIsTheEnd(string at, string notch) => Assert.Equal(notch, Slider(Open(at)).GetAttribute("value"));

    [Fact]
    public void ALinkThatWasCutOffIsSaidAndBeginsAtTheBeginning()
    {
        var page = Open("2023-11-1");
        Assert.Empty(page.FindAll("[role=alert]"));
        page = Open("202");
        Assert.Contains("can’t be read", page.Find("[role=alert]").TextContent);
        Assert.Equal("0", Slider(page).GetAttribute("value"));
    }

    [Fact]
    public void AnotherTeamIsShownAtTheSameMoment()
    {
        var page = Open("2023-11-16T14:36:37Z");
        Assert.Equal(
            ["debrief/ex1/replay/t0?at=2023-11-16T14%3A36%3A37Z", "debrief/ex1/replay/t1?at=2023-11-16T14%3A36%3A37Z", "debrief/ex1/replay/history?at=2023-11-16T14%3A36%3A37Z"],
            page.FindAll(".team-chip").Select(chip => chip.GetAttribute("href")));
        Assert.Equal("Red", page.Find("[aria-current=page]").TextContent.Trim());
    }

    [Fact]
    public void AMessagesTextIsDrawnWhenItIsOpened()
    {
        var page = Open("2023-11-16T14:36:37Z");
        Assert.Empty(page.FindAll(".replay-letter .prose"));
        page.Find(".replay-letter").TriggerEvent("ontoggle", EventArgs.Empty);
        Assert.NotEmpty(page.FindAll(".replay-letter .prose"));
    }

    [Fact]
    public void AnExerciseEndedAtOnceHasNothingToReplayAndSaysSo()
    {
        var (exercise, log) = PlayedFlagship.Play([("Blue", "passive")], Tabletop.TestKit.ShippedScenarios.Flagship.Start);
        var page = Open(subject: ReplaySubject.Of(exercise, log, "t0")!);
        Assert.Contains("ended in the moment in which it began", page.Find(".empty").TextContent);
        Assert.Empty(page.FindAll("input"));
    }

    [Fact]
    public void TheDebriefLeadsToTheReplayOfItsTeamAndOfWhatIsChosen()
    {
        var view = DebriefProjection.Of(Played.Exercise, Played.Log);
        var mark = view.Stories[1].Steps.Marks[0];
        using var debrief = new Reviewed(view, at: new("ex1", "t1", mark.Id));
        Assert.Equal("debrief/ex1/replay/t1", debrief.Page.Find(".debrief-head a").GetAttribute("href"));
        Assert.Contains(debrief.Page.FindAll(".event-ways a"), way => way.GetAttribute("href") == new ReplayAddress("ex1", "t1").Moment(mark.Time).Href);
        Assert.Contains(debrief.Page.FindAll("[data-story=history] .story-head a"), way => way.GetAttribute("href") == "debrief/ex1/replay/history");
    }

    ReplayAddress? address;

    IRenderedComponent<ReplayScreen> Open(string at = "", ReplaySubject? subject = null)
    {
        IRenderedComponent<ReplayScreen>? page = null;
        void Draw(Bunit.ComponentParameterCollectionBuilder<ReplayScreen> p, string to) => p
            .Add(s => s.Title, "Autumn exercise")
            .Add(s => s.Subjects, [("t0", "Blue"), ("t1", "Red"), (Story.OfHistory, "History")])
            .Add(s => s.Subject, subject ?? Red)
            .Add(s => s.Address, new("ex1", (subject ?? Red).Id, to))
            .Add(s => s.Go, to =>
            {
                address = to;
                page!.Render(p => Draw(p, to.At));
            });
        page = Render<ReplayScreen>(p => Draw(p, at));
        return page;
    }

    static IElement Slider(IRenderedComponent<ReplayScreen> page) => page.Find("input[type=range]");

    static IElement Button(IRenderedComponent<ReplayScreen> page, string words) =>
        page.FindAll("button").First(button => button.TextContent.Trim() == words);
}
