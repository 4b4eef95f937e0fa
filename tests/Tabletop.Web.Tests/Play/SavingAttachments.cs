using System.Net;
using Bunit;
using Tabletop.Exercises;
using Tabletop.TestKit;
using Tabletop.TestKit.Samples;
using Tabletop.Web.Play;

namespace Tabletop.Web.Tests.Play;

public sealed class SavingAttachments(TabletopServer server) : IClassFixture<TabletopServer>
{
    [Fact]
    public async Task WhatComesWithAnInjectIsSavedAsPlainTextOnceItHasCome()
    {
        using var browser = server.Browser();
        using var answer = await browser.PostFormAsync("/solo", ("scenario", "tiny-names"), ("name", "Lea"));
        var exercise = answer.Headers.Location!.ToString()["/play/".Length..];
        var address = "/" + AttachmentRoutes.Href(exercise, "supplier-calls", "access.log");
        using var early = await browser.GetAsync(address);
        Assert.Equal(HttpStatusCode.Forbidden, early.StatusCode);

        await server.AskAsync(new SendInject(Caller.Facilitator, exercise, "supplier-calls"));
        using var file = await browser.GetAsync(address);
        Assert.Equal("text/plain", file.Content.Headers.ContentType?.MediaType);
        Assert.Equal(("attachment", "access.log"), (file.Content.Headers.ContentDisposition?.DispositionType, file.Content.Headers.ContentDisposition?.FileName));
        Assert.Equal(["nosniff"], file.Headers.GetValues("X-Content-Type-Options"));
        Assert.Equal(TinyScenario.AccessLog, await file.Content.ReadAsStringAsync());

        using var stranger = server.Browser();
        using var refused = await stranger.GetAsync(address);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    [Fact]
    public void AMessageSaysWhatCameWithItAndHowLargeItIs()
    {
        using var table = new Table(SampleExercise.Started()).At("?item=notice");
        Assert.Empty(table.Page.FindAll(".attachments"));

        var view = table.Page.Instance.View;
        var entry = view.Inbox[0] with { Attachments = [new("access.log", 900), new("export.csv", 2_560)] };
        table.Page.Render(page => page.Add(p => p.View, view with { Inbox = [entry] }).Add(p => p.Address, table.Page.Instance.Address));
        Assert.Equal(["access.log", "export.csv"], table.Page.FindAll(".attachments a").Select(link => link.TextContent.Trim()));
        Assert.Equal(["900 bytes", "2.5 KB"], table.Page.FindAll(".attachments .muted").Select(size => size.TextContent));
        Assert.Equal("play/ex1/files/notice/access.log", table.Page.Find(".attachments a").GetAttribute("href"));
    }
}
