using System.Net;
using System.Net.Http.Headers;
using Bunit;
using Tabletop.Engine;
using Tabletop.TestKit.Samples;
using Tabletop.Web.Tests.Play;
using Tabletop.Web.Tests.Review;

namespace Tabletop.Web.Tests.Language;

public sealed class GermanPages(TabletopServer server) : IClassFixture<TabletopServer>
{
    [Fact]
    public async Task TheWayInIsGerman()
    {
        var exercise = await server.OpenAsync();
        using var browser = server.Browser();
        browser.DefaultRequestHeaders.AcceptLanguage.Add(new StringWithQualityHeaderValue("de"));
        var page = await browser.GetStringAsync($"/?code={exercise.Code}");
        Assert.All(["Ihr Name", "Name Ihres Teams", "Rolle", "Platz nehmen"], words => Assert.Contains(words, page, StringComparison.Ordinal));
        Assert.DoesNotContain("Take your seat", page, StringComparison.Ordinal);
    }

    [Fact]
    public void TheWaitingRoomIsGermanAndWhatComesThereIsToo()
    {
        using var german = InGerman.Texts();
        using var table = new Table(SampleExercise.Lobby()).At();
        Assert.Contains("Sie sind dabei. Es beginnt, wenn die Übungsleitung die Uhr startet.", table.Page.Find("main").TextContent, StringComparison.Ordinal);
        Assert.Equal(["Ada (Sie)", "Bo", "Cléo"], table.Page.FindAll("main .seats .cut:first-child").Select(name => name.TextContent));

        table.Happens(played => played.Do(new Command.Start()));
        Assert.Equal("Die Uhr läuft. Neuer Alarm: Support files taken, von Monitoring.", table.Page.Find("[aria-live=polite]").TextContent);
    }

    [Fact]
    public async Task ARefusalIsGermanOnThePageAndEnglishForPrograms()
    {
        using var browser = server.Browser();
        browser.DefaultRequestHeaders.AcceptLanguage.Add(new StringWithQualityHeaderValue("de"));
        using var answer = await browser.PostFormAsync("/join", ("code", (await server.OpenAsync()).Code), ("name", "Ada"), ("newTeam", "Blue"), ("role", "cook"), ("back", "/"));
        Assert.StartsWith("This scenario has no role 'cook'. Its roles: ", server.RefusalIn(answer)?.Message, StringComparison.Ordinal);
        Assert.Contains("In diesem Szenario gibt es keine Rolle „cook“.", WebUtility.HtmlDecode(await browser.GetStringAsync(answer.Headers.Location)), StringComparison.Ordinal);
    }

    [Fact]
    public void WhyAnActionIsNotPossibleIsSaidInGermanWithItsTimes()
    {
        using var german = InGerman.Texts();
        using var table = new Table(SampleExercise.Started().Decide("ada", "rotate", SampleScenario.Token)).At("?view=act&item=rotate");
        Assert.Contains("Ada hat „", table.Page.Find("main").TextContent, StringComparison.Ordinal);
        Assert.Matches(@"wird am \d+\. (Okt|Nov) \d\d:\d\d UTC fertig", table.Page.Find("main").TextContent);
    }

    [Theory]
    [InlineData("", "Eingang")]
    [InlineData("?view=credentials", "Abgeflossene Zugangsdaten")]
    [InlineData("?view=systems", "Systeme")]
    [InlineData("?view=act", "Handeln")]
    public void EveryPartOfAParticipantsPageIsGerman(string query, string heading)
    {
        using var german = InGerman.Texts();
        using var table = new Table(SampleExercise.Started()).At(query);
        Assert.Equal(heading, table.Page.Find("main h2").TextContent);
        Assert.Equal(["Eingang", "Zugänge", "Systeme", "Handeln"], table.Page.FindAll(".parts a > span:not(.count)").Select(part => part.TextContent).Take(4));
        Assert.Contains("Analysestunden", table.Page.Find(".rail").TextContent, StringComparison.Ordinal);
    }

    /// <summary>All who took part look at one debrief, drawn up once.</summary>
    [Fact]
    public void ADebriefSaysWhyInEachReadersLanguage()
    {
        const string English = "It could, because|no longer worked|was done .+ before|Now in its hands|attempts refused|Nobody inside|up to the end|nothing decided by then|% sure|Best known";
        using (var page = new Reviewed(PlayedFlagship.Three))
            Assert.Contains("Nobody inside any more", page.Text(".turns-of"), StringComparison.Ordinal);

        using var german = InGerman.Texts();
        using var again = new Reviewed(PlayedFlagship.Three);
        Assert.Equal(["Blue", "Geschichte", "Red", "Green"], again.Page.FindAll(".story h3").Select(story => story.TextContent));
        Assert.Contains("Niemand mehr drin", again.Text(".turns-of"), StringComparison.Ordinal);
        var all = again.Page.Markup + string.Join('\n', again.Marks.Select(mark => mark.GetAttribute("aria-label")));
        Assert.Contains("Das gelang, weil", all, StringComparison.Ordinal);
        Assert.Contains("bestand kein Zugang mehr.", all, StringComparison.Ordinal);
        Assert.DoesNotMatch(English, all);
    }
}
