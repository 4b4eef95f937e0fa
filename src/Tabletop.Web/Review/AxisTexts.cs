using System.Collections.Immutable;
using System.Globalization;
using Tabletop.Exercises.Views;

namespace Tabletop.Web.Review;

/// <summary>A label under the axis.</summary>
/// <param name="Date">Empty when the date is that of the label before.</param>
/// <param name="Time">Empty at midnight and where days matter.</param>
/// <param name="Start">True for the beginning of a phase.</param>
public sealed record AxisText(double X, string Date, string Time, bool Start, DateTimeOffset At);

public static class AxisTexts
{
    /// <summary>Beginnings of phases and round times between them, in order.</summary>
    public static ImmutableArray<AxisText> Of(TimeAxis axis) =>
        [.. axis.Phases.Select(phase => new AxisText(phase.From, Day(phase.Start), Hour(phase.Start), true, phase.Start))
            .Concat(axis.Ticks().Select(tick => TextOf(tick)))
            .OrderBy(text => text.X)];

    static AxisText TextOf(AxisTick tick) => tick.Day || tick.Time.TimeOfDay == TimeSpan.Zero
        ? new(tick.X, Day(tick.Time), "", false, tick.Time)
        : new(tick.X, "", Hour(tick.Time), false, tick.Time);

    static string Day(DateTimeOffset time) => ScenarioTime.Day(time);

    static string Hour(DateTimeOffset time) => time.UtcDateTime.ToString("HH:mm", CultureInfo.InvariantCulture);
}
