using System.Collections.Immutable;
using Bunit;
using Tabletop.Engine;
using Tabletop.Exercises;
using Tabletop.Scenarios;
using Tabletop.TestKit;
using Tabletop.Web.Author.Library;
using Tabletop.Web.Author.Writing;
using Tabletop.Web.Tests.Language;

namespace Tabletop.Web.Tests.Author.Writing;

/// <summary>The list of files, the list of faults, and the panel of two who wrote in one file.</summary>
public sealed class BesideTheText : BunitContext
{
    public BesideTheText()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        this.AddTexts();
    }

    [Fact]
    public void FilesSayWhatIsUnsavedAndWhatIsWrongInThem()
    {
        var desk = new DraftDesk();
        desk.Take(new DraftView("tiny", "Tiny", [new("scenario.yaml", "one", "1"), new("history.yaml", "two", "2")], ImmutableSortedDictionary<string, Draft>.Empty));
        desk.Type(desk.Find("history.yaml")!, "three");
        desk.Add("mails/first.md", "new");
        string? chosen = null;
        var list = Render<FileList>(with => with
            .Add(list => list.Desk, desk).Add(list => list.Current, "history.yaml").Add(list => list.Faults, Faults())
            .Add(list => list.Choose, path => chosen = path).Add(list => list.Add, _ => Task.FromResult<Phrase?>(null)));

        Assert.Contains("1 error", list.FindAll(".file").Single(file => file.TextContent.Contains("scenario.yaml", StringComparison.Ordinal)).TextContent, StringComparison.Ordinal);
        Assert.Contains("changed, not saved", list.Find(".file[aria-current=true]").TextContent, StringComparison.Ordinal);
        list.FindAll(".file").Single(file => file.TextContent.Contains("new, not saved", StringComparison.Ordinal)).Click();
        Assert.Equal("mails/first.md", chosen);
        Assert.NotEmpty(list.FindAll("[data-opens=discard-file]"));
    }

    [Fact]
    public void AFileThatCanNotBeAddedSaysWhyAndKeepsItsPath()
    {
        var desk = new DraftDesk();
        var list = Render<FileList>(with => with
            .Add(list => list.Desk, desk).Add(list => list.Current, null).Add(list => list.Faults, [])
            .Add(list => list.Add, path => Task.FromResult<Phrase?>(path == "good.md" ? null : "Not there.")));
        list.FindAll("button").Single(button => button.TextContent.Contains("Add a file", StringComparison.Ordinal)).Click();
        list.Find("#new-file").Change("../up.yaml");
        list.Find("form").Submit();
        Assert.Equal("true", list.Find("#new-file").GetAttribute("aria-invalid"));
        Assert.Contains("Not there.", list.Find("#new-file-fault").TextContent, StringComparison.Ordinal);
        Assert.Equal("../up.yaml", list.Find("#new-file").GetAttribute("value"));

        list.Find("#new-file").Change("good.md");
        list.Find("form").Submit();
        Assert.Empty(list.FindAll("#new-file"));
    }

    [Fact]
    public void AFaultLeadsToItsPlaceAndToThePageOfItsCode()
    {
        var found = Faults();
        Diagnostic? led = null;
        var list = Render<FaultList>(with => with.Add(list => list.Diagnostics, found).Add(list => list.GoTo, to => led = to));
        Assert.Contains($"What is wrong: {found.Length}", list.Find("h2").TextContent, StringComparison.Ordinal);
        list.Find(".source-link").Click();
        Assert.Equal(found.MaxBy(one => one.Severity)!.Code, led!.Code);
        Assert.Equal($"author/codes/{led.Code}", list.Find("a").GetAttribute("href"));
    }

    [Fact]
    public void OfTwoTextsBothAreShownAndEachWayOutIsAButton()
    {
        var desk = new DraftDesk();
        desk.Take(new DraftView("tiny", "Tiny", [new("scenario.yaml", "a\nb\n", "1")], ImmutableSortedDictionary<string, Draft>.Empty));
        var file = desk.Find("scenario.yaml")!;
        desk.Type(file, "a\nmine\n");
        var pressed = new List<string>();
        var panel = Render<ConflictPanel>(with => with
            .Add(panel => panel.Conflict, new Conflict(file, "a\ntheirs\n", "2", "Ada", DateTimeOffset.UnixEpoch))
            .Add(panel => panel.KeepMine, () => pressed.Add("mine")).Add(panel => panel.TakeTheirs, () => pressed.Add("theirs")).Add(panel => panel.GoOn, () => pressed.Add("on")));

        Assert.Contains("Ada saved it", panel.Markup, StringComparison.Ordinal);
        Assert.Contains("theirs", panel.Find(".removed").TextContent, StringComparison.Ordinal);
        Assert.Contains("mine", panel.Find(".added").TextContent, StringComparison.Ordinal);
        foreach (var button in panel.FindAll("button"))
            button.Click();
        Assert.Equal(["on", "mine", "theirs"], pressed);
    }

    [Theory]
    [InlineData("The stolen badge", "the-stolen-badge")]
    [InlineData("  Ada’s file: what now?  ", "adas-file-what-now")]
    [InlineData("Der Schlüssel, gestohlen", "der-schluessel-gestohlen")]
    [InlineData("???", "")]
    public void AnIdIsMadeOfATitle(string title, string id) => Assert.Equal(id, IdSuggestion.Of(title));

    static ImmutableArray<Diagnostic> Faults() =>
        ScenarioCompiler.Compile([new("scenario.yaml", TinyScenario.Replace("initial: outside", "initial: outsid"))]).Diagnostics;
}
