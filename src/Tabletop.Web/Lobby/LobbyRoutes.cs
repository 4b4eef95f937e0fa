using System.Collections.Immutable;
using System.Globalization;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Tabletop.Exercises;
using Tabletop.Scenarios;

namespace Tabletop.Web;

/// <summary>
/// Joining, playing alone and hosting, as plain forms: they set the cookie and send the browser on. A form may name the
/// path to return to on a refusal in a field "back"; the refusal is in the query, see <see cref="RefusalLinks"/>.
/// </summary>
static class LobbyRoutes
{
    const int MostBytes = 64 * 1024;

    /// <summary>Begins the names of fields with the customer's own names.</summary>
    public const string NameField = "name.";

    public static void MapLobby(this WebApplication app)
    {
        var forms = app.MapGroup("").WithMetadata(new RequestSizeLimitAttribute(MostBytes));
        forms.MapPost("/join", Join);
        forms.MapPost("/solo", Solo);
        // The page of the same path answers GET, and would answer POST too.
        forms.MapPost("/host", Host).WithOrder(-1);
        forms.MapPost("/host/name", Name);
        forms.MapPost("/leave", Leave);
        // The page of the same path answers GET.
        forms.MapPost("/move", Move).WithOrder(-1);
    }

    /// <summary>Fields: code, team (id) or newTeam (name), name, role (id).</summary>
    static Task<IResult> Join(HttpContext context, IMediator mediator) => Answer(context, async (form, caller) =>
    {
        var joined = await mediator.Send(new JoinExercise(
            caller, form["code"].ToString(), form["team"].ToString(), form["newTeam"].ToString(), form["name"].ToString(), form["role"].ToString()));
        return joined.Ok ? Seat(context, joined.Value) : joined.Refusal;
    });

    /// <summary>Fields: scenario (id), name, from (scenario time in ISO 8601, optional), and those of <see cref="SettingsIn"/>.</summary>
    static Task<IResult> Solo(HttpContext context, IMediator mediator) => Answer(context, async (form, caller) =>
    {
        DateTimeOffset? begin = null;
        if (form["from"].ToString() is { Length: > 0 } told)
        {
            if (!DateTimeOffset.TryParse(told, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var from))
                return new Refusal(RefusalCode.BadValue, "The time to begin at can’t be read. Choose one from the list.");
            begin = from;
        }

        var joined = await mediator.Send(new OpenSolo(caller, form["scenario"].ToString(), form["name"].ToString()) { Settings = SettingsIn(form), From = begin });
        return joined.Ok ? Seat(context, joined.Value) : joined.Refusal;
    });

    /// <summary>Fields: scenario (id), pace (id, optional), title (optional), alone ("true": without a facilitator), approval ("true": by two facilitators), and those of <see cref="SettingsIn"/>.</summary>
    static Task<IResult> Host(HttpContext context, IMediator mediator) => Answer(context, async (form, caller) =>
    {
        var opened = await mediator.Send(new OpenExercise(caller, form["scenario"].ToString(), form["pace"].ToString(), form["title"].ToString())
        {
            Settings = SettingsIn(form),
            Alone = form["alone"].ToString() == "true",
            Approval = form["approval"].ToString() == "true",
        });
        return opened.Ok ? $"/facilitate/{opened.Value.Exercise}" : opened.Refusal;
    });

    /// <summary>Fields: name.</summary>
    static Task<IResult> Name(HttpContext context, IMediator mediator) => Answer(context, async (form, caller) =>
    {
        var named = await mediator.Send(new NameAuthor(caller, form["name"].ToString()));
        return named.Ok ? "/host" : named.Refusal;
    });

    /// <summary>Fields, all optional: language, and name.ID for each of the scenario's names.</summary>
    static ScenarioSettings SettingsIn(IFormCollection form) => new()
    {
        Values = form.Where(field => field.Key.StartsWith(NameField, StringComparison.Ordinal))
            .ToImmutableSortedDictionary(field => field.Key[NameField.Length..], field => field.Value.ToString(), StringComparer.Ordinal),
        Language = form["language"].ToString(),
    };

    /// <summary>Fields: exercise (id), and back, where to go then. The ticket's cookie is taken back.</summary>
    static Task<IResult> Leave(HttpContext context, IMediator mediator) => Answer(context, async (form, caller) =>
    {
        var exercise = form["exercise"].ToString();
        var left = await mediator.Send(new Leave(caller, exercise));
        if (!left.Ok)
            return left.Refusal;

        SealedCookies.Seats.Remove(context, exercise);
        return Forms.Back(form, "/");
    });

    /// <summary>Fields: code. The seat that it stands for is this browser's from now on.</summary>
    static Task<IResult> Move(HttpContext context, IMediator mediator) => Answer(context, async (form, caller) =>
    {
        var moved = await mediator.Send(new TakeOverSeat(caller, form["code"].ToString(), Forms.BrowserOf(context)));
        return moved.Ok ? Seat(context, moved.Value) : moved.Refusal;
    });

    internal static Result<string> Seat(HttpContext context, JoinedExercise joined)
    {
        SealedCookies.Seats.Add(context, joined.Exercise, joined.Ticket);
        return $"/play/{joined.Exercise}";
    }

    /// <param name="ask">Gives the path to go on to.</param>
    internal static async Task<IResult> Answer(HttpContext context, Func<IFormCollection, Caller, Task<Result<string>>> ask)
    {
        if (await Forms.TryRead(context) is not { } form)
            return Forms.Broken;

        var answer = await Forms.IsOurs(context) ? await ask(form, Callers.From(context.User)) : Forms.Stale;
        return Results.LocalRedirect(answer.Ok
            ? answer.Value
            : context.RequestServices.GetRequiredService<RefusalLinks>().To(Forms.Back(form, "/"), answer.Refusal));
    }
}
