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

    /// <summary>The author's editor does with it, so no page needs more.</summary>
    [Theory]
    [InlineData("/")]
    [InlineData("/play/nowhere")]
    [InlineData("/author")]
    public async Task EveryPageHasTheSamePolicy(string path)
    {
        using var browser = server.CreateClient();
        using var answer = await browser.GetAsync(path);
        Assert.Equal(
            "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'",
            Assert.Single(answer.Headers.GetValues("Content-Security-Policy")));
    }

    [Theory]
    [InlineData("min/vs/loader.js", true)]
    [InlineData("min/vs/editor/editor.main.js", true)]
    [InlineData("min/vs/base/worker/workerMain.js", true)]
    [InlineData("min/vs/basic-languages/yaml/yaml.js", true)]
    [InlineData("min/vs/language/typescript/tsMode.js", false)]
    [InlineData("min/vs/editor/editor.main.nls.de.js", false)]
    public async Task OfTheEditorsFilesThoseAreServedThatItLoads(string file, bool served)
    {
        using var browser = server.CreateClient();
        using var answer = await browser.GetAsync("/_content/BlazorMonaco/lib/monaco-editor/" + file);
        Assert.Equal(served, answer.Content.Headers.ContentType?.MediaType == "text/javascript");
        Assert.DoesNotContain("BlazorMonaco", await browser.GetStringAsync("/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task NoPageHasAScriptOfItsOwn()
    {
        using var browser = server.CreateClient();
        var home = await browser.GetStringAsync("/");
        Assert.DoesNotMatch("""<script(?! type="application/json")(?![^>]*src=)""", home);
    }
}
