using Tabletop.Engine;

namespace Tabletop.Web.Facilitate;

/// <summary>A facilitator as another reads of them, or as they read of themselves.</summary>
public static class Who
{
    /// <summary>Name of the cascading value that holds the account's id of whoever looks.</summary>
    public const string Me = "Me";

    /// <summary><c>you</c>, the name, or <c>a facilitator</c> where the log has none.</summary>
    public static string Of(Facilitator? by, string me) => by is null ? "a facilitator" : by.Id == me ? "you" : by.Name;

    /// <summary>At the beginning of a sentence.</summary>
    public static string First(Facilitator? by, string me) => by is null ? "A facilitator" : by.Id == me ? "You" : by.Name;
}
