using Microsoft.Extensions.DependencyInjection;
using Tabletop.Engine;
using Tabletop.Exercises;

namespace Tabletop.Web.Tests;

public sealed class OwnNamesOnForms(TabletopServer server) : IClassFixture<TabletopServer>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/host")]
    public async Task WhereAnExerciseIsOpenedItsNamesAndLanguagesAreOffered(string path)
    {
        using var browser = server.Browser();
        await server.SignInAsync(browser);

        var page = await browser.GetStringAsync(path);

        Assert.Contains("""<option value="de">de</option>""", page, StringComparison.Ordinal);
        Assert.Contains("""<label for="name-tiny-names-company">Company name</label>""", page, StringComparison.Ordinal);
        Assert.Contains("""name="name.company" maxlength="80" value="Acme" """, page, StringComparison.Ordinal);
        Assert.DoesNotContain("language-tiny-leak", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/solo", "/play/")]
    [InlineData("/host", "/facilitate/")]
    public async Task WhatIsFilledInIsWhatIsPlayed(string form, string page)
    {
        using var browser = server.Browser();
        await server.SignInAsync(browser);

        using var answer = await browser.PostFormAsync(
            form, ("scenario", "tiny-names"), ("name", "Lea"), ("language", "de"), ("name.company", "Globex"));

        var path = answer.Headers.Location!.ToString();
        Assert.StartsWith(page, path, StringComparison.Ordinal);
        Assert.Equal("Globex hat es verloren.", (await StateOf(path[page.Length..])).Scenario.Injects["supplier-calls"].Body);
    }

    [Theory]
    [InlineData("/solo")]
    [InlineData("/host")]
    public async Task ANameThatIsTooLongIsRefusedOnThePage(string form)
    {
        using var browser = server.Browser();
        await server.SignInAsync(browser);

        using var answer = await browser.PostFormAsync(
            form, ("scenario", "tiny-names"), ("name", "Lea"), ("name.company", new string('x', 81)), ("back", "/"));

        Assert.Equal("Company name: It has 81 characters; 80 are allowed.", server.RefusalIn(answer)!.Message);
    }

    async Task<Exercise> StateOf(string exercise) => (await server.Services.GetRequiredService<ExerciseFeed>().Read(exercise)).Value!;
}
