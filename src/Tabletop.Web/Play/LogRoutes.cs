using System.Text;
using MediatR;
using Tabletop.Exercises;
using Tabletop.Web.Language;

namespace Tabletop.Web.Play;

/// <summary>A team's incident timeline as a file.</summary>
static class LogRoutes
{
    public static void MapLogs(this WebApplication app)
    {
        app.MapGet("/play/{exercise}/log.csv", (HttpContext context, IMediator mediator, string exercise, string? team) =>
            Answer(context, mediator, exercise, team, LogFormat.Csv));
        app.MapGet("/play/{exercise}/log.md", (HttpContext context, IMediator mediator, string exercise, string? team) =>
            Answer(context, mediator, exercise, team, LogFormat.Markdown));
    }

    /// <summary>The address of a file, relative to the site's root.</summary>
    /// <param name="team">Id; empty: the reader's own.</param>
    public static string Href(string exercise, string team, LogFormat format) =>
        $"play/{Uri.EscapeDataString(exercise)}/log.{(format == LogFormat.Csv ? "csv" : "md")}{(team.Length > 0 ? $"?team={Uri.EscapeDataString(team)}" : "")}";

    static async Task<IResult> Answer(HttpContext context, IMediator mediator, string exercise, string? team, LogFormat format)
    {
        var log = await mediator.Send(new ExportLog(Callers.From(context.User), exercise, string.IsNullOrEmpty(team) ? null : team, format));
        if (!log.Ok)
            return context.Say(log.Refusal);

        // Spreadsheets take a CSV file for UTF-8 only when it begins with the mark.
        byte[] bytes = format == LogFormat.Csv ? [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(log.Value.Text)] : Encoding.UTF8.GetBytes(log.Value.Text);
        context.Response.Headers.CacheControl = "no-store";
        return Results.File(bytes, format == LogFormat.Csv ? "text/csv; charset=utf-8" : "text/markdown; charset=utf-8", log.Value.Name);
    }
}
