using System.Globalization;
using Tabletop.Engine;

namespace Tabletop.Exercises.Views;

/// <summary>A planned start in words, in the time zone in which it was said.</summary>
public static class PlannedText
{
    /// <summary><c>Wed 4 Mar 2026 10:00 Europe/Berlin (09:00 UTC)</c></summary>
    public static string Of(PlannedStart planned)
    {
        var zone = ZoneOf(planned.Zone);
        var local = ScenarioTime.Dated(TimeZoneInfo.ConvertTime(planned.Starts, zone).DateTime);
        return zone == TimeZoneInfo.Utc ? $"{local} UTC" : $"{local} {zone.Id} ({planned.Starts.UtcDateTime.ToString("HH:mm", CultureInfo.InvariantCulture)} UTC)";
    }

    /// <summary>UTC where this machine does not know the name.</summary>
    public static TimeZoneInfo ZoneOf(string id) => TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone : TimeZoneInfo.Utc;
}
