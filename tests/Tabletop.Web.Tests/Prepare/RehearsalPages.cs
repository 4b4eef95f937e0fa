using System.Net;
using Bunit;
using Tabletop.Exercises;
using Tabletop.Exercises.Views;
using Tabletop.Web.Prepare;
using Tabletop.Web.Tests.Language;

namespace Tabletop.Web.Tests.Prepare;

public sealed class RehearsalPages(TabletopServer server) : IClassFixture<TabletopServer>
{
    [Fact]
    public async Task ALobbyIsRehearsedAndTheRehearsalThrownAway()
    {
        using var browser = server.Browser();
        await server.SignInAsync(browser);
        var opened = await server.OpenAsync();
        var page = WebUtility.HtmlDecode(await browser.GetStringAsync($"/facilitate/{opened.Exercise}/rehearse"));
        Assert.Contains("the rehearsal brings three of its own", page, StringComparison.Ordinal);
        Assert.Contains("A bot that does nothing", page, StringComparison.Ordinal);

        using var started = await browser.PostFormAsync($"/facilitate/{opened.Exercise}/rehearse",
            ("title", "Rehearsal of the tiny leak"), ("clock", "hand"), ("team", ""), ("name", "Team 1"), ("player", "passive"));
        var rehearsal = started.Headers.Location!.ToString().Split('/')[^1];
        Assert.NotEqual(opened.Exercise, rehearsal);

        var host = await browser.GetStringAsync("/host");
        Assert.Contains("Rehearsal of the tiny leak", host, StringComparison.Ordinal);
        Assert.Contains("Throw the rehearsal away", host, StringComparison.Ordinal);
        var room = WebUtility.HtmlDecode(await browser.GetStringAsync($"/facilitate/{rehearsal}"));
        Assert.Contains("Bots have all seats", room, StringComparison.Ordinal);
        Assert.DoesNotContain("code-dialog", room, StringComparison.Ordinal);

        using var thrown = await browser.PostFormAsync($"/facilitate/{rehearsal}/discard", ("back", $"/facilitate/{opened.Exercise}/rehearse"));
        Assert.Equal($"/facilitate/{opened.Exercise}/rehearse", thrown.Headers.Location!.ToString());
        Assert.DoesNotContain("Rehearsal of the tiny leak", await browser.GetStringAsync("/host"), StringComparison.Ordinal);
        using var gone = await browser.GetAsync($"/facilitate/{rehearsal}");
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Fact]
    public async Task NobodyButFacilitatorsRehearses()
    {
        var opened = await server.OpenAsync();
        using var visitor = server.Browser();
        using var page = await visitor.GetAsync($"/facilitate/{opened.Exercise}/rehearse");
        Assert.Equal(HttpStatusCode.Forbidden, page.StatusCode);
        using var tried = await visitor.PostFormAsync($"/facilitate/{opened.Exercise}/rehearse", ("title", "Rehearsal"), ("team", ""), ("name", "One"), ("player", "passive"));
        Assert.True(server.RefusalIn(tried)!.Is(RefusalCode.NotSignedIn));
    }

    [Fact]
    public void TheStripSaysWhoPlaysWhatAndLeadsBack()
    {
        using var drawing = new BunitContext();
        drawing.AddTexts();
        var strip = drawing.Render<RehearsalStrip>(parameters => parameters
            .Add(drawn => drawn.Exercise, "copy")
            .Add(drawn => drawn.Of, new RehearsalView("real", [("Blue", new("careful", "Careful {0}", false)), ("Red", new("panic", "", true))])));
        Assert.Equal(["Blue Careful {0}", "Red A bot that ends and isolates everything"], strip.FindAll("li").Select(line => line.TextContent.Trim()));
        Assert.Equal("facilitate/real", strip.Find("a").GetAttribute("href"));
        Assert.Equal("facilitate/copy/discard", strip.Find("form").GetAttribute("action"));
    }
}
