using MediatR;
using Tabletop.Exercises;

namespace Tabletop.Web.Prepare;

/// <summary>Starting a rehearsal with bots, and throwing one away.</summary>
static class RehearsalRoutes
{
    public static void MapRehearsals(this WebApplication app)
    {
        // The page of the same path answers GET.
        app.MapPost("/facilitate/{exercise}/rehearse", Rehearse).WithOrder(-1);
        app.MapPost("/facilitate/{exercise}/discard", Discard);
    }

    /// <summary>Address of the page where an exercise is rehearsed, relative to the site's root.</summary>
    public static string Href(string exercise) => $"facilitate/{Uri.EscapeDataString(exercise)}/rehearse";

    /// <summary>Fields: title, clock ("hand": it stands), and as often as there are teams: team (id, or empty), name, player (id).</summary>
    static Task<IResult> Rehearse(string exercise, HttpContext context, IMediator mediator) => LobbyRoutes.Answer(context, async (form, caller) =>
    {
        var teams = form["team"].Zip(form["name"], form["player"])
            .Select(row => new RehearsedTeam(string.IsNullOrEmpty(row.First) ? null : row.First, row.Second ?? "", row.Third ?? ""));
        var opened = await mediator.Send(new RehearseExercise(caller, exercise, form["title"].ToString(), [.. teams], form["clock"].ToString() == "hand"));
        return opened.Ok ? $"/facilitate/{opened.Value.Exercise}" : opened.Refusal;
    });

    /// <summary>Field: back, where to go on to.</summary>
    static Task<IResult> Discard(string exercise, HttpContext context, IMediator mediator) => LobbyRoutes.Answer(context, async (form, caller) =>
        await mediator.Send(new DiscardRehearsal(caller, exercise)) is { Ok: false, Refusal: var refusal } ? refusal : Forms.Back(form, "/host"));
}
