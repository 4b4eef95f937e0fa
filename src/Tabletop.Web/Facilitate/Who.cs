using Tabletop.Engine;

namespace Tabletop.Web.Facilitate;

/// <summary>A facilitator as another reads of them, or as they read of themselves.</summary>
public static class Who
{
    /// <summary>Name of the cascading value that holds the account's id of whoever looks.</summary>
    public const string Me = "Me";

    /// <summary><c>you</c>, the name, or <c>a facilitator</c> where the log has none.</summary>
    public static Phrase Of(Facilitator? by, string me) => by is null ? "a facilitator" : by.Id == me ? "you" : (Phrase)$"{by.Name}";

    /// <summary>At the beginning of a sentence.</summary>
    public static Phrase First(Facilitator? by, string me) => by is null ? "A facilitator" : by.Id == me ? "You" : (Phrase)$"{by.Name}";
}
