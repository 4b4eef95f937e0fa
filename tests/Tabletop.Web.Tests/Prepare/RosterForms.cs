using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Tabletop.Exercises;

namespace Tabletop.Web.Tests.Prepare;

public sealed partial class RosterForms(TabletopServer server) : IClassFixture<TabletopServer>
{
    [Fact]
    public async Task AFileIsLookedAtAndOnlyThenTaken()
    {
        var (exercise, browser) = await BeginAsync();
        using var _ = browser;
        var looked = WebUtility.HtmlDecode(await UploadAsync(browser, exercise, "name;team;role\nJosé;Blue;leat\nBo;Blue;soc\n", Encoding.Latin1));
        Assert.Contains("1 of 2 lines can’t be taken", looked, StringComparison.Ordinal);
        Assert.Contains("José;Blue;leat", looked, StringComparison.Ordinal);
        Assert.Contains("There is no role “leat”.", looked, StringComparison.Ordinal);
        Assert.DoesNotContain("roster/set", looked, StringComparison.Ordinal);
        Assert.Empty((await StateOf(exercise)).Roster);

        looked = WebUtility.HtmlDecode(await UploadAsync(browser, exercise, "name;team;role\nJosé;Blue;lead\n", Encoding.UTF8));
        Assert.Contains("Put one person on the roster", looked, StringComparison.Ordinal);
        Assert.Contains("New teams: Blue.", looked, StringComparison.Ordinal);
        using var set = await browser.PostFormAsync($"/facilitate/{exercise}/roster/set", ("list", "name;team;role\r\nJosé;Blue;lead\r\n"));
        Assert.Equal($"/facilitate/{exercise}/roster", set.Headers.Location!.ToString());
        Assert.Equal("José", Assert.Single((await StateOf(exercise)).Roster).Name);
    }

    [Fact]
    public async Task APersonalLinkLeadsToTheSeatOnlyWhenItIsTaken()
    {
        var (exercise, browser) = await BeginAsync();
        using var _ = browser;
        (await browser.PostFormAsync($"/facilitate/{exercise}/roster/set", ("list", "name,team,role\nLeonore,Blue,lead\n"))).Dispose();
        using var saved = await browser.GetAsync($"/facilitate/{exercise}/roster.csv");
        Assert.Equal("no-store", saved.Headers.CacheControl!.ToString());
        var link = SeatLink().Match(await saved.Content.ReadAsStringAsync()).Value;

        using var phone = server.Browser();
        Assert.Contains("Take your seat", await phone.GetStringAsync(link), StringComparison.Ordinal);
        Assert.Empty((await StateOf(exercise)).People);

        using var seated = await phone.PostFormAsync("/seat", ("key", WebUtility.UrlDecode(link.Split("key=")[1])));
        Assert.Equal($"/play/{exercise}", seated.Headers.Location!.ToString());
        Assert.StartsWith($"tt-{exercise}=", Assert.Single(seated.Headers.GetValues("Set-Cookie")), StringComparison.Ordinal);
        Assert.Equal("Leonore", Assert.Single((await StateOf(exercise)).People.Values).Name);

        (await browser.PostFormAsync($"/facilitate/{exercise}/roster/link", ("entry", (await StateOf(exercise)).Roster[0].Id))).Dispose();
        using var ended = await phone.GetAsync(link);
        Assert.Equal(HttpStatusCode.Forbidden, ended.StatusCode);
        Assert.Contains("This link leads nowhere", await ended.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhereNobodyFacilitatesALinkLeadsIntoTheTeamsOwnExercise()
    {
        using var browser = server.Browser();
        await server.SignInAsync(browser);
        var door = (await server.AskAsync(new OpenExercise(Caller.Facilitator, (await StateOf((await server.OpenAsync()).Exercise)).Scenario.Id) { Alone = true })).Exercise;
        Assert.Contains("Nobody runs this exercise", await browser.GetStringAsync($"/facilitate/{door}/roster"), StringComparison.Ordinal);
        using var set = await browser.PostFormAsync($"/facilitate/{door}/roster/set", ("list", "name,team,role\nLeonore,Blue,lead\n"));
        Assert.Equal($"/facilitate/{door}/roster", set.Headers.Location!.ToString());
        var link = SeatLink().Match(await browser.GetStringAsync($"/facilitate/{door}/roster.csv")).Value;

        using var phone = server.Browser();
        using var seated = await phone.PostFormAsync("/seat", ("key", WebUtility.UrlDecode(link.Split("key=")[1])));
        Assert.StartsWith($"/play/{door}-team-", seated.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Contains("has a seat", await browser.GetStringAsync($"/facilitate/{door}/roster"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task NobodyButFacilitatorsIsGivenLinksOrNames()
    {
        var (exercise, browser) = await BeginAsync();
        using var _ = browser;
        (await browser.PostFormAsync($"/facilitate/{exercise}/roster/set", ("list", "name,team,role\nLeonore,Blue,lead\nBo,Blue,soc\n"))).Dispose();
        using var player = server.Browser();
        (await player.PostFormAsync("/join", ("code", (await StateOf(exercise)).Code), ("newTeam", "Red"), ("name", "Rob"), ("role", "lead"))).Dispose();

        foreach (var path in new[] { $"/facilitate/{exercise}/roster", $"/facilitate/{exercise}/roster.csv" })
        {
            using var answer = await player.GetAsync(path);
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
            Assert.DoesNotContain("Leonore", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        using (var page = await player.GetAsync($"/facilitate/{exercise}/roster"))
            Assert.Contains("run by others", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("Leonore", await player.GetStringAsync($"/play/{exercise}"), StringComparison.Ordinal);
        using var undone = await player.PostFormAsync($"/facilitate/{exercise}/roster/undo");
        Assert.True(server.RefusalIn(undone)!.Is(RefusalCode.NotYours));
    }

    async Task<(string Exercise, HttpClient Browser)> BeginAsync()
    {
        var browser = server.Browser();
        await server.SignInAsync(browser);
        return ((await server.OpenAsync()).Exercise, browser);
    }

    static async Task<string> UploadAsync(HttpClient browser, string exercise, string text, Encoding encoding)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent(await browser.GetStringAsync(FormTokens.Path)), "__RequestVerificationToken" },
            { new StringContent("check"), "_handler" },
            { new StringContent("what was typed before"), "List" },
            { new ByteArrayContent(encoding.GetBytes(text)), "File", "people.csv" },
        };
        using var answer = await browser.PostAsync($"/facilitate/{exercise}/roster", form);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }

    async Task<Engine.Exercise> StateOf(string exercise) => (await server.Services.GetRequiredService<ExerciseFeed>().Read(exercise)).Value!;

    [GeneratedRegex("http://[^,\\s]+/seat\\?key=[^,\\s]+")]
    private static partial Regex SeatLink();
}
