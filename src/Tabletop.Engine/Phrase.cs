using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json.Serialization;

namespace Tabletop.Engine;

/// <summary>
/// A text for people that is made where nobody's language is known: in English, with its values kept apart from the words.
/// <c>$"{name} is not ready."</c> makes one where a phrase is expected; a page says it in its reader's language.
/// </summary>
[InterpolatedStringHandler]
[JsonConverter(typeof(PhraseJson))]
public sealed class Phrase : IEquatable<Phrase>
{
    readonly StringBuilder words;
    ImmutableArray<object> values = [];

    public Phrase(int literalLength, int formattedCount) => words = new(literalLength + (3 * formattedCount));

    internal Phrase(string format, ImmutableArray<object> values) => (words, this.values) = (new(format), values);

    /// <summary>The English words, with <c>{0}</c>, <c>{1}</c>… where values stand: what translations are found by.</summary>
    public string Format => words.ToString();

    /// <summary>Texts, as they are, scenario times (<see cref="DateTimeOffset"/>), and other phrases.</summary>
    public ImmutableArray<object> Values => values;

    /// <summary>A text without values.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    public static implicit operator Phrase?(string? text) => text is null ? null : new(text, []);

    /// <summary>The same said of something else.</summary>
    /// <param name="subject">What stands where the first value stood.</param>
    public Phrase Of(Phrase subject) => new(Format, values.SetItem(0, subject));

    /// <summary><c>Ann or Bo</c></summary>
    /// <param name="names">At least one.</param>
    public static Phrase Either(IEnumerable<string> names) => names.Select(name => (Phrase)$"{name}").Aggregate((all, next) => $"{all} or {next}");

    /// <summary><c>Ann and Bo</c></summary>
    /// <param name="names">At least one.</param>
    public static Phrase All(IEnumerable<string> names) => names.Select(name => (Phrase)$"{name}").Aggregate((all, next) => $"{all} and {next}");

    public void AppendLiteral(string text) => words.Append(text);

    public void AppendFormatted(Phrase value) => Append(value);

    /// <param name="time">Scenario time, to be said with its date.</param>
    public void AppendFormatted(DateTimeOffset time) => Append(time);

    public void AppendFormatted<T>(T value) => Append(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "");

    public void AppendFormatted<T>(T value, string format) where T : IFormattable =>
        Append(value.ToString(format, CultureInfo.InvariantCulture));

    /// <summary>The text in English.</summary>
    public override string ToString() => values.IsEmpty ? Format : string.Format(CultureInfo.InvariantCulture, Format, [.. values.Select(InEnglish)]);

    public bool Equals(Phrase? other) => other is not null && Format == other.Format && values.SequenceEqual(other.values);

    public override bool Equals(object? obj) => Equals(obj as Phrase);

    public override int GetHashCode() => Format.GetHashCode(StringComparison.Ordinal);

    static object InEnglish(object value) => value is DateTimeOffset time ? Exercise.Stamp(time) : value;

    void Append(object value)
    {
        words.Append('{').Append(values.Length).Append('}');
        values = values.Add(value);
    }
}
