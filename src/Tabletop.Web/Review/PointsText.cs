using System.Collections.Immutable;
using System.Globalization;
using Tabletop.Engine;
using Tabletop.Exercises.Views;

namespace Tabletop.Web.Review;

/// <summary>Points and what they rest on, in words.</summary>
public static class PointsText
{
    /// <summary><c>12.5</c></summary>
    public static string Number(decimal points) => points.ToString("0.#", CultureInfo.InvariantCulture);

    public static Phrase Name(Dimension dimension) => dimension switch
    {
        Dimension.Rotation => (Phrase)"Rotation",
        Dimension.Containment => (Phrase)"Containment",
        Dimension.Detection => (Phrase)"Detection",
        Dimension.Communication => (Phrase)"Communication",
        Dimension.Evidence => (Phrase)"Evidence",
        _ => (Phrase)"Continuity",
    };

    /// <summary><c>12.5 of 25</c>, of what was judged.</summary>
    public static Phrase Of(Points points) => points.Judged == 0 ? "not judged" : (Phrase)$"{Number(points.Scored)} of {points.Judged}";

    /// <summary><c>+3.5</c>, <c>−3.5</c>, <c>±0</c></summary>
    public static string Change(decimal points) => points switch
    {
        > 0 => "+" + Number(points),
        < 0 => "−" + Number(-points),
        _ => "±0",
    };

    /// <summary>How much of the scenario's points the score rests on.</summary>
    /// <param name="unjudged">Titles of the rules that could not be judged.</param>
    public static Phrase Coverage(Points points, ImmutableArray<string> unjudged)
    {
        if (unjudged.IsEmpty)
            return $"Everything could be judged: all {points.Max} points of the scenario.";
        var share = (points.Coverage * 100).ToString("0", CultureInfo.InvariantCulture);
        return unjudged.Length == 1
            ? (Phrase)$"{points.Judged} of the scenario’s {points.Max} points could be judged ({share} %). One rule was left out because it never came to that: {unjudged[0]}."
            : (Phrase)$"{points.Judged} of the scenario’s {points.Max} points could be judged ({share} %). {unjudged.Length} rules were left out because it never came to that: {string.Join("; ", unjudged)}.";
    }
}
