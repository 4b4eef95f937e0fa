using System.Globalization;
using Tabletop.Exercises.Views;

namespace Tabletop.Web.Review.Replay;

/// <summary>Everything about a replay that is in its address.</summary>
/// <param name="Of">Id of a team, or history's; empty: the viewer's own team, or the first.</param>
/// <param name="At">Scenario time as <see cref="Write"/>; empty: the beginning.</param>
public sealed record ReplayAddress(string Exercise, string Of = "", string At = "")
{
    public string Href =>
        $"debrief/{Uri.EscapeDataString(Exercise)}/replay{(Of.Length > 0 ? "/" + Uri.EscapeDataString(Of) : "")}{(At.Length > 0 ? "?at=" + Uri.EscapeDataString(At) : "")}";

    public ReplayAddress Moment(DateTimeOffset time) => this with { At = Write(time) };

    /// <summary>Up to the second: at a time with a fraction, the next one, so that what happened then is seen.</summary>
    public static string Write(DateTimeOffset time) => ScenarioTime.Iso(time.AddTicks(TimeSpan.TicksPerSecond - 1));

    /// <summary>Null when it is no time; without a zone it is UTC.</summary>
    public static DateTimeOffset? Read(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) ? time : null;
}
