using System.Collections.Concurrent;
using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Tabletop.Engine;
using Tabletop.Exercises;

namespace Tabletop.Web.Tests;

public sealed class PagesOnTheFeed(TabletopServer server) : IClassFixture<TabletopServer>
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task PageAndHubShowTheSameInjectsInTheSameOrder()
    {
        var exercise = await server.OpenAsync();
        var seat = await server.SeatAsync(exercise, "Blue", "Lea");
        await using var client = await HubClient.JoinAsync(server.Address, seat);
        using var page = PageOf(seat);
        var shown = new ConcurrentQueue<string[]>();
        var ended = new TaskCompletionSource();
        using var watch = (await page.WatchTeam(exercise.Exercise, Injects, injects =>
        {
            shown.Enqueue(injects);
            if (injects.Length == 4)
                ended.TrySetResult();
            return Task.CompletedTask;
        })).Value!;

        await server.AskAsync(new Start(Caller.Facilitator, exercise.Exercise));
        await server.AskAsync(new SendInject(Caller.Facilitator, exercise.Exercise, "press"));
        await server.AskAsync(new Jump(Caller.Facilitator, exercise.Exercise, new(2024, 3, 4, 13, 0, 0, TimeSpan.Zero)));
        await ended.Task.WaitAsync(Patience);
        await client.HeardAsync(_ => Heard(client).Length == 4);

        Assert.Empty(watch.First);
        Assert.Equal(Heard(client), shown.Last());
        Assert.All(shown, injects => Assert.Equal(Heard(client)[..injects.Length], injects));
    }

    [Fact]
    public async Task ViewIsMadeOnlyOfWhatTheTeamMaySee()
    {
        var exercise = await server.OpenAsync();
        var blue = await server.SeatAsync(exercise, "Blue", "Lea");
        var red = await server.SeatAsync(exercise, "Red", "Rob");
        await server.AskAsync(new Start(Caller.Facilitator, exercise.Exercise));
        await server.AskAsync(new SubmitDecision(CallerOf(red), exercise.Exercise, "hunt", null, "", 50));
        using var page = PageOf(blue);

        using var watch = (await page.WatchTeam(exercise.Exercise, sight => sight.Events.ToList(), _ => Task.CompletedTask)).Value!;

        Assert.All(watch.First, e => Assert.True(e.TeamId is null || e.TeamId == blue.Team));
        Assert.DoesNotContain(watch.First, e => e is Event.Opened or Event.DecisionMade);
    }

    [Fact]
    public async Task ParticipantsDoNotWatchAsFacilitatorsNorOtherExercises()
    {
        var exercise = await server.OpenAsync();
        var other = await server.OpenAsync();
        var seat = await server.SeatAsync(exercise, "Blue", "Lea");
        using var page = PageOf(seat);

        Assert.True((await page.WatchAll(exercise.Exercise, Injects, _ => Task.CompletedTask)).Refusal!.Is(RefusalCode.NotSignedIn));
        Assert.True((await page.WatchTeam(other.Exercise, Injects, _ => Task.CompletedTask)).Refusal!.Is(RefusalCode.NoTicket));
        Assert.Equal((int)RejectionCode.NotNow, (await page.WatchDebrief(exercise.Exercise, Injects, _ => Task.CompletedTask)).Refusal!.Code);
    }

    [Fact]
    public async Task ViewThatFailsOnceIsMadeAgainAtTheNextChange()
    {
        var exercise = await server.OpenAsync();
        var seat = await server.SeatAsync(exercise, "Blue", "Lea");
        using var page = PageOf(seat);
        var shown = new TaskCompletionSource<Lifecycle>();
        using var watch = (await page.WatchTeam(
            exercise.Exercise,
            sight => sight.Exercise.Lifecycle != Lifecycle.Running ? sight.Exercise.Lifecycle : throw new InvalidOperationException("a mistake in a view"),
            lifecycle =>
            {
                // Somebody coming or going may draw the lobby once more before the start.
                if (lifecycle == Lifecycle.Paused)
                    shown.TrySetResult(lifecycle);
                return Task.CompletedTask;
            })).Value!;

        await server.AskAsync(new Start(Caller.Facilitator, exercise.Exercise));
        await server.AskAsync(new Pause(Caller.Facilitator, exercise.Exercise));

        Assert.Equal(Lifecycle.Paused, await shown.Task.WaitAsync(Patience));
    }

    [Fact]
    public async Task PageIsNotMadeAnewForWhatHappensToAnotherTeam()
    {
        var exercise = await server.OpenAsync();
        var blue = await server.SeatAsync(exercise, "Blue", "Lea");
        var red = await server.SeatAsync(exercise, "Red", "Rob");
        await server.AskAsync(new Start(Caller.Facilitator, exercise.Exercise));
        await server.AskAsync(new Pause(Caller.Facilitator, exercise.Exercise));
        using var page = PageOf(blue);
        var made = new ConcurrentQueue<Exercise>();
        var here = new TaskCompletionSource();
        var ours = new TaskCompletionSource();
        using var watch = (await page.WatchTeam(exercise.Exercise, sight => sight, sight =>
        {
            made.Enqueue(sight.Exercise);
            if (sight.Present.Count == 1)
                here.TrySetResult();
            if (HasDecided(sight.Exercise, "Blue"))
                ours.TrySetResult();
            return Task.CompletedTask;
        })).Value!;
        await here.Task.WaitAsync(Patience);

        // What the facilitator's page shows is on this node: the other page could have been made anew.
        using var facilitator = (await server.Services.GetRequiredService<ExerciseFeed>().WatchAsFacilitator(Caller.Facilitator, exercise.Exercise, 0)).Value!;
        await server.AskAsync(new SubmitDecision(CallerOf(red), exercise.Exercise, "hunt", null, "", 50));
        while (facilitator.Next() is { } change && !HasDecided(change.State, "Red"))
            await facilitator.More(CancellationToken.None).WaitAsync(Patience);
        await server.AskAsync(new SubmitDecision(CallerOf(blue), exercise.Exercise, "hunt", null, "", 50));
        await ours.Task.WaitAsync(Patience);

        Assert.Contains(made, state => HasDecided(state, "Blue") && HasDecided(state, "Red"));
        Assert.DoesNotContain(made, state => HasDecided(state, "Red") && !HasDecided(state, "Blue"));
    }

    [Fact]
    public async Task WatchEndsWithItsCircuit()
    {
        var exercise = await server.OpenAsync();
        var seat = await server.SeatAsync(exercise, "Blue", "Lea");
        var page = PageOf(seat);
        var watch = (await page.WatchTeam(exercise.Exercise, Injects, _ => Task.CompletedTask)).Value!;

        page.Dispose();

        await watch.Ended.WaitAsync(Patience);
        watch.Dispose();
        watch.Dispose();
    }

    static bool HasDecided(Exercise exercise, string team) => !exercise.Teams.Single(item => item.Name == team).Decisions.IsEmpty;

    PageFeed PageOf(JoinedExercise seat) => new(
        server.Services.GetRequiredService<ExerciseFeed>(),
        new(new Visitor(seat)),
        NullLogger<PageFeed>.Instance);

    static Caller CallerOf(JoinedExercise seat) => Caller.Nobody.With(seat.Exercise, seat.Ticket);

    static string[] Injects(Sight sight) => [.. sight.Events.OfType<Event.InjectReleased>().Select(e => e.Inject)];

    static string[] Heard(HubClient client) =>
        [.. client.Messages.Where(message => message.Name == "InjectReleased").Select(message => message.Body.GetProperty("inject").GetProperty("id").GetString()!)];

    sealed class Visitor(JoinedExercise seat) : AuthenticationStateProvider
    {
        public override Task<AuthenticationState> GetAuthenticationStateAsync() => Task.FromResult(new AuthenticationState(
            new ClaimsPrincipal(new ClaimsIdentity([new("tabletop/ticket/" + seat.Exercise, seat.Ticket)]))));
    }
}
