using System.Globalization;
using Tabletop.Exercises.Views;

namespace Tabletop.Web.Play;

/// <summary>A hint and what it cost, in words.</summary>
public static class HintText
{
    /// <summary><c>Hint of the facilitator, for 5 points</c></summary>
    public static string Head(HintView hint) => $"Hint of the facilitator{Price(hint.Cost)}";

    /// <summary><c>, for 5 points</c>; empty when it costs nothing.</summary>
    public static string Price(decimal cost) => cost == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", for {cost:0.#} {(cost == 1 ? "point" : "points")}");
}
