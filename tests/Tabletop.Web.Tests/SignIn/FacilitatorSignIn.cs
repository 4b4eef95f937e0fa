using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Tabletop.Exercises;

namespace Tabletop.Web.Tests;

public sealed class FacilitatorSignIn(TabletopServer server) : IClassFixture<TabletopServer>
{
    [Fact]
    public async Task LinkWorksOnce()
    {
        using var first = server.Browser();
        using var second = server.Browser();
        var path = "/signin?token=" + server.Services.GetRequiredService<SignInLinks>().New();

        using var welcome = await first.GetAsync(path);
        using var refused = await second.GetAsync(path);

        Assert.Equal(HttpStatusCode.Found, welcome.StatusCode);
        var cookie = Assert.Single(welcome.Headers.GetValues("Set-Cookie"));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("expires=", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Contains("Restart the server", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/signin")]
    [InlineData("/signin?token=")]
    [InlineData("/signin?token=0123456789abcdef")]
    public async Task WrongTokenIsToldWhatToDo(string path)
    {
        using var browser = server.Browser();
        using var answer = await browser.GetAsync(path);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task SignedInFacilitatorMakesALinkForAnother()
    {
        using var facilitator = server.Browser();
        await server.SignInAsync(facilitator);

        using var answer = await facilitator.PostFormAsync("/facilitate/invite");
        var link = await answer.Content.ReadAsStringAsync();

        using var other = server.Browser();
        using var welcome = await other.GetAsync(link);
        Assert.Equal(HttpStatusCode.Found, welcome.StatusCode);
        using var hosted = await other.PostFormAsync("/host", ("scenario", "tiny-leak"));
        Assert.StartsWith("/facilitate/", hosted.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task NobodyElseMakesLinks()
    {
        using var stranger = server.Browser();
        using var answer = await stranger.PostFormAsync("/facilitate/invite");

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task SignedOutFacilitatorHostsNothing()
    {
        using var browser = server.Browser();
        await server.SignInAsync(browser);
        using var signedOut = await browser.PostFormAsync("/signout");

        using var answer = await browser.PostFormAsync("/host", ("scenario", "tiny-leak"));

        Assert.True(server.RefusalIn(answer)!.Is(RefusalCode.NotSignedIn));
    }
}
