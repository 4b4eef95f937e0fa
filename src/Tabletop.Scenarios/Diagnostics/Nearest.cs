namespace Tabletop.Scenarios;

/// <summary>Finds the name that somebody probably meant.</summary>
public static class Nearest
{
    /// <summary>Beyond these bounds a hostile file could make the search itself expensive.</summary>
    const int LongestName = 80;
    const int MostNames = 2000;

    /// <summary>The known name with the fewest typing slips between it and <paramref name="name"/>; null when none is near.</summary>
    public static string? To(string name, IReadOnlyCollection<string> known)
    {
        if (name.Length is 0 or > LongestName || known.Count > MostNames)
        {
            return null;
        }

        var plain = Plain(name);
        var allowed = Math.Clamp(plain.Length / 3, 1, 3);
        var best = allowed + 1;
        string? nearest = null;
        foreach (var candidate in known)
        {
            if (candidate.Length > LongestName || Math.Abs(candidate.Length - plain.Length) > allowed)
            {
                continue;
            }

            var distance = Distance(plain, Plain(candidate));
            if (distance < best)
            {
                best = distance;
                nearest = candidate;
            }
        }

        return nearest ?? OneThatBeginsOrEndsLikeIt(plain, known);
    }

    /// <summary>The beginning of a mend: "Did you mean 'jira'? " or nothing.</summary>
    public static string Ask(string name, IReadOnlyCollection<string> known) => To(name, known) is { } nearest ? $"Did you mean '{nearest}'? " : "";

    /// <summary>A short form such as "jira" for "jira-cloud", when it can mean only one name.</summary>
    static string? OneThatBeginsOrEndsLikeIt(string name, IReadOnlyCollection<string> known)
    {
        if (name.Length < 3)
        {
            return null;
        }

        var alike = known
            .Where(candidate => candidate.StartsWith(name, StringComparison.Ordinal) || candidate.EndsWith(name, StringComparison.Ordinal))
            .Take(2)
            .ToList();
        return alike.Count == 1 ? alike[0] : null;
    }

    static string Plain(string name) => name.ToLowerInvariant().Replace('_', '-').Replace(' ', '-');

    /// <summary>Insertions, deletions, replacements and swaps of neighbours (optimal string alignment).</summary>
    static int Distance(string from, string to)
    {
        var beforeLast = new int[to.Length + 1];
        var last = new int[to.Length + 1];
        var current = new int[to.Length + 1];
        for (var column = 0; column <= to.Length; column++)
        {
            last[column] = column;
        }

        for (var row = 1; row <= from.Length; row++)
        {
            current[0] = row;
            for (var column = 1; column <= to.Length; column++)
            {
                var replace = last[column - 1] + (from[row - 1] == to[column - 1] ? 0 : 1);
                var cost = Math.Min(replace, Math.Min(last[column], current[column - 1]) + 1);
                if (row > 1 && column > 1 && from[row - 1] == to[column - 2] && from[row - 2] == to[column - 1])
                {
                    cost = Math.Min(cost, beforeLast[column - 2] + 1);
                }

                current[column] = cost;
            }

            (beforeLast, last, current) = (last, current, beforeLast);
        }

        return last[to.Length];
    }
}
