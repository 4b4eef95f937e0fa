using System.Globalization;

namespace Tabletop.Scenarios;

/// <summary>Times and durations as scenarios write them.</summary>
public static class TimeText
{
    public const string TimeForm = "2023-11-14T09:22:49Z";
    public const string DurationForm = "15m, 4h, 2d or 1h30m";

    /// <summary>What <see cref="TryTime"/> and <see cref="TryDuration"/> say, but for their bounds, for tools that know regular expressions only.</summary>
    public const string TimePattern = "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$";
    public const string DurationPattern = "^(?=[0-9])([0-9]{1,6}d)?([0-9]{1,6}h)?([0-9]{1,6}m)?([0-9]{1,6}s)?$";

    /// <summary>Scenario time must leave room for durations to be added.</summary>
    static readonly DateTimeOffset Earliest = new(1900, 1, 1, 0, 0, 0, TimeSpan.Zero);
    static readonly DateTimeOffset Latest = new(2200, 1, 1, 0, 0, 0, TimeSpan.Zero);
    static readonly TimeSpan Longest = TimeSpan.FromDays(3650);

    public static bool TryTime(string text, out DateTimeOffset time) =>
        DateTimeOffset.TryParseExact(text, "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out time)
        && time >= Earliest && time <= Latest;

    public static string Write(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>Days, hours, minutes and seconds, each at most once and in that order.</summary>
    public static bool TryDuration(string text, out TimeSpan duration)
    {
        duration = TimeSpan.Zero;
        var units = "dhms";
        var digits = 0;
        for (var index = 0; index < text.Length; index++)
        {
            if (char.IsAsciiDigit(text[index]))
            {
                digits++;
                continue;
            }

            var unit = units.IndexOf(text[index]);
            if (digits is 0 or > 6 || unit < 0)
            {
                return false;
            }

            var amount = int.Parse(text.AsSpan(index - digits, digits), NumberStyles.None, CultureInfo.InvariantCulture);
            duration += TimeSpan.FromSeconds((long)amount * UnitSeconds(text[index]));
            units = units[(unit + 1)..];
            digits = 0;
        }

        return text.Length > 0 && digits == 0 && duration <= Longest;
    }

    static long UnitSeconds(char unit) => unit switch
    {
        'd' => 86_400,
        'h' => 3_600,
        'm' => 60,
        _ => 1,
    };
}
