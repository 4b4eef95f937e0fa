using Bunit;
using Tabletop.TestKit.Samples;
using Tabletop.Web.Play;
using static Tabletop.TestKit.Samples.SampleScenario;

namespace Tabletop.Web.Tests.Play;

public sealed class MappingSystems
{
    [Fact]
    public void TheMapShowsWhatLeadsToWhatAndWhatStandsApart()
    {
        using var table = new Table(SampleExercise.Started()).At("?view=systems");

        Assert.Equal(["Access gateway", "Wiki and ticket host", "Code hosting", "Console server, branch office"], Titles(table, ".map-wide"));
        Assert.Equal(Titles(table, ".map-wide"), Titles(table, ".map-tall"));
        Assert.Equal(["Marketplace cloud account"], Titles(table, ".map-apart"));
        Assert.Equal(3, table.Page.FindAll(".map-wide .way").Count);
        Assert.Contains("reaches Wiki and ticket host", Box(table, "gateway"), StringComparison.Ordinal);
        Assert.Contains("reached from Access gateway", Box(table, Host), StringComparison.Ordinal);
    }

    [Fact]
    public void TheListSaysTheSameInWords()
    {
        using var table = new Table(SampleExercise.Started()).At("?view=systems&show=list");
        Assert.Empty(table.Page.FindAll(".map"));
        Assert.Contains(
            "reaches Code hosting, Console server, branch office; reached from Access gateway; opened by 2 leaked credentials",
            table.Page.Find($".lines a[href*='item={Host}'] .line-from").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void AnIsolatedSystemsWaysAreCutForTheTeamThatIsolatedIt()
    {
        var played = SampleExercise.Started().Decide("ada", "declare").Until(At(10, 18, 9)).Decide("ada", "isolate", Host).Until(At(10, 18, 10));
        using var table = new Table(played).At("?view=systems");
        Assert.Equal(3, table.Page.FindAll(".map-wide .way.severed").Count);
        Assert.Contains("isolated", Box(table, Host), StringComparison.Ordinal);

        using var others = new Table(played, "dan").At("?view=systems");
        Assert.Empty(others.Page.FindAll(".map .way.severed:not(.map-sample *)"));
        Assert.DoesNotContain("isolated", Box(others, Host), StringComparison.Ordinal);
    }

    [Fact]
    public void NothingOfTheAttackerIsInTheMarkupBeforeTheTeamHasFoundIt()
    {
        var played = SampleExercise.Started().Until(At(11, 16, 15));
        Assert.True(played.Exercise.FindTeam("blue")!.World.Footholds.ContainsKey(RogueUser));
        foreach (var address in (string[])["?view=systems", "?view=systems&show=list", $"?view=systems&item={Host}", $"?view=systems&item={RogueUser}"])
        {
            using var before = new Table(played, "bo").At(address);
            Assert.DoesNotContain("lindqvist", before.Page.Markup, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("jvm-agent", before.Page.Markup, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("attacker found", before.Page.Markup, StringComparison.Ordinal);
        }

        played.Decide("bo", "hunt", Host).Until(At(11, 16, 19));
        using var after = new Table(played, "bo").At("?view=systems");
        Assert.Contains("attacker found", Box(after, Host), StringComparison.Ordinal);
        Assert.DoesNotContain("jvm-agent", after.Page.Markup, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void WaysInAreThoseThatTheTeamKnowsNotToHaveClosed()
    {
        var played = SampleExercise.Started();
        using var table = new Table(played).At("?view=systems");
        Assert.Contains("2 ways in", Box(table, Host), StringComparison.Ordinal);

        table.Happens(_ => played.Decide("cleo", "rotate", Account).Until(At(10, 18, 14)));
        Assert.Contains("1 way in", Box(table, Host), StringComparison.Ordinal);
        Assert.Contains("unknown", Sign(table), StringComparison.Ordinal);

        table.Happens(_ => played.Decide("cleo", "check", "other-7").Until(At(10, 18, 16)));
        Assert.Contains("live", Sign(table), StringComparison.Ordinal);
    }

    [Fact]
    public void ASystemIsActedOnFromTheMap()
    {
        using var table = new Table(SampleExercise.Started(), "bo").At("?view=systems");
        var href = table.Page.Find($".map-wide a[href*='item={Host}']").GetAttribute("href")!;
        table.At(href[href.IndexOf('?', StringComparison.Ordinal)..]);

        Assert.Equal("Wiki and ticket host", table.Page.Find(".reading h2").TextContent);
        Assert.Contains(table.Page.FindAll(".reading .choices b"), action => action.TextContent == "Hunt for what does not belong");
        Assert.Equal(3, table.Page.FindAll(".map-wide .way.chosen").Count);
        Assert.Contains(table.Page.FindAll(".reading .facts a"), link => link.GetAttribute("href") == "play/ex1?view=systems&item=gateway");
    }

    [Fact]
    public void ACircleOfSystemsIsDrawnWithWaysInBothDirections()
    {
        using var table = new Table(SampleExercise.Started()).At("?view=systems");
        var view = table.Page.Instance.View;
        var circle = view with
        {
            Systems = [.. view.Systems.Select(system => system.Id == "code" ? system with { Reaches = [new(Host, "Wiki and ticket host")] } : system)],
        };
        var way = Assert.Single(SystemMap.Of(circle).Ways, way => way.To.System.Id == "code");
        Assert.Equal((Host, true, true), (way.From.System.Id, way.Onward, way.Back));
    }

    static IEnumerable<string> Titles(Table table, string under) => table.Page.FindAll($"{under} .map-title").Select(title => title.TextContent);

    static string Box(Table table, string system) => table.Page.Find($".map a[href*='item={system}']").TextContent;

    static string Sign(Table table) => table.Page.Find($".map a[href*='item={Host}'] .badge use").GetAttribute("href")!;
}
