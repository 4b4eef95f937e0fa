using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Tabletop.Engine;
using Tabletop.Exercises;

namespace Tabletop.Web.Tests;

public sealed class PlainForms(TabletopServer server) : IClassFixture<TabletopServer>
{
    [Fact]
    public async Task JoiningSetsACookieThatScriptsCanNotReadAndGoesToPlay()
    {
        var exercise = await server.OpenAsync();
        using var browser = server.Browser();

        using var answer = await JoinAsync(browser, exercise.Code);

        Assert.Equal($"/play/{exercise.Exercise}", answer.Headers.Location!.ToString());
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        Assert.StartsWith($"tt-{exercise.Exercise}=", cookie, StringComparison.Ordinal);
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task JoiningAgainKeepsTheSeat()
    {
        var exercise = await server.OpenAsync();
        using var browser = server.Browser();
        using var first = await JoinAsync(browser, exercise.Code);
        var team = Assert.Single((await StateOf(exercise.Exercise)).Teams);

        using var second = await browser.PostFormAsync("/join", ("code", exercise.Code), ("team", team.Id), ("name", "Leah"), ("role", "soc"));

        Assert.Equal($"/play/{exercise.Exercise}", second.Headers.Location!.ToString());
        Assert.Equal("Leah", Assert.Single((await StateOf(exercise.Exercise)).People.Values).Name);
    }

    [Fact]
    public async Task LeavingTakesTheCookieBack()
    {
        var exercise = await server.OpenAsync();
        using var browser = server.Browser();
        using var joined = await JoinAsync(browser, exercise.Code);

        using var left = await browser.PostFormAsync("/leave", ("exercise", exercise.Exercise));

        Assert.Equal("/", left.Headers.Location!.ToString());
        Assert.Empty((await StateOf(exercise.Exercise)).People);
        Assert.Contains("expires=Thu, 01 Jan 1970", Assert.Single(left.Headers.GetValues("Set-Cookie")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhoeverSitsInATeamIsShownTheWayToItAndTheWayOut()
    {
        var exercise = await server.OpenAsync();
        using var browser = server.Browser();
        (await JoinAsync(browser, exercise.Code)).Dispose();
        var red = await server.SeatAsync(exercise, "Red", "Rob");
        var form = $"/?code={exercise.Code}";
        using var refused = await browser.PostFormAsync("/join", ("code", exercise.Code), ("team", red.Team), ("name", "Lea"), ("role", "lead"), ("back", form));
        Assert.Equal((int)RejectionCode.OtherTeam, server.RefusalIn(refused)!.Code);
        var page = await browser.GetStringAsync(refused.Headers.Location);
        Assert.Contains("You sit in team Blue as Lea.", page, StringComparison.Ordinal);
        Assert.Contains($"href=\"play/{exercise.Exercise}\"", page, StringComparison.Ordinal);
        Assert.Contains("Leave team Blue", page, StringComparison.Ordinal);

        Assert.Contains($"href=\"{form}\"", await browser.GetStringAsync("/"), StringComparison.Ordinal);

        using var left = await browser.PostFormAsync("/leave", ("exercise", exercise.Exercise), ("back", form));
        Assert.Equal(form, left.Headers.Location!.ToString());
        Assert.DoesNotContain("You sit in team", await browser.GetStringAsync(form), StringComparison.Ordinal);
        using var again = await browser.PostFormAsync("/join", ("code", exercise.Code), ("team", red.Team), ("name", "Lea"), ("role", "soc"));
        Assert.Equal($"/play/{exercise.Exercise}", again.Headers.Location!.ToString());
    }

    [Fact]
    public async Task RefusalGoesBackToThePageOfTheFormAndCanNotBeForged()
    {
        using var browser = server.Browser();

        using var answer = await browser.PostFormAsync(
            "/join", ("code", "222222"), ("newTeam", "Blue"), ("name", "Lea"), ("role", "lead"), ("back", "/join?code=222222"));

        Assert.StartsWith("/join?code=222222&refused=", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.True(server.RefusalIn(answer)!.Is(RefusalCode.UnknownCode));
        Assert.Null(server.Services.GetRequiredService<RefusalLinks>().Read("Call+this+number"));
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    [InlineData("/\\elsewhere.example/")]
    public async Task RefusalNeverLeadsToAnotherSite(string back)
    {
        using var browser = server.Browser();
        using var answer = await browser.PostFormAsync("/solo", ("scenario", "none"), ("name", "Lea"), ("back", back));

        Assert.StartsWith("/?refused=", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task FormOfAnotherSiteDoesNothing()
    {
        using var browser = server.Browser();
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("scenario", "tiny-leak"), KeyValuePair.Create("name", "Lea")]);
        using var answer = await browser.PostAsync("/solo", form);

        Assert.True(server.RefusalIn(answer)!.Is(RefusalCode.StaleForm));
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task OversizedFormIsRefused()
    {
        using var browser = server.Browser();
        using var answer = await browser.PostFormAsync("/solo", ("scenario", "tiny-leak"), ("name", new string('x', 100_000)));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task PlayingAloneWaitsForThePlayerToStartTheClock()
    {
        using var browser = server.Browser();
        using var answer = await browser.PostFormAsync("/solo", ("scenario", "tiny-leak"), ("name", "Lea"));

        var path = answer.Headers.Location!.ToString();
        Assert.StartsWith("/play/", path, StringComparison.Ordinal);
        var exercise = await StateOf(path["/play/".Length..]);
        Assert.Equal((Lifecycle.Paused, TimeSpan.Zero, exercise.Scenario.Start), (exercise.Lifecycle, exercise.Clock.ElapsedBefore, exercise.TimeAt(DateTimeOffset.UtcNow)));
    }

    [Fact]
    public async Task PlayingAloneCanBeginInTheMiddle()
    {
        using var browser = server.Browser();
        using var answer = await browser.PostFormAsync("/solo", ("scenario", "tiny-leak"), ("name", "Lea"), ("from", "2024-03-04T12:30:00Z"));

        var exercise = await StateOf(answer.Headers.Location!.ToString()["/play/".Length..]);
        Assert.Equal((Lifecycle.Paused, TimeSpan.Zero), (exercise.Lifecycle, exercise.Clock.ElapsedBefore));
        Assert.Equal(new DateTimeOffset(2024, 3, 4, 12, 30, 0, TimeSpan.Zero), exercise.TimeAt(DateTimeOffset.UtcNow));
        Assert.NotEmpty(Assert.Single(exercise.Teams).Inbox);
    }

    [Theory]
    [InlineData("2024-03-01T00:00:00Z")]
    [InlineData("2031-01-01T00:00:00Z")]
    [InlineData("soon")]
    public async Task PlayingAloneBeginsWithinTheScenario(string from)
    {
        using var browser = server.Browser();
        using var answer = await browser.PostFormAsync("/solo", ("scenario", "tiny-leak"), ("name", "Lea"), ("from", from));

        Assert.True(server.RefusalIn(answer)!.Is(RefusalCode.BadValue));
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task BrowserWithManySeatsKeepsTheLatestAndStaysUsable()
    {
        using var browser = server.Browser();
        HttpStatusCode last = default;
        for (var i = 0; i < 25; i++)
        {
            var exercise = await server.OpenAsync();
            using var joined = await JoinAsync(browser, exercise.Code);
            last = joined.StatusCode;
        }

        Assert.Equal(HttpStatusCode.Found, last);
    }

    [Fact]
    public async Task HealthIsAnswered()
    {
        using var browser = server.Browser();
        Assert.Equal("ok", await browser.GetStringAsync("/health"));
    }

    static Task<HttpResponseMessage> JoinAsync(HttpClient browser, string code) =>
        browser.PostFormAsync("/join", ("code", code.ToLowerInvariant()), ("newTeam", "Blue"), ("name", "Lea"), ("role", "lead"));

    async Task<Exercise> StateOf(string exercise) => (await server.Services.GetRequiredService<ExerciseFeed>().Read(exercise)).Value!;
}
