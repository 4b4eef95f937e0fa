using System.Collections.Frozen;
using System.Collections.Immutable;
using System.ComponentModel;
using System.Reflection;
using System.Text;
using Tabletop.Engine;

namespace Tabletop.Scenarios;

/// <summary>
/// The words of an enumeration as they stand in a file: <c>OncePerTarget</c> is <c>once-per-target</c>. Values that are not
/// browsable have no word.
/// </summary>
static class Words<T> where T : struct, Enum
{
    public static readonly ImmutableArray<string> All = [.. Enum.GetNames<T>().Where(IsWritten).Select(ToWord)];

    static readonly FrozenDictionary<string, T> ByWord = Enum.GetValues<T>().Where(value => IsWritten(value.ToString())).ToFrozenDictionary(value => ToWord(value.ToString()), StringComparer.Ordinal);

    public static bool TryParse(string word, out T value) => ByWord.TryGetValue(word, out value);

    public static string Of(T value) => ToWord(value.ToString());

    static bool IsWritten(string name) => typeof(T).GetField(name)!.GetCustomAttribute<BrowsableAttribute>() is not { Browsable: false };

    static string ToWord(string name)
    {
        var word = new StringBuilder();
        foreach (var letter in name)
        {
            if (char.IsAsciiLetterUpper(letter) && word.Length > 0)
            {
                word.Append('-');
            }

            word.Append(char.ToLowerInvariant(letter));
        }

        return word.ToString();
    }
}

static class Words
{
    /// <summary>The kind of thing that can be such a target.</summary>
    public static Kind KindOf(TargetKind target) => target switch
    {
        TargetKind.Credential => Kind.Credential,
        TargetKind.System => Kind.System,
        TargetKind.Foothold => Kind.Foothold,
        _ => Kind.None,
    };
}
