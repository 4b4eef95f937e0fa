using Microsoft.AspNetCore.Antiforgery;
using Microsoft.Extensions.Options;
using Tabletop.Exercises;

namespace Tabletop.Web;

/// <summary>Plain forms, which work before a circuit does.</summary>
static class Forms
{
    public static Refusal Stale { get; } = new(
        RefusalCode.StaleForm, "The page was open for too long, or cookies are switched off. Try again.");

    /// <summary>What can not be read at all.</summary>
    public static IResult Broken => Results.Text("This is not a form of this site, or one far too large.", statusCode: StatusCodes.Status400BadRequest);

    /// <summary>The form in the request's body; null when there is none, or one that is too large or broken.</summary>
    public static async Task<IFormCollection?> TryRead(HttpContext context)
    {
        try
        {
            return context.Request.HasFormContentType ? await context.Request.ReadFormAsync(context.RequestAborted) : null;
        }
        catch (Exception e) when (e is BadHttpRequestException or InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>Whether the form was drawn by this site for this browser.</summary>
    public static async Task<bool> IsOurs(HttpContext context) =>
        await context.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context);

    /// <summary>The browser's half of the proof that a form is ours: nobody else has it, and it lasts until the browser is closed.</summary>
    public static string BrowserOf(HttpContext context) =>
        context.Request.Cookies[context.RequestServices.GetRequiredService<IOptions<AntiforgeryOptions>>().Value.Cookie.Name ?? ""] ?? "";

    /// <summary>A path to go back to: one of this site, whatever the form says.</summary>
    public static string Back(IFormCollection form, string otherwise) =>
        form["back"].ToString() is ['/', not ('/' or '\\'), ..] back && !back.Any(char.IsControl) ? back : otherwise;
}
