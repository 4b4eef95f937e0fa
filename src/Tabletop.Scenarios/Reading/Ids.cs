namespace Tabletop.Scenarios;

/// <summary>How ids look.</summary>
public static class Ids
{
    public const int Longest = 80;

    /// <summary>What <see cref="IsId"/> says, for tools that know regular expressions only.</summary>
    public const string Pattern = "^(?!target$)(?=.{1,80}$)[a-z0-9]+(-[a-z0-9]+)*$";

    /// <summary>The same for <see cref="IsObjective"/>.</summary>
    public const string ObjectivePattern = "^[A-Z][0-9]{1,7}$";

    /// <summary>In an action it stands for whatever the action is aimed at, so nothing can have it as its id.</summary>
    public const string Target = Engine.Condition.TheTarget;

    public const string Mend = "Ids are lower-case words and numbers joined by hyphens, 80 characters at most: 'okta-call'. The id 'target' is taken.";

    /// <summary>Lower-case words and numbers joined by hyphens.</summary>
    public static bool IsId(string text)
    {
        if (text.Length is 0 or > Longest || text == Target || text[0] == '-' || text[^1] == '-' || text.Contains("--", StringComparison.Ordinal))
        {
            return false;
        }

        return text.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-');
    }

    /// <summary>An upper-case letter and a number, as objectives and facts have it: L1, T26.</summary>
    public static bool IsObjective(string text) =>
        text.Length is > 1 and <= 8 && char.IsAsciiLetterUpper(text[0]) && text.Skip(1).All(char.IsAsciiDigit);
}
