using System.Net;
using System.Text.Json;
using Tabletop.Engine;
using Tabletop.Exercises;
using Tabletop.Exercises.Views;

namespace Tabletop.Web.Tests.Language;

public sealed class ChoosingALanguage(TabletopServer server) : IClassFixture<TabletopServer>
{
    [Theory]
    [InlineData(null, "en")]
    [InlineData("fr", "en")]
    [InlineData("en-GB,en;q=0.9", "en")]
    [InlineData("de-AT,de;q=0.9,en;q=0.8", "de")]
    [InlineData("fr,de;q=0.5", "de")]
    [InlineData("de-DE", "de")]
    [InlineData("fr-CH,de-CH;q=0.7,en;q=0.1", "de")]
    public async Task APageFollowsTheBrowser(string? asked, string given)
    {
        using var browser = server.Browser();
        Assert.Equal(given, await LanguageOf(browser, "/", asked));
    }

    [Fact]
    public async Task AChoiceIsKeptAndComesBackToTheSamePage()
    {
        using var browser = server.Browser();
        using var answer = await browser.PostFormAsync("/language", ("language", "de"), ("back", "/?code=ABC"));
        Assert.Equal((HttpStatusCode.Found, "/?code=ABC"), (answer.StatusCode, answer.Headers.Location?.ToString()));
        Assert.Equal("de", await LanguageOf(browser, "/", "en"));
        Assert.Equal("de", await LanguageOf(browser, "/no-such-page", "en"));
        using var again = await browser.PostFormAsync("/language", ("language", "en"), ("back", "//elsewhere.example/"));
        Assert.Equal("/", again.Headers.Location?.ToString());
        Assert.Equal("en", await LanguageOf(browser, "/", "de"));
    }

    [Theory]
    [InlineData("tlh")]
    [InlineData("")]
    public async Task ALanguageThatIsNotThereChangesNothing(string code)
    {
        using var browser = server.Browser();
        using var answer = await browser.PostFormAsync("/language", ("language", code), ("back", "/"));
        Assert.Equal("en", await LanguageOf(browser, "/", null));
    }

    [Fact]
    public async Task AFormOfAnotherSiteChangesNothing()
    {
        using var browser = server.Browser();
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("language", "de"), KeyValuePair.Create("back", "/check")]);
        using var answer = await browser.PostAsync("/language", form);
        Assert.StartsWith("/check?refused=", answer.Headers.Location?.ToString(), StringComparison.Ordinal);
        Assert.Equal("en", await LanguageOf(browser, "/", null));
    }

    [Fact]
    public async Task TheOtherLanguageIsOfferedInItsOwnWords()
    {
        using var browser = server.Browser();
        Assert.Contains("lang=\"de\" title=\"Deutsch\"", await browser.GetStringAsync("/"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("de")]
    [InlineData("en")]
    public async Task AScenarioThatHasThePersonsLanguageIsOfferedInItFirst(string language)
    {
        using var browser = server.Browser();
        browser.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        Assert.Contains($"<option value=\"{language}\" selected", await browser.GetStringAsync("/"), StringComparison.Ordinal);
    }

    [Fact]
    public void DaysAndMonthsHaveTheirNamesInThePagesLanguage()
    {
        var time = new DateTimeOffset(2023, 10, 18, 9, 5, 0, TimeSpan.Zero);
        Assert.Equal(("Wed 18 Oct 09:05", "18 Oct 09:05"), (ScenarioTime.Long(time), ScenarioTime.Short(time)));
        using (InGerman.Texts())
            Assert.Equal(("Mi 18. Okt 09:05", "18. Okt 09:05"), (ScenarioTime.Long(time), ScenarioTime.Short(time)));
    }

    [Fact]
    public void APhraseIsEnglishWhereNobodysLanguageIsKnown()
    {
        var (many, name) = (3, "Ada");
        Phrase phrase = $"{many} entries of {name} ({0.5m:0.00})";
        Assert.Equal(("{0} entries of {1} ({2})", "3 entries of Ada (0.50)"), (phrase.Format, phrase.ToString()));
        Assert.Equal("Ada is back at 18 Oct 09:05 UTC", ((Phrase)$"{name} is back at {new DateTimeOffset(2023, 10, 18, 9, 5, 0, TimeSpan.Zero)}").ToString());
        Assert.Equal((Phrase)"as it is {0}", (Phrase)"as it is {0}");
        Assert.Equal("as it is {0}", ((Phrase)"as it is {0}").ToString());
    }

    [Fact]
    public void APhraseIsTheSameAfterAJourney()
    {
        Phrase phrase = $"{"Ada"} is {(Phrase)"ready"} at {new DateTimeOffset(2023, 10, 18, 9, 5, 0, TimeSpan.Zero)}, {3} of {(Phrase)$"{"Bo"} or {"Cy"}"}";
        Assert.Equal(phrase, JsonSerializer.Deserialize<Phrase>(JsonSerializer.Serialize(phrase)));
        var refusal = new Refusal(7, phrase);
        Assert.Equal(refusal, JsonSerializer.Deserialize<Refusal>(JsonSerializer.Serialize(refusal)));
    }

    static async Task<string?> LanguageOf(HttpClient browser, string path, string? asked)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (asked is not null)
            request.Headers.AcceptLanguage.ParseAdd(asked);
        using var answer = await browser.SendAsync(request);
        var page = await answer.Content.ReadAsStringAsync();
        var code = page.Split("<html lang=\"")[1][..2];
        Assert.Equal(code, answer.Content.Headers.ContentLanguage.FirstOrDefault());
        Assert.Contains(code == "de" ? "Zum Inhalt springen" : "Skip to the content", page, StringComparison.Ordinal);
        return code;
    }
}
