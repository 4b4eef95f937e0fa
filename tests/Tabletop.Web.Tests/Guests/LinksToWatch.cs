using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Tabletop.Engine;
using Tabletop.Exercises;

namespace Tabletop.Web.Tests.Guests;

public sealed class LinksToWatch(TabletopServer server) : IClassFixture<TabletopServer>
{
    [Theory]
    [InlineData(PassKind.Wall, "wall", "How to join")]
    [InlineData(PassKind.Observer, "watch", "Leonore")]
    public async Task ALinkLeadsToWhatItOpensUntilItIsEnded(PassKind kind, string path, string shown)
    {
        var opened = await server.OpenAsync();
        await server.SeatAsync(opened, "Blue", "Leonore");
        await server.AskAsync(new GivePass(Caller.Facilitator, opened.Exercise, kind, "The auditor") { CommandId = "one" });
        using var browser = server.Browser();

        Assert.DoesNotContain(shown, await browser.GetStringAsync($"/{path}/{opened.Exercise}"), StringComparison.Ordinal);
        using var entered = await browser.GetAsync(LinkTo(opened.Exercise, "pass-one"));
        Assert.Equal(HttpStatusCode.Found, entered.StatusCode);
        Assert.Equal($"/{path}/{opened.Exercise}", entered.Headers.Location!.ToString());
        Assert.Contains("httponly", string.Join(' ', entered.Headers.GetValues("Set-Cookie")), StringComparison.OrdinalIgnoreCase);
        Assert.Contains(shown, await browser.GetStringAsync(entered.Headers.Location), StringComparison.Ordinal);

        await server.AskAsync(new EndPass(Caller.Facilitator, opened.Exercise, "pass-one"));
        Assert.DoesNotContain(shown, await browser.GetStringAsync(entered.Headers.Location), StringComparison.Ordinal);
    }

    [Fact]
    public async Task APassToTheWallDoesNotOpenATeam()
    {
        var opened = await server.OpenAsync();
        await server.SeatAsync(opened, "Blue", "Leonore");
        await server.AskAsync(new GivePass(Caller.Facilitator, opened.Exercise, PassKind.Wall, "Projector") { CommandId = "one" });
        using var browser = server.Browser();
        (await browser.GetAsync(LinkTo(opened.Exercise, "pass-one"))).Dispose();

        Assert.DoesNotContain("Leonore", await browser.GetStringAsync($"/watch/{opened.Exercise}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ALinkThatIsNoneOpensNothing()
    {
        using var browser = server.Browser();
        using var entered = await browser.GetAsync("/pass?key=made-up");
        Assert.False(entered.Headers.Contains("Set-Cookie"));
        Assert.Contains("watch this", await browser.GetStringAsync(entered.Headers.Location), StringComparison.Ordinal);
    }

    string LinkTo(string exercise, string pass) => PassRoutes.LinkOf(server.Address.ToString(), server.Services.GetRequiredService<Passes>().Seal(exercise, pass));
}
