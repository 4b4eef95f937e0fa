using Tabletop.Exercises;

namespace Tabletop.Web.Tests;

public sealed class WrongCodes : IDisposable
{
    readonly TabletopServer server = new();

    public void Dispose() => server.Dispose();

    [Fact]
    public async Task TenInAMinuteAreRefusedThenEverything()
    {
        var exercise = await server.OpenAsync();
        using var guesser = server.Browser();
        for (var i = 0; i < 10; i++)
        {
            using var wrong = await JoinAsync(guesser, "222222", "Eve");
            Assert.True(server.RefusalIn(wrong)!.Is(RefusalCode.UnknownCode));
        }

        using var limited = await JoinAsync(guesser, exercise.Code, "Eve");

        Assert.True(server.RefusalIn(limited)!.Is(RefusalCode.TooManyTries));
    }

    [Fact]
    public async Task HundredRightOnesFromOneAddressAreNot()
    {
        var exercise = await server.OpenAsync();
        var teams = new[] { await server.SeatAsync(exercise, "Blue", "Lea"), await server.SeatAsync(exercise, "Red", "Rob"), await server.SeatAsync(exercise, "Green", "Gil") };
        for (var i = 0; i < 100; i++)
        {
            using var person = server.Browser();
            using var answer = await person.PostFormAsync(
                "/join", ("code", exercise.Code), ("team", teams[i % 3].Team), ("name", $"Person {i}"), ("role", "soc"));
            Assert.StartsWith("/play/", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        }
    }

    static Task<HttpResponseMessage> JoinAsync(HttpClient browser, string code, string name) =>
        browser.PostFormAsync("/join", ("code", code), ("newTeam", "Blue"), ("name", name), ("role", "lead"));
}
