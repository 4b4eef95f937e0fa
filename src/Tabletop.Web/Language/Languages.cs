using System.Globalization;
using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.Localization;
using Tabletop.Engine;
using Tabletop.Exercises;
using Tabletop.Exercises.Views;

namespace Tabletop.Web.Language;

/// <summary>
/// The language of a person's pages: as chosen in this browser, else as the browser asks for. It changes texts and the names
/// of days and months; files, logs and addresses are the same in every language.
/// </summary>
static class Languages
{
    /// <summary>The field of the form, and the values that it may have.</summary>
    public const string Field = "language";

    /// <summary>By their code, with the names that they have for themselves.</summary>
    public static readonly (string Code, string Name)[] All = [("en", "English"), ("de", "Deutsch")];

    static readonly TimeSpan Lasts = TimeSpan.FromDays(365);

    /// <summary>Code of the language of the page that is being drawn.</summary>
    public static string Current => Known(CultureInfo.CurrentUICulture.Name) ? CultureInfo.CurrentUICulture.Name : All[0].Code;

    public static void AddLanguages(this WebApplicationBuilder builder)
    {
        builder.Services.AddLocalization();
        builder.Services.Configure<RequestLocalizationOptions>(options =>
        {
            options.DefaultRequestCulture = new(CultureInfo.InvariantCulture, new CultureInfo(All[0].Code));
            options.SupportedCultures = [CultureInfo.InvariantCulture];
            options.SupportedUICultures = [.. All.Select(language => new CultureInfo(language.Code))];
            options.ApplyCurrentCultureToResponseHeaders = true;
            options.RequestCultureProviders = [new CookieRequestCultureProvider(), new CustomRequestCultureProvider(AsTheBrowserAsks)];
        });
    }

    public static void UseLanguages(this WebApplication app) => app.UseRequestLocalization();

    public static void MapLanguages(this WebApplication app) => app.MapPost("/language", (Delegate)Choose);

    /// <summary>
    /// A phrase in the language of the page. Names of resources differ by more than a capital: where a word begins a line
    /// here and stands in one there, it is kept as it stands in one.
    /// </summary>
    public static string Say(this IStringLocalizer texts, Phrase phrase)
    {
        var found = texts[phrase.Format];
        var said = found.Value;
        if (found.ResourceNotFound && said is [>= 'A' and <= 'Z', ..] && texts[Cased(said, char.ToLowerInvariant)] is { ResourceNotFound: false } inLine)
            said = Cased(inLine.Value, char.ToUpperInvariant);
        return phrase.Values.IsEmpty
            ? said
            : string.Format(CultureInfo.InvariantCulture, said, [.. phrase.Values.Select(value => value switch
            {
                Phrase inner => texts.Say(inner),
                DateTimeOffset time => $"{ScenarioTime.Short(time)} UTC",
                _ => value,
            })]);
    }

    /// <summary>Why a file or an address of its own is not given, in the language of whoever asks for it.</summary>
    public static IResult Say(this HttpContext context, Refusal refusal, int status = StatusCodes.Status403Forbidden) =>
        Results.Text(context.RequestServices.GetRequiredService<IStringLocalizer<Texts>>().Say(refusal.Says), statusCode: status);

    static string Cased(string text, Func<char, char> change) => $"{change(text[0])}{text[1..]}";

    static bool Known(string code) => All.Any(language => language.Code == code);

    // The framework's own takes de-DE for German where the system's tables of cultures say so, which this program does without.
    static Task<ProviderCultureResult?> AsTheBrowserAsks(HttpContext context)
    {
        var asked = context.Request.GetTypedHeaders().AcceptLanguage
            .Where(language => language.Quality is not 0)
            .OrderByDescending(language => language.Quality ?? 1)
            .Select(language => language.Value.Split(['-']).First().ToString().ToLowerInvariant())
            .FirstOrDefault(Known);
        return Task.FromResult(asked is null ? null : new ProviderCultureResult("", asked));
    }

    /// <summary>Fields: language (code), and back (path to return to).</summary>
    static async Task<IResult> Choose(HttpContext context)
    {
        if (await Forms.TryRead(context) is not { } form)
            return Forms.Broken;

        var back = Forms.Back(form, "/");
        if (!await Forms.IsOurs(context))
            return Results.LocalRedirect(context.RequestServices.GetRequiredService<RefusalLinks>().To(back, Forms.Stale));

        if (form[Field].ToString() is var code && Known(code))
        {
            var value = CookieRequestCultureProvider.MakeCookieValue(new(CultureInfo.InvariantCulture, new CultureInfo(code)));
            context.Response.Cookies.Append(CookieRequestCultureProvider.DefaultCookieName, value, new()
            {
                SameSite = SameSiteMode.Lax,
                Secure = context.Request.IsHttps,
                HttpOnly = true,
                MaxAge = Lasts,
                IsEssential = true,
            });
        }

        return Results.LocalRedirect(back);
    }
}
