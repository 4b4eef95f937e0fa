using Tabletop.Engine;

namespace Tabletop.Web.Evaluate;

/// <summary>Ratings in words, as HSEEP has them.</summary>
public static class RatingText
{
    /// <summary>P, S, M or U.</summary>
    public static string Letter(Rating rating) => rating.ToString()[..1];

    public static string Of(Rating rating) => rating switch
    {
        Rating.Performed => "Performed without challenges",
        Rating.SomeChallenges => "Performed with some challenges",
        Rating.MajorChallenges => "Performed with major challenges",
        _ => "Unable to be performed",
    };
}
