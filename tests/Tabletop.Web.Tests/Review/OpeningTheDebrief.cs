using System.Net;
using Tabletop.Exercises;

namespace Tabletop.Web.Tests.Review;

public sealed class OpeningTheDebrief(TabletopServer server) : IClassFixture<TabletopServer>
{
    [Fact]
    public async Task ParticipantsWaitUntilTheExerciseIsOverAndThenSeeAllTeams()
    {
        var exercise = await server.OpenAsync();
        await server.SeatAsync(exercise, "Red", "Rob");
        using var browser = server.Browser();
        await browser.PostFormAsync("/join", ("code", exercise.Code), ("newTeam", "Blue"), ("name", "Leonore"), ("role", "lead"));
        await server.AskAsync(new Start(Caller.Facilitator, exercise.Exercise));

        var early = await browser.GetStringAsync($"/debrief/{exercise.Exercise}");
        await server.AskAsync(new EndExercise(Caller.Facilitator, exercise.Exercise));
        var page = await browser.GetStringAsync($"/debrief/{exercise.Exercise}");

        Assert.Contains("The debrief is not open yet", early);
        Assert.Contains($"play/{exercise.Exercise}", early);
        Assert.Contains("The score of Blue", page);
        Assert.Contains("your team", page);
        Assert.Contains("data-story=", page);
    }

    [Fact]
    public async Task FacilitatorsAreLedBackToAnExerciseThatIsNotOver()
    {
        var exercise = await server.OpenAsync();
        await server.SeatAsync(exercise, "Blue", "Leonore");
        using var browser = server.Browser();
        await server.SignInAsync(browser);
        await server.AskAsync(new Start(Caller.Facilitator, exercise.Exercise));

        var early = await browser.GetStringAsync($"/debrief/{exercise.Exercise}");
        await server.AskAsync(new EndExercise(Caller.Facilitator, exercise.Exercise));
        var page = await browser.GetStringAsync($"/debrief/{exercise.Exercise}");

        Assert.Contains("The exercise is still running", early);
        Assert.Contains($"facilitate/{exercise.Exercise}", early);
        Assert.Contains("The score of Blue", page);
        Assert.DoesNotContain("your team", page);
    }

    [Fact]
    public async Task StrangersSeeNothingAndAreToldHowToJoin()
    {
        var exercise = await server.OpenAsync();
        await server.SeatAsync(exercise, "Blue", "Leonore");
        await server.AskAsync(new Start(Caller.Facilitator, exercise.Exercise));
        await server.AskAsync(new EndExercise(Caller.Facilitator, exercise.Exercise));
        using var stranger = server.Browser();

        using var answer = await stranger.GetAsync($"/debrief/{exercise.Exercise}");
        var page = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("You have no seat in this exercise", page);
        Assert.DoesNotContain("Leonore", page);
    }
}
