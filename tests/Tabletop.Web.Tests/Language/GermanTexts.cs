using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using Tabletop.Web.Language;

namespace Tabletop.Web.Tests.Language;

/// <summary>German is complete, says nothing that nobody asks for, and puts the same values into its sentences.</summary>
public sealed partial class GermanTexts
{
    static readonly Dictionary<string, string> German = new ResourceManager(typeof(Texts))
        .GetResourceSet(new CultureInfo("de"), createIfNotExists: true, tryParents: false)!
        .Cast<DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);

    static readonly string[] Assemblies = ["Tabletop.Web", "Tabletop.Exercises", "Tabletop.Scenarios", "Tabletop.Engine"];

    // A format without a word, such as "{0}: {1}", is the same in both.
    static readonly List<CompiledText> Used = [.. Assemblies
        .SelectMany(CompiledTexts.In)
        .Where(text => text.Wording != Wording.Plain && Word().IsMatch(text.Text))];

    [Fact]
    public void EveryTextIsThere() => Nothing(Missing());

    [Fact]
    public void NothingIsTranslatedThatNobodySays() => Nothing(string.Join('\n', German.Keys.Except(Used.Select(text => KeyOf(text.Text)))));

    [Fact]
    public void ASentenceHasTheSameValuesInBoth() => Nothing(string.Join('\n', German.Where(text => !ValuesOf(text.Key).SetEquals(ValuesOf(text.Value))).Select(text => $"{text.Key} | {text.Value}")));

    /// <summary>A sentence that was put together before it became a phrase, or that is shown as it is, would be English in every language.</summary>
    [Fact]
    public void NoPhraseLosesItsLanguage() => Nothing(string.Join('\n', Assemblies.SelectMany(CompiledTexts.LosingTheLanguage)));

    // Not Assert.Equal: it shows the first forty characters of what was found.
    static void Nothing(string found) => Assert.True(found.Length == 0, found);

    static string Missing() => string.Join('\n', Used.Select(text => text.Text).Where(text => !German.ContainsKey(KeyOf(text))).Distinct());

    // As a phrase is found that differs from another in its capital only.
    static string KeyOf(string text) => German.ContainsKey(text) ? text : $"{char.ToLowerInvariant(text[0])}{text[1..]}";

    static HashSet<string> ValuesOf(string text) => Value().Matches(text).Select(match => match.Value).ToHashSet();

    [GeneratedRegex(@"\p{L}{2}|^\{0\} \{1\} \{2\}|^['“]")]
    private static partial Regex Word();

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Value();
}
