using System.Net;
using Tabletop.Exercises;

namespace Tabletop.Web.Tests.Prepare;

public sealed class TemplateForms(TabletopServer server) : IClassFixture<TabletopServer>
{
    [Fact]
    public async Task AnExerciseIsSavedAsATemplateAndAnotherOpenedFromIt()
    {
        using var browser = server.Browser();
        await server.SignInAsync(browser);
        var opened = await server.OpenAsync();
        Assert.Contains("new exercises have the text of this one", await browser.GetStringAsync($"/facilitate/{opened.Exercise}/template"), StringComparison.Ordinal);

        using var saved = await browser.PostFormAsync($"/facilitate/{opened.Exercise}/template", ("name", "Every quarter"), ("text", "new"));
        Assert.StartsWith("/host#template-", saved.Headers.Location!.ToString(), StringComparison.Ordinal);
        var template = saved.Headers.Location!.ToString().Split('#')[1];
        Assert.Contains("Every quarter", await browser.GetStringAsync("/host"), StringComparison.Ordinal);

        using var next = await browser.PostFormAsync("/host/template", ("template", template), ("title", "Second quarter"), ("text", "new"));
        Assert.StartsWith("/facilitate/", next.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Contains("Second quarter", await browser.GetStringAsync(next.Headers.Location), StringComparison.Ordinal);

        using var taken = await browser.PostFormAsync($"/facilitate/{opened.Exercise}/template", ("name", "every quarter"), ("text", "new"));
        Assert.True(server.RefusalIn(taken)!.Is(RefusalCode.Taken));

        (await browser.PostFormAsync("/host/template/rename", ("template", template), ("name", "Now and then"))).Dispose();
        Assert.Contains("Now and then", await browser.GetStringAsync("/host"), StringComparison.Ordinal);
        (await browser.PostFormAsync("/host/template/delete", ("template", template))).Dispose();
        Assert.DoesNotContain("Now and then", await browser.GetStringAsync("/host"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task NobodyButFacilitatorsSeesOrMakesTemplates()
    {
        var opened = await server.OpenAsync();
        using var visitor = server.Browser();
        using var page = await visitor.GetAsync($"/facilitate/{opened.Exercise}/template");
        Assert.Equal(HttpStatusCode.Forbidden, page.StatusCode);
        using var tried = await visitor.PostFormAsync("/host/template", ("template", "any"), ("title", ""));
        Assert.True(server.RefusalIn(tried)!.Is(RefusalCode.NotSignedIn));
    }
}
