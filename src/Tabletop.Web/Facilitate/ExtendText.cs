using Tabletop.Engine;
using Tabletop.Exercises.Views;

namespace Tabletop.Web.Facilitate;

/// <summary>Says what more time brings about.</summary>
public static class ExtendText
{
    /// <param name="phase">Title of the phase that gets it; null: the rest of the exercise.</param>
    public static Phrase Of(ClockView clock, DateTimeOffset at, string? phase, int minutes)
    {
        if (minutes is < 1 or > Exercise.MaxExtension)
            return $"Between 1 and {Exercise.MaxExtension} minutes can be given at once.";

        var by = TimeSpan.FromMinutes(minutes);
        return phase is null
            ? (Phrase)$"The exercise then ends in {Span(clock.Left(at) + by)} instead of {Span(clock.Left(at))}, each phase that is left in proportion."
            : (Phrase)$"{phase} then ends in {Span(clock.PhaseLeft(at) + by)} instead of {Span(clock.PhaseLeft(at))}, and the exercise in {Span(clock.Left(at) + by)} instead of {Span(clock.Left(at))}.";
    }

    static string Span(TimeSpan span) => span < TimeSpan.FromMinutes(1) ? $"{span.Seconds} s" : ScenarioTime.Span(span);
}
