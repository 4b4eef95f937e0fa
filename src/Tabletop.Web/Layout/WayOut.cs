using Tabletop.Engine;
using Tabletop.Exercises;

namespace Tabletop.Web.Layout;

/// <summary>What a page says when it can't show what was asked for, and where to go instead.</summary>
/// <param name="Href">Address of the way out, relative to the site's root.</param>
public sealed record WayOut(Phrase Title, Phrase Text, string Href, Phrase Link)
{
    /// <param name="exercise">Id of the exercise whose page was asked for.</param>
    public static WayOut Of(Refusal refusal, string exercise) => refusal.Code switch
    {
        (int)RefusalCode.NotSignedIn => new(
            "This page is for facilitators",
            "Sign in with the link that the server printed when it started, or ask a facilitator to make one for you.",
            "host",
            "How to sign in"),
        (int)RefusalCode.NotYours => new("This exercise is run by others", refusal.Says, "host", "To your exercises"),
        (int)RefusalCode.NoTicket => new(
            "You have no seat in this exercise",
            "Join with the code that the facilitator shows. If you had a seat in this browser before, the same code brings you back.",
            "",
            "Enter a code"),
        (int)RefusalCode.Moved => new(
            "You continue on another device",
            "Your seat was taken along to another device; this one shows nothing more of the exercise. A code from there brings it back here.",
            "move",
            "Continue here again"),
        (int)RefusalCode.NoPass => new("You can’t watch this", refusal.Says, "", "To the start page"),
        (int)RefusalCode.UnknownExercise => new("There is no such exercise here", "The address may be mistyped, or it belongs to another server.", "", "To the start page"),
        (int)RefusalCode.UnknownScenario => new("There is no such scenario here", refusal.Says, "author", "To the library"),
        (int)RejectionCode.NotNow => new("The debrief is not open yet", refusal.Says, $"play/{exercise}", "Back to the exercise"),
        _ => new("This can’t be shown now", refusal.Says, "", "To the start page"),
    };

    public static readonly WayOut NotFound = new(
        "There is no such page", "The address may be mistyped. Nothing is lost: your exercise is where you left it.", "", "To the start page");
}
