using System.Globalization;
using Tabletop.Engine;
using Tabletop.Exercises.Views;

namespace Tabletop.Web.Clock;

/// <summary>What the clock's face says at one moment.</summary>
/// <param name="Time">As shown, in steps of <see cref="Step"/>.</param>
/// <param name="Tempo">Null while the clock stands.</param>
/// <param name="Step">Minutes by which the time ticks: a fast clock ticks in larger steps, so that it can be read.</param>
/// <param name="Key">Changes with every clock event and phase, never between them.</param>
public sealed record ClockText(string Time, string Elapsed, Phrase? Tempo, int Step, string Key)
{
    public static ClockText At(ClockView clock, DateTimeOffset at)
    {
        var stretch = clock.StretchAt(at);
        var step = StepAt(stretch.Rate);
        var key = string.Create(CultureInfo.InvariantCulture, $"{clock.AnchorAt.UtcTicks:x}-{clock.Permille}-{stretch.Time.UtcTicks:x}");
        return new(
            ScenarioTime.Long(Floor(stretch.TimeAt(at), step)),
            ScenarioTime.Elapsed(clock.ElapsedAt(at)),
            TempoOf(clock, stretch.Rate),
            step,
            key);
    }

    /// <summary>Minutes; no more than about four changes of the face in a second.</summary>
    public static int StepAt(double rate) => rate switch
    {
        >= 3600 => 60,
        >= 1500 => 15,
        >= 300 => 5,
        _ => 1,
    };

    /// <summary><c>4 d 12 h a minute</c>, or with another speed <c>4 d 12 h a minute, 2×</c>.</summary>
    static Phrase? TempoOf(ClockView clock, double rate)
    {
        if (!clock.Running || rate <= 0)
            return null;
        var (own, a, speed) = (clock.Permille == 1000, ScenarioTime.Span(TimeSpan.FromMinutes(rate)), SpeedText(clock.Permille));
        if (rate < 1.5)
            return own ? "real time" : (Phrase)$"real time, {speed}";
        return own ? (Phrase)$"{a} a minute" : (Phrase)$"{a} a minute, {speed}";
    }

    /// <summary><c>½×</c>, <c>1×</c>, <c>2×</c>…</summary>
    public static string SpeedText(int permille) => permille switch
    {
        250 => "¼×",
        500 => "½×",
        _ => (permille / 1000m).ToString("0.##", CultureInfo.InvariantCulture) + "×",
    };

    /// <summary><c>9:05</c>, from an hour on <c>1 h 05 min</c>, from two days on <c>2 d 3 h</c>: as app.js counts it down.</summary>
    public static string LeftText(TimeSpan left)
    {
        var seconds = Math.Max(0, (long)Math.Round(left.TotalSeconds));
        return seconds >= 172_800 ? string.Create(CultureInfo.InvariantCulture, $"{seconds / 86_400} d {seconds / 3600 % 24} h")
            : seconds < 3600
            ? string.Create(CultureInfo.InvariantCulture, $"{seconds / 60}:{seconds % 60:00}")
            : string.Create(CultureInfo.InvariantCulture, $"{seconds / 3600} h {seconds / 60 % 60:00} min");
    }

    /// <summary>Colours and patterns of the bar that the clock stands in.</summary>
    public static string CssOf(Lifecycle lifecycle) => lifecycle switch
    {
        Lifecycle.Running => "running",
        Lifecycle.Paused => "paused",
        Lifecycle.Lobby => "waiting",
        _ => "over",
    };

    static DateTimeOffset Floor(DateTimeOffset time, int minutes)
    {
        var ticks = TimeSpan.TicksPerMinute * minutes;
        return new(time.UtcTicks / ticks * ticks, TimeSpan.Zero);
    }
}
