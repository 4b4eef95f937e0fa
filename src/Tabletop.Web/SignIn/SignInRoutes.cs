using System.Net;
using System.Security.Claims;
using MediatR;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Tabletop.Exercises;
using Tabletop.Web.Language;

namespace Tabletop.Web;

/// <summary>Facilitators sign in by a link that works once; a cookie remembers them.</summary>
static class SignInRoutes
{
    const string Scheme = CookieAuthenticationDefaults.AuthenticationScheme;
    const string Host = "/host";

    public static void AddSignIn(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<RefusalLinks>();
        builder.Services.AddAuthentication(Scheme).AddCookie(options =>
        {
            options.Cookie.Name = "tabletop";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.ExpireTimeSpan = TimeSpan.FromDays(30);
            options.SlidingExpiration = true;
        });
    }

    public static void UseSignIn(this WebApplication app)
    {
        app.UseAuthentication();
        app.UseCallers();
        app.Lifetime.ApplicationStarted.Register(() => Console.WriteLine(
            $"Facilitator sign-in (once): {PathTo(AddressOf(app), app.Services.GetRequiredService<SignInLinks>().New())}"));
    }

    public static void MapSignIn(this WebApplication app)
    {
        app.MapGet("/signin", SignIn);
        app.MapPost("/signout", (Delegate)SignOut);
        app.MapPost("/facilitate/invite", Invite);
    }

    static async Task<IResult> SignIn(string? token, HttpContext context, SignInLinks links)
    {
        if (!links.Use(token))
            return context.User.IsInRole(Callers.FacilitatorRole) ? Results.LocalRedirect(Host) : UsedLink();

        var facilitator = new ClaimsIdentity(
            [new(ClaimTypes.Role, Callers.FacilitatorRole), new(ClaimTypes.NameIdentifier, Guid.NewGuid().ToString("n"))], Scheme);
        await context.SignInAsync(Scheme, new(facilitator), new() { IsPersistent = true });
        return Results.LocalRedirect(Host);
    }

    static async Task<IResult> SignOut(HttpContext context)
    {
        if (!await Forms.IsOurs(context))
            return Results.LocalRedirect("/");

        await context.SignOutAsync(Scheme);
        return Results.LocalRedirect("/");
    }

    static async Task<IResult> Invite(HttpContext context, IMediator mediator)
    {
        if (!await Forms.IsOurs(context))
            return context.Say(Forms.Stale, StatusCodes.Status400BadRequest);

        var invited = await mediator.Send(new InviteFacilitator(Callers.From(context.User)));
        return invited.Ok
            ? Results.Text(PathTo($"{context.Request.Scheme}://{context.Request.Host}", invited.Value.Token))
            : context.Say(invited.Refusal);
    }

    static IResult UsedLink() => Results.Content(
        """
        <!DOCTYPE html>
        <html lang="en">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Sign-in link used · Tabletop</title></head>
        <body style="font: 15px/1.5 system-ui; max-width: 36rem; margin: 4rem auto; padding: 0 1rem; color-scheme: light dark">
        <h1 style="font-size: 24px">This sign-in link does not work</h1>
        <p>A sign-in link works once. This one has been used, or belongs to an earlier start of the server.</p>
        <p>Restart the server, which prints a new link, or ask a facilitator who is signed in to make one for you.</p>
        <p><a href="/">To the start page</a></p>
        </body>
        </html>
        """,
        "text/html; charset=utf-8",
        statusCode: StatusCodes.Status403Forbidden);

    static string PathTo(string address, string token) => $"{address.TrimEnd('/')}/signin?token={token}";

    // Addresses such as http://[::]:5080 can be listened to, not visited.
    static string AddressOf(WebApplication app)
    {
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses;
        var address = new UriBuilder((addresses?.FirstOrDefault() ?? "http://localhost")
            .Replace("*", "localhost", StringComparison.Ordinal)
            .Replace("+", "localhost", StringComparison.Ordinal));
        if (IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) && (ip.Equals(IPAddress.Any) || ip.Equals(IPAddress.IPv6Any)))
            address.Host = "localhost";
        return address.Uri.ToString();
    }
}
