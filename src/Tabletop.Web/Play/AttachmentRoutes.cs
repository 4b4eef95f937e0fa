using System.Text;
using MediatR;
using Tabletop.Exercises;
using Tabletop.Web.Language;

namespace Tabletop.Web.Play;

/// <summary>Files that came with an inject. Whatever they are called, they are text that is saved and never shown.</summary>
static class AttachmentRoutes
{
    public static void MapAttachments(this WebApplication app) => app.MapGet("/play/{exercise}/files/{inject}/{name}", async (HttpContext context, IMediator mediator, string exercise, string inject, string name) =>
    {
        var file = await mediator.Send(new DownloadAttachment(Callers.From(context.User), exercise, inject, name));
        if (!file.Ok)
            return context.Say(file.Refusal);

        context.Response.Headers.CacheControl = "no-store";
        return Results.File(Encoding.UTF8.GetBytes(file.Value.Text), "text/plain; charset=utf-8", file.Value.Name);
    });

    /// <summary>The address of a file, relative to the site's root.</summary>
    public static string Href(string exercise, string inject, string name) =>
        $"play/{Uri.EscapeDataString(exercise)}/files/{Uri.EscapeDataString(inject)}/{Uri.EscapeDataString(name)}";
}
