using Tabletop.Exercises;

namespace Tabletop.Web.Tests.Lobby;

public sealed class BackToTheRoom(TabletopServer server) : IClassFixture<TabletopServer>
{
    [Fact]
    public async Task WhatIsUnderWayStandsFirstWhenAFacilitatorComesBack()
    {
        using var browser = server.Browser();
        await server.SignInAsync(browser);
        var opened = await server.OpenAsync();
        await server.SeatAsync(opened, "Blue", "Ada");
        Assert.DoesNotContain("Back to the room", await browser.GetStringAsync("/host"), StringComparison.Ordinal);

        await server.AskAsync(new Start(Caller.Facilitator, opened.Exercise));
        var page = await browser.GetStringAsync("/host");
        var back = page.IndexOf("Back to the room", StringComparison.Ordinal);
        Assert.InRange(back, 0, page.IndexOf("Open a new one", StringComparison.Ordinal));
        Assert.Contains($"href=\"facilitate/{opened.Exercise}\"", page[..back], StringComparison.Ordinal);

        await server.AskAsync(new EndExercise(Caller.Facilitator, opened.Exercise));
        Assert.DoesNotContain("Back to the room", await browser.GetStringAsync("/host"), StringComparison.Ordinal);
    }
}
