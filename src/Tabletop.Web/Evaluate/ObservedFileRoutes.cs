using MediatR;
using Tabletop.Exercises;
using Tabletop.Web.Language;

namespace Tabletop.Web.Evaluate;

/// <summary>Photos and documents of observations. Their types are those that the server has seen in their bytes.</summary>
static class ObservedFileRoutes
{
    public static void MapObservedFiles(this WebApplication app) => app.MapGet("/evaluate/{exercise}/files/{id}", async (HttpContext context, IMediator mediator, string exercise, string id) =>
    {
        var opened = await mediator.Send(new OpenObservedFile(Callers.From(context.User), exercise, id));
        if (!opened.Ok)
            return context.Say(opened.Refusal);

        var (file, bytes) = opened.Value;
        context.Response.Headers.CacheControl = "private, no-store";
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        var shown = file.Type.StartsWith("image/", StringComparison.Ordinal);
        return Results.File(bytes.ToArray(), file.Type, shown ? null : file.Name);
    });

    /// <summary>The address of a file, relative to the site's root.</summary>
    public static string Href(string exercise, string id) => $"evaluate/{Uri.EscapeDataString(exercise)}/files/{Uri.EscapeDataString(id)}";
}
