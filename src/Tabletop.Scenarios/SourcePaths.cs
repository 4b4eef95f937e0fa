namespace Tabletop.Scenarios;

enum SourceRole
{
    None,
    Scenario,
    History,
    Playthrough,
}

/// <summary>The files that make a scenario, by their paths relative to its folder.</summary>
static class SourcePaths
{
    public const string Scenario = "scenario.yaml";
    public const string History = "history.yaml";
    public const string Playthroughs = "playthroughs";
    public const string Mend = $"A scenario is {Scenario}, beside it {History} and {Playthroughs}/*.yaml where there are any, and the files that it names.";

    public static SourceRole RoleOf(string path) => path switch
    {
        Scenario => SourceRole.Scenario,
        History => SourceRole.History,
        _ when IsPlaythrough(path) => SourceRole.Playthrough,
        _ => SourceRole.None,
    };

    /// <summary>
    /// A path that can only lead to a file in the scenario's folder, whatever the system: no way up, no drive, nothing
    /// hidden, and none of the files that count by themselves.
    /// </summary>
    public static bool MayBeAttached(string path, string ending) =>
        path.Length is > 0 and <= 200
        && RoleOf(path) == SourceRole.None
        && path.EndsWith(ending, StringComparison.Ordinal)
        && !path.StartsWith(Playthroughs + "/", StringComparison.Ordinal)
        && path.Split('/').All(part => part.Length > 0 && part[0] != '.' && part[^1] != '.'
            && part.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.'));

    /// <summary>The scenario, its history, then the rest by name.</summary>
    public static int Compare(string left, string right)
    {
        var byRole = Rank(left).CompareTo(Rank(right));
        return byRole != 0 ? byRole : string.CompareOrdinal(left, right);
    }

    static bool IsPlaythrough(string path) =>
        path.StartsWith(Playthroughs + "/", StringComparison.Ordinal)
        && path.EndsWith(".yaml", StringComparison.Ordinal)
        && path.Length > Playthroughs.Length + 1 + ".yaml".Length
        && path.IndexOfAny(['/', '\\'], Playthroughs.Length + 1) < 0;

    static int Rank(string path) => RoleOf(path) switch
    {
        SourceRole.Scenario => 0,
        SourceRole.History => 1,
        SourceRole.Playthrough => 2,
        _ => 3,
    };
}
