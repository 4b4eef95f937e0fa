using Tabletop.Engine;
using Tabletop.Exercises.Views;

namespace Tabletop.Web.Play;

/// <summary>A hint and what it cost, in words.</summary>
public static class HintText
{
    /// <summary><c>Hint of the facilitator, for 5 points</c></summary>
    public static Phrase Head(HintView hint) => hint.Cost switch
    {
        0 => (Phrase)"Hint of the facilitator",
        1 => (Phrase)"Hint of the facilitator, for 1 point",
        _ => (Phrase)$"Hint of the facilitator, for {hint.Cost:0.#} points",
    };
}
