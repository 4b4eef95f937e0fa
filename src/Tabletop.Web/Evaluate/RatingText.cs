using Tabletop.Engine;

namespace Tabletop.Web.Evaluate;

/// <summary>Ratings in words, as HSEEP has them.</summary>
public static class RatingText
{
    /// <summary>P, S, M or U.</summary>
    public static string Letter(Rating rating) => rating.ToString()[..1];

    public static Phrase Of(Rating rating) => rating switch
    {
        Rating.Performed => (Phrase)"Performed without challenges",
        Rating.SomeChallenges => (Phrase)"Performed with some challenges",
        Rating.MajorChallenges => (Phrase)"Performed with major challenges",
        _ => (Phrase)"Unable to be performed",
    };
}
