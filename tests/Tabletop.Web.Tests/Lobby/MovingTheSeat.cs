using System.Net;
using Tabletop.Exercises;

namespace Tabletop.Web.Tests.Lobby;

public sealed class MovingTheSeat(TabletopServer server) : IClassFixture<TabletopServer>
{
    [Fact]
    public async Task ACodeBringsTheSeatToThisBrowserAndTheLinkAloneDoesNot()
    {
        var opened = await server.OpenAsync();
        var lea = await server.SeatAsync(opened, "Blue", "Lea");
        var code = (await server.AskAsync(new OfferSeat(Caller.Nobody.With(opened.Exercise, lea.Ticket), opened.Exercise))).Code;
        using var phone = server.Browser();

        // Whatever previews a link must not use it up.
        var page = await phone.GetStringAsync($"/move?code={code}");
        Assert.Contains($"value=\"{code}\"", page, StringComparison.Ordinal);

        using var moved = await phone.PostFormAsync("/move", ("code", code));
        Assert.Equal($"/play/{opened.Exercise}", moved.Headers.Location?.ToString());
        Assert.Contains("Lea", WebUtility.HtmlDecode(await phone.GetStringAsync($"/play/{opened.Exercise}")), StringComparison.Ordinal);

        using var again = await phone.PostFormAsync("/move", ("code", "222222"), ("back", "/move"));
        Assert.StartsWith("/move?", again.Headers.Location?.ToString(), StringComparison.Ordinal);
        Assert.True(server.RefusalIn(again)!.Is(RefusalCode.UnknownCode));
    }

    [Fact]
    public async Task TheOldBrowserIsToldWhereItWentAndHowToBringItBack()
    {
        var opened = await server.OpenAsync();
        using var desk = server.Browser();
        using var joined = await desk.PostFormAsync("/join", ("code", opened.Code), ("newTeam", "Blue"), ("name", "Lea"), ("role", "lead"));
        Assert.Equal($"/play/{opened.Exercise}", joined.Headers.Location?.ToString());
        var cookie = Assert.Single(joined.Headers.GetValues("Set-Cookie"), line => line.StartsWith("tt-", StringComparison.Ordinal));
        var ticket = Uri.UnescapeDataString(cookie[(cookie.IndexOf('=', StringComparison.Ordinal) + 1)..cookie.IndexOf(';', StringComparison.Ordinal)]);
        var code = (await server.AskAsync(new OfferSeat(Caller.Nobody.With(opened.Exercise, ticket), opened.Exercise))).Code;
        await server.AskAsync(new TakeOverSeat(Caller.Nobody, code));

        var page = await desk.GetStringAsync($"/play/{opened.Exercise}");
        Assert.Contains("You continue on another device", page, StringComparison.Ordinal);
        Assert.Contains("href=\"move\"", page, StringComparison.Ordinal);
    }
}
