namespace Tabletop.Web;

/// <summary>What a browser holds sealed, one cookie for each exercise. Scripts can't read them.</summary>
sealed class SealedCookies
{
    /// <summary>A person's tickets.</summary>
    public static readonly SealedCookies Seats = new("tt-");

    /// <summary>Passes to watch.</summary>
    public static readonly SealedCookies Passes = new("tp-");

    const int Most = 20;
    static readonly TimeSpan Lasts = TimeSpan.FromDays(30);

    readonly string prefix;

    SealedCookies(string prefix) => this.prefix = prefix;

    public IEnumerable<(string Exercise, string Sealed)> Read(HttpRequest request) => request.Cookies
        .Where(cookie => cookie.Key.StartsWith(prefix, StringComparison.Ordinal))
        .Select(cookie => (cookie.Key[prefix.Length..], cookie.Value))
        .Take(Most);

    /// <summary>Adds one; drops others when a browser has so many that its requests grow too long to be accepted.</summary>
    public void Add(HttpContext context, string exercise, string text)
    {
        var others = Read(context.Request).Where(item => item.Exercise != exercise).ToList();
        foreach (var (old, _) in others.Take(Math.Max(0, others.Count + 1 - Most)))
            context.Response.Cookies.Delete(prefix + old);
        context.Response.Cookies.Append(prefix + exercise, text, new()
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
            MaxAge = Lasts,
            IsEssential = true,
        });
    }

    public void Remove(HttpContext context, string exercise) => context.Response.Cookies.Delete(prefix + exercise);
}
