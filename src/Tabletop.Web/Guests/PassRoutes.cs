using Tabletop.Engine;
using Tabletop.Exercises;

namespace Tabletop.Web;

/// <summary>Where the link of a pass leads: the browser keeps the pass, and goes on to what it opens.</summary>
static class PassRoutes
{
    const string Path = "/pass";

    /// <param name="baseUri">Address of this site.</param>
    public static string LinkOf(string baseUri, string sealedPass) => $"{baseUri.TrimEnd('/')}{Path}?key={sealedPass}";

    public static void MapPasses(this WebApplication app) => app.MapGet(Path, Enter);

    static async Task<IResult> Enter(string? key, HttpContext context, Passes passes, ExerciseFeed feed)
    {
        if (passes.Open(key) is not var (exercise, pass))
            return Results.LocalRedirect("/watch/unknown");

        SealedCookies.Passes.Add(context, exercise, key!);
        var read = await feed.Read(exercise);
        var page = (read.Ok ? read.Value.FindPass(pass)?.Kind : null) switch
        {
            PassKind.Wall => "wall",
            PassKind.Evaluator => "evaluate",
            _ => "watch",
        };
        return Results.LocalRedirect($"/{page}/{exercise}");
    }
}
