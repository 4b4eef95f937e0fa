using System.Text;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Tabletop.Exercises;
using Tabletop.Web.Language;

namespace Tabletop.Web.Prepare;

/// <summary>What the roster's page posts, the file of links, and where a link leads.</summary>
static class RosterRoutes
{
    const int MostBytes = 2 * 1024 * 1024;

    public static void MapRoster(this WebApplication app)
    {
        var forms = app.MapGroup("").WithMetadata(new RequestSizeLimitAttribute(MostBytes));
        forms.MapPost("/facilitate/{exercise}/roster/set", (string exercise, HttpContext context, IMediator mediator) =>
            Change(context, exercise, (form, caller) => mediator.Send(new SetRoster(caller, exercise, form["list"].ToString()))));
        forms.MapPost("/facilitate/{exercise}/roster/undo", (string exercise, HttpContext context, IMediator mediator) =>
            Change(context, exercise, (_, caller) => mediator.Send(new UndoRoster(caller, exercise))));
        forms.MapPost("/facilitate/{exercise}/roster/link", (string exercise, HttpContext context, IMediator mediator) =>
            Change(context, exercise, (form, caller) => mediator.Send(new RenewSeatLink(caller, exercise, form["entry"].ToString()))));
        app.MapGet("/facilitate/{exercise}/roster.csv", Download);

        // The page of the same path answers GET.
        forms.MapPost("/seat", Take).WithOrder(-1);
    }

    /// <summary>Address of the roster's page, relative to the site's root.</summary>
    public static string Href(string exercise) => $"facilitate/{Uri.EscapeDataString(exercise)}/roster";

    /// <param name="baseUri">Address of this site.</param>
    public static string LinkOf(string baseUri, string key) => $"{baseUri.TrimEnd('/')}/seat?key={Uri.EscapeDataString(key)}";

    static Task<IResult> Change(HttpContext context, string exercise, Func<IFormCollection, Caller, Task<Result<Accepted>>> ask) =>
        LobbyRoutes.Answer(context, async (form, caller) => await ask(form, caller) is { Ok: false, Refusal: var refusal } ? refusal : $"/{Href(exercise)}");

    /// <summary>Fields: key.</summary>
    static Task<IResult> Take(HttpContext context, IMediator mediator) => LobbyRoutes.Answer(context, async (form, caller) =>
    {
        var seated = await mediator.Send(new TakeSeat(caller, form["key"].ToString()));
        return seated.Ok ? LobbyRoutes.Seat(context, seated.Value) : seated.Refusal;
    });

    static async Task<IResult> Download(string exercise, HttpContext context, IMediator mediator)
    {
        var roster = await mediator.Send(new ListRoster(Callers.From(context.User), exercise));
        if (!roster.Ok)
            return context.Say(roster.Refusal);

        // Spreadsheets take a CSV file for UTF-8 only when it begins with the mark.
        var text = RosterFile.Write(roster.Value, key => LinkOf($"{context.Request.Scheme}://{context.Request.Host}", key));
        context.Response.Headers.CacheControl = "no-store";
        return Results.File((byte[])[.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)], "text/csv; charset=utf-8", "personal-links.csv");
    }
}
