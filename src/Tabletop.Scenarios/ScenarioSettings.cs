using System.Collections.Immutable;
using Tabletop.Engine;

namespace Tabletop.Scenarios;

/// <summary>What an exercise makes of a scenario: the customer's own names, and the language.</summary>
public sealed record ScenarioSettings
{
    public const int LongestValue = 80;

    public static readonly ScenarioSettings None = new();

    /// <summary>Values of variables, by id; the others keep their defaults.</summary>
    public ImmutableSortedDictionary<string, string> Values { get; init; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>One of the scenario's languages; null for the first.</summary>
    public string? Language { get; init; }

    /// <summary>Why a value cannot be filled in, in words for whoever typed it; null when it can.</summary>
    public static Phrase? Refuse(string value) =>
        string.IsNullOrWhiteSpace(value) ? (Phrase)"It is empty."
        : value.Length > LongestValue ? (Phrase)$"It has {value.Length} characters; {LongestValue} are allowed."
        : value.Any(letter => char.IsControl(letter) || char.IsSurrogate(letter) || letter is '\u2028' or '\u2029') ? (Phrase)"It has a character that is no letter, digit, blank or sign."
        : null;
}
