using MediatR;
using Tabletop.Exercises;

namespace Tabletop.Web.Prepare;

/// <summary>Keeping templates, and opening exercises from them.</summary>
static class TemplateRoutes
{
    public static void MapTemplates(this WebApplication app)
    {
        // The page of the same path answers GET.
        app.MapPost("/facilitate/{exercise}/template", Save).WithOrder(-1);
        app.MapPost("/host/template", Open);
        app.MapPost("/host/template/rename", (HttpContext context, IMediator mediator) =>
            Change(context, (form, caller) => mediator.Send(new RenameTemplate(caller, form["template"].ToString(), form["name"].ToString()))));
        app.MapPost("/host/template/delete", (HttpContext context, IMediator mediator) =>
            Change(context, (form, caller) => mediator.Send(new DeleteTemplate(caller, form["template"].ToString()))));
    }

    /// <summary>Address of the page where an exercise becomes a template, relative to the site's root.</summary>
    public static string Href(string exercise) => $"facilitate/{Uri.EscapeDataString(exercise)}/template";

    /// <summary>Fields: name, text ("kept": that of the exercise), teams ("true": with their names).</summary>
    static Task<IResult> Save(string exercise, HttpContext context, IMediator mediator) => LobbyRoutes.Answer(context, async (form, caller) =>
    {
        var saved = await mediator.Send(new SaveTemplate(caller, exercise, form["name"].ToString(), form["text"].ToString() == "kept", form["teams"].ToString() == "true"));
        return saved.Ok ? $"/host#{saved.Value}" : saved.Refusal;
    });

    /// <summary>Fields: template (id), title (optional), text ("kept": that of the template).</summary>
    static Task<IResult> Open(HttpContext context, IMediator mediator) => LobbyRoutes.Answer(context, async (form, caller) =>
    {
        var opened = await mediator.Send(new OpenTemplate(caller, form["template"].ToString(), form["title"].ToString(), form["text"].ToString() == "kept"));
        return opened.Ok ? $"/facilitate/{opened.Value.Exercise}" : opened.Refusal;
    });

    static Task<IResult> Change(HttpContext context, Func<IFormCollection, Caller, Task<Result<string>>> ask) =>
        LobbyRoutes.Answer(context, async (form, caller) => await ask(form, caller) is { Ok: false, Refusal: var refusal } ? refusal : "/host");
}
