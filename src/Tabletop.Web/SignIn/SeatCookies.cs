namespace Tabletop.Web;

/// <summary>A person's tickets, one cookie for each exercise. Scripts can't read them.</summary>
static class SeatCookies
{
    const string Prefix = "tt-";
    const int Most = 20;
    static readonly TimeSpan Lasts = TimeSpan.FromDays(30);

    public static IEnumerable<(string Exercise, string Ticket)> Read(HttpRequest request) => request.Cookies
        .Where(cookie => cookie.Key.StartsWith(Prefix, StringComparison.Ordinal))
        .Select(cookie => (cookie.Key[Prefix.Length..], cookie.Value))
        .Take(Most);

    /// <summary>Adds a seat; drops others when a browser has so many that its requests grow too long to be accepted.</summary>
    public static void Add(HttpContext context, string exercise, string ticket)
    {
        var others = Read(context.Request).Where(seat => seat.Exercise != exercise).ToList();
        foreach (var (old, _) in others.Take(Math.Max(0, others.Count + 1 - Most)))
            context.Response.Cookies.Delete(Prefix + old);
        context.Response.Cookies.Append(Prefix + exercise, ticket, new()
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
            MaxAge = Lasts,
            IsEssential = true,
        });
    }

    public static void Remove(HttpContext context, string exercise) => context.Response.Cookies.Delete(Prefix + exercise);
}
