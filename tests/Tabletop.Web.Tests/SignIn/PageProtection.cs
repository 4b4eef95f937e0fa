namespace Tabletop.Web.Tests.SignIn;

public sealed class PageProtection(TabletopServer server) : IClassFixture<TabletopServer>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/not-there")]
    [InlineData("/app.css")]
    public async Task EveryAnswerForbidsForeignScriptsAndFrames(string path)
    {
        using var browser = server.CreateClient();
        using var answer = await browser.GetAsync(path);
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
    }

    [Fact]
    public async Task NoPageHasAScriptOfItsOwn()
    {
        using var browser = server.CreateClient();
        var home = await browser.GetStringAsync("/");
        Assert.DoesNotMatch("<script(?![^>]*src=)", home);
    }
}
