using System.Net;
using MediatR;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Tabletop.Exercises;

namespace Tabletop.Web.Tests;

/// <summary>What facilitators and participants do, for tests that need an exercise to be there.</summary>
static class Players
{
    public static async Task<T> AskAsync<T>(this TabletopServer server, Exercises.Request<T> request) where T : notnull
    {
        var result = await server.Services.GetRequiredService<IMediator>().Send(request);
        return result.Ok ? result.Value : throw new InvalidOperationException($"{request}: {result.Refusal}");
    }

    public static Task<OpenedExercise> OpenAsync(this TabletopServer server) =>
        server.AskAsync(new OpenExercise(Caller.Facilitator, "tiny-leak"));

    public static Task<JoinedExercise> SeatAsync(
        this TabletopServer server, OpenedExercise exercise, string team, string name, string role = "lead") =>
        server.AskAsync(new JoinExercise(Caller.Nobody, exercise.Code, null, team, name, role));

    public static Task<JoinedExercise> SeatBesideAsync(
        this TabletopServer server, OpenedExercise exercise, JoinedExercise other, string name, string role = "soc") =>
        server.AskAsync(new JoinExercise(Caller.Nobody, exercise.Code, other.Team, null, name, role));

    /// <summary>A browser that keeps cookies and shows where it is sent instead of going there.</summary>
    public static HttpClient Browser(this TabletopServer server) => new(new HttpClientHandler
    {
        AllowAutoRedirect = false,
        CookieContainer = new CookieContainer(),
    })
    {
        BaseAddress = server.Address,
    };

    public static async Task SignInAsync(this TabletopServer server, HttpClient browser)
    {
        var token = server.Services.GetRequiredService<SignInLinks>().New();
        using var answer = await browser.GetAsync($"/signin?token={token}");
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
    }

    /// <summary>Posts a form as a page of this site would.</summary>
    public static async Task<HttpResponseMessage> PostFormAsync(this HttpClient browser, string path, params (string Name, string Value)[] fields)
    {
        var token = await browser.GetStringAsync(FormTokens.Path);
        return await browser.PostAsync(path, new FormUrlEncodedContent(
            fields.Append(("__RequestVerificationToken", token)).Select(field => KeyValuePair.Create(field.Item1, field.Item2))));
    }

    /// <summary>The refusal that a redirect carries.</summary>
    public static Refusal? RefusalIn(this TabletopServer server, HttpResponseMessage answer)
    {
        var query = QueryHelpers.ParseQuery(new Uri(server.Address, answer.Headers.Location!).Query);
        return server.Services.GetRequiredService<RefusalLinks>().Read(query.GetValueOrDefault(RefusalLinks.Parameter));
    }
}
