using MediatR;
using Microsoft.Net.Http.Headers;
using Tabletop.Exercises;

namespace Tabletop.Web;

/// <summary>What authors get outside of pages.</summary>
static class AuthorRoutes
{
    public static void MapAuthor(this WebApplication app) => app.MapGet("/author/{scenario}/download", Download);

    /// <summary>The scenario's folder as a zip.</summary>
    static async Task<IResult> Download(string scenario, HttpContext context, IMediator mediator, RefusalLinks refusals)
    {
        var packed = await mediator.Send(new DownloadScenario(Callers.From(context.User), scenario));
        if (!packed.Ok)
            return Results.LocalRedirect(refusals.To("/author", packed.Refusal));

        context.Response.Headers[HeaderNames.CacheControl] = "no-store";
        return Results.File([.. packed.Value.Content], "application/zip", packed.Value.FileName);
    }
}
