using Microsoft.Extensions.Localization;
using Tabletop.Engine;
using Tabletop.Exercises.Views;
using Tabletop.Web.Language;

namespace Tabletop.Web.Facilitate;

/// <summary>Says what a jump brings about.</summary>
public static class JumpText
{
    /// <summary><c>On the way: 4 injects come, 1 decision takes effect, the attacker gets on by 3 steps.</c></summary>
    public static string Of(IStringLocalizer texts, PhaseAhead stop)
    {
        var said = string.Join(", ", Parts(stop).Select(part => texts.Say(part)));
        return texts.Say(said.Length == 0 ? "Nothing comes on the way." : (Phrase)$"On the way: {said}.");
    }

    static IEnumerable<Phrase> Parts(PhaseAhead stop)
    {
        if (stop.Injects > 0)
            yield return stop.Injects == 1 ? "1 inject comes" : (Phrase)$"{stop.Injects} injects come";
        if (stop.Decisions > 0)
            yield return stop.Decisions == 1 ? "1 decision takes effect" : (Phrase)$"{stop.Decisions} decisions take effect";
        if (stop.Steps > 0)
            yield return stop.Steps == 1 ? "the attacker gets on by 1 step" : (Phrase)$"the attacker gets on by {stop.Steps} steps";
    }
}
