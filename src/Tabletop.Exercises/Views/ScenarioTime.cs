using System.Globalization;

namespace Tabletop.Exercises.Views;

/// <summary>Times and durations as all pages write them, with the names of days and months in the page's language. Scenario time is UTC.</summary>
public static class ScenarioTime
{
    /// <summary>Names as app.js has them; the program itself knows no culture's.</summary>
    static readonly DateTimeFormatInfo GermanNames = new()
    {
        AbbreviatedDayNames = ["So", "Mo", "Di", "Mi", "Do", "Fr", "Sa"],
        AbbreviatedMonthNames = ["Jan", "Feb", "Mär", "Apr", "Mai", "Jun", "Jul", "Aug", "Sep", "Okt", "Nov", "Dez", ""],
        AbbreviatedMonthGenitiveNames = ["Jan", "Feb", "Mär", "Apr", "Mai", "Jun", "Jul", "Aug", "Sep", "Okt", "Nov", "Dez", ""],
    };

    static bool InGerman => CultureInfo.CurrentUICulture.Name == "de";

    /// <summary><c>Thu 16 Nov 14:36</c></summary>
    public static string Long(DateTimeOffset time) => InGerman
        ? time.UtcDateTime.ToString("ddd d. MMM HH:mm", GermanNames)
        : time.UtcDateTime.ToString("ddd d MMM HH:mm", CultureInfo.InvariantCulture);

    /// <summary><c>16 Nov 14:36</c></summary>
    public static string Short(DateTimeOffset time) => InGerman
        ? time.UtcDateTime.ToString("d. MMM HH:mm", GermanNames)
        : time.UtcDateTime.ToString("d MMM HH:mm", CultureInfo.InvariantCulture);

    /// <summary><c>16 Nov</c></summary>
    public static string Day(DateTimeOffset time) => InGerman
        ? time.UtcDateTime.ToString("d. MMM", GermanNames)
        : time.UtcDateTime.ToString("d MMM", CultureInfo.InvariantCulture);

    /// <summary>When something is or was outside of a scenario: <c>Wed 4 Mar 2026 10:00</c>, in whatever zone it is given.</summary>
    public static string Dated(DateTime time) => InGerman
        ? time.ToString("ddd d. MMM yyyy HH:mm", GermanNames)
        : time.ToString("ddd d MMM yyyy HH:mm", CultureInfo.InvariantCulture);

    /// <summary><c>14:36</c> on the day of <paramref name="now"/>, else with the date.</summary>
    public static string Near(DateTimeOffset time, DateTimeOffset now) =>
        time.UtcDateTime.Date == now.UtcDateTime.Date ? time.UtcDateTime.ToString("HH:mm", CultureInfo.InvariantCulture) : Short(time);

    /// <summary>For <c>datetime</c> attributes.</summary>
    public static string Iso(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>The two largest units: <c>9 d 6 h</c>, <c>35 min</c>, <c>0 min</c>.</summary>
    public static string Span(TimeSpan span)
    {
        var minutes = (long)Math.Round(span.Duration().TotalMinutes);
        var (days, hours, rest) = (minutes / 1440, minutes / 60 % 24, minutes % 60);
        var (large, small) = days > 0 ? ($"{days} d", hours > 0 ? $" {hours} h" : "")
            : hours > 0 ? ($"{hours} h", rest > 0 ? $" {rest} min" : "")
            : ($"{rest} min", "");
        return (span < TimeSpan.Zero && minutes > 0 ? "−" : "") + large + small;
    }

    /// <summary>Exercise time: <c>00:21:40</c>, hours without bound.</summary>
    public static string Elapsed(TimeSpan elapsed) =>
        string.Create(CultureInfo.InvariantCulture, $"{(int)elapsed.TotalHours:00}:{elapsed.Minutes:00}:{elapsed.Seconds:00}");

    /// <summary>Analyst or outage hours: <c>6 h</c>, <c>1.5 h</c>.</summary>
    public static string Hours(decimal hours) => hours.ToString("0.##", CultureInfo.InvariantCulture) + " h";
}
