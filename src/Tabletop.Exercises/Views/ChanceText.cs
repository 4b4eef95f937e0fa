using System.Globalization;
using Tabletop.Engine;

namespace Tabletop.Exercises.Views;

/// <summary>Says how something fell that the scenario leaves to chance.</summary>
public static class ChanceText
{
    public static string Of(Draw draw) =>
        string.Create(CultureInfo.InvariantCulture, $"chance {draw.Odds} %: {(draw.ComesTrue ? "came true" : "did not come true")}");
}
