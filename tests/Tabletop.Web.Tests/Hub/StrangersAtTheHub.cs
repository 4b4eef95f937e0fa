using System.Net;
using System.Net.WebSockets;
using Microsoft.Extensions.DependencyInjection;
using Tabletop.Exercises;

namespace Tabletop.Web.Tests;

/// <summary>Those who try what isn't theirs, by the hub.</summary>
public sealed class StrangersAtTheHub(TabletopServer server) : IClassFixture<TabletopServer>
{
    const string Join = nameof(IExerciseHub.Join);

    [Fact]
    public async Task NoTicketNoExercise()
    {
        var (exercise, blue, _) = await BeginAsync();
        var other = await BeginAsync();
        await using var stranger = await HubClient.ConnectAsync(server.Address);

        foreach (var ticket in new[] { null, "", "ticket", other.Blue.Ticket, blue.Ticket[..^3], blue.Ticket.ToUpperInvariant() })
            Assert.Equal((int)RefusalCode.NoTicket, (await stranger.AskAsync(Join, exercise, ticket, 0L)).Code);
        Assert.Equal((int)RefusalCode.UnknownExercise, (await stranger.AskAsync(Join, "nowhere", SealFor("nowhere", blue), 0L)).Code);
        Assert.Empty(stranger.Messages);
    }

    [Fact]
    public async Task TicketForAnotherTeamsPersonIsWorthNothing()
    {
        var (exercise, blue, red) = await BeginAsync();
        await using var client = await HubClient.ConnectAsync(server.Address);
        var mixed = server.Services.GetRequiredService<Tickets>().Seal(new(exercise, red.Team, blue.Person));

        Assert.Equal((int)RefusalCode.NoTicket, (await client.AskAsync(Join, exercise, mixed, 0L)).Code);
    }

    [Fact]
    public async Task OneTeamHearsNothingOfTheOther()
    {
        var (exercise, blue, red) = await BeginAsync();
        await using var listener = await HubClient.JoinAsync(server.Address, blue);
        await using var actor = await HubClient.JoinAsync(server.Address, red);

        Assert.Equal(0, (await actor.DecideAsync("cut", "vpn-token")).Code);
        await server.AskAsync(new Jump(Caller.Facilitator, exercise, new(2024, 3, 4, 13, 0, 0, TimeSpan.Zero)));
        await server.AskAsync(new Pause(Caller.Facilitator, exercise));
        await listener.EventAsync("paused");
        await listener.AskAsync(nameof(IExerciseHub.Tail), 0L);
        await listener.HeardAsync(_ => listener.Messages.Count(message => message.Type == "paused") == 2);

        var heard = string.Join('\n', listener.Messages.Select(message => message.Body.GetRawText()));
        Assert.DoesNotContain(red.Team, heard, StringComparison.Ordinal);
        Assert.DoesNotContain(red.Person, heard, StringComparison.Ordinal);
        Assert.DoesNotContain("adversary", heard, StringComparison.Ordinal);
        Assert.DoesNotContain("inject-due", heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FacilitatorsCookieSeesAllTeams()
    {
        var (exercise, blue, red) = await BeginAsync();
        var cookies = new CookieContainer();
        using var browser = new HttpClient(new HttpClientHandler { CookieContainer = cookies, AllowAutoRedirect = false }) { BaseAddress = server.Address };
        await server.SignInAsync(browser);
        await using var client = await HubClient.ConnectAsync(server.Address, cookies.GetCookieHeader(server.Address));

        Assert.Equal(0, (await client.AskAsync(Join, exercise, null, 0L)).Code);

        await client.EventAsync("started");
        Assert.Equal([blue.Person, red.Person], client.Messages
            .Where(message => message.Type == "joined")
            .Select(message => message.Body.GetProperty("event").GetProperty("person").GetString()));
        Assert.Equal((int)RefusalCode.NoTicket, (await client.DecideAsync("hunt")).Code);
    }

    [Fact]
    public async Task SeatsCookieIsATicketToo()
    {
        var (exercise, blue, _) = await BeginAsync();
        await using var client = await HubClient.ConnectAsync(server.Address, $"tt-{exercise}={blue.Ticket}");

        Assert.Equal(0, (await client.AskAsync(Join, exercise, null, 0L)).Code);
        Assert.Equal(0, (await client.DecideAsync("hunt")).Code);
    }

    [Fact]
    public async Task PageOfAnotherSiteCanNotConnect()
    {
        using var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Origin", "http://elsewhere.example");
        var hub = new UriBuilder(new Uri(server.Address, HubRoutes.Path)) { Scheme = "ws" }.Uri;

        await Assert.ThrowsAsync<WebSocketException>(() => socket.ConnectAsync(hub, CancellationToken.None));
        Assert.Equal(HttpStatusCode.Forbidden, await NegotiateFromAsync("http://elsewhere.example"));
        Assert.Equal(HttpStatusCode.OK, await NegotiateFromAsync(server.Address.GetLeftPart(UriPartial.Authority)));
    }

    async Task<HttpStatusCode> NegotiateFromAsync(string origin)
    {
        using var browser = server.Browser();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{HubRoutes.Path}/negotiate?negotiateVersion=1");
        request.Headers.Add("Origin", origin);
        using var answer = await browser.SendAsync(request);
        return answer.StatusCode;
    }

    string SealFor(string exercise, JoinedExercise seat) =>
        server.Services.GetRequiredService<Tickets>().Seal(new(exercise, seat.Team, seat.Person));

    async Task<(string Exercise, JoinedExercise Blue, JoinedExercise Red)> BeginAsync()
    {
        var exercise = await server.OpenAsync();
        var blue = await server.SeatAsync(exercise, "Blue", "Lea");
        var red = await server.SeatAsync(exercise, "Red", "Rob", "soc");
        await server.AskAsync(new Start(Caller.Facilitator, exercise.Exercise));
        return (exercise.Exercise, blue, red);
    }
}
