using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Tabletop.Web.Tests;

/// <summary>Gives tests the token that every form of a page carries, without the page.</summary>
sealed class FormTokens : IStartupFilter
{
    public const string Path = "/form-token-for-tests";

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((context, further) => context.Request.Path == Path ? Answer(context) : further(context));
        next(app);
    };

    static async Task Answer(HttpContext context)
    {
        if (await context.AuthenticateAsync() is { Succeeded: true } signedIn)
            context.User = signedIn.Principal;
        var tokens = context.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(context);
        await context.Response.WriteAsync(tokens.RequestToken!);
    }
}
