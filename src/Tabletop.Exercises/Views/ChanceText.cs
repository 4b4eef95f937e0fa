using Tabletop.Engine;

namespace Tabletop.Exercises.Views;

/// <summary>Says how something fell that the scenario leaves to chance.</summary>
public static class ChanceText
{
    public static Phrase Of(Draw draw) => draw.ComesTrue ? (Phrase)$"chance {draw.Odds} %: came true" : (Phrase)$"chance {draw.Odds} %: did not come true";
}
