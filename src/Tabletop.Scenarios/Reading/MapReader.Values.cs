using System.Globalization;

namespace Tabletop.Scenarios;

/// <summary>Single values.</summary>
sealed partial class MapReader
{
    public const decimal LargestNumber = 1_000_000m;

    /// <summary>A text that must be there and say something.</summary>
    public string Text(string key) => Need(key) is { } node ? ToProse(node, key) ?? "" : "";

    public string OptionalText(string key) => NullableText(key) ?? "";

    public string? NullableText(string key) => Find(key) is { } node ? ToProse(node, key) : null;

    public bool Truth(string key, bool otherwise)
    {
        if (Find(key) is not { } node)
        {
            return otherwise;
        }

        switch (node)
        {
            case ScalarNode { Plain: true, Value: "true" }:
                return true;
            case ScalarNode { Plain: true, Value: "false" }:
                return false;
            case BrokenNode:
                return otherwise;
            case AnyNode any:
                any.Shape.Truth();
                return otherwise;
            default:
                Report(DiagnosticCodes.NotTrueOrFalse, node.Place, $"'{key}' of {What} must be true or false, not {Describe(node)}",
                    "Write true or false, without quotes.");
                return otherwise;
        }
    }

    /// <summary>A decimal number that must be there.</summary>
    public decimal Number(string key, decimal least = 0, decimal most = LargestNumber) => Need(key) is { } node ? ToNumber(node, key, least, most) ?? least : least;

    public decimal OptionalNumber(string key, decimal otherwise, decimal least = 0, decimal most = LargestNumber) =>
        Find(key) is { } node ? ToNumber(node, key, least, most) ?? otherwise : otherwise;

    /// <summary>A whole number that must be there; null when it is not or is wrong.</summary>
    public int? Whole(string key, int least = 0, decimal most = LargestNumber) => Need(key) is { } node ? ToWhole(node, key, least, most) : null;

    public int OptionalWhole(string key, int otherwise, int least = 0) => Find(key) is { } node ? ToWhole(node, key, least) ?? otherwise : otherwise;

    public decimal? NullableNumber(string key, decimal least, decimal most = LargestNumber) => Find(key) is { } node ? ToNumber(node, key, least, most) : null;

    public int? NullableWhole(string key, int least, decimal most = LargestNumber) => Find(key) is { } node ? ToWhole(node, key, least, most) : null;

    /// <summary>A chance of 1 to 99 percent; what always or never happens has none.</summary>
    public int? OptionalPercent(string key) => Find(key) is { } node ? ToWhole(node, key, 1, 99) : null;

    /// <summary>A time that must be there; null when it is not or is wrong.</summary>
    public DateTimeOffset? Time(string key) => Need(key) is { } node ? ToTime(node, key) : null;

    public DateTimeOffset? OptionalTime(string key) => Find(key) is { } node ? ToTime(node, key) : null;

    public TimeSpan? Duration(string key) => Need(key) is { } node ? ToDuration(node, key) : null;

    public TimeSpan? OptionalDuration(string key) => Find(key) is { } node ? ToDuration(node, key) : null;

    /// <summary>One of the words of an enumeration, which must be there.</summary>
    public T Word<T>(string key) where T : struct, Enum => Need(key) is { } node ? ToWord<T>(node, key) ?? default : default;

    public T OptionalWord<T>(string key, T otherwise) where T : struct, Enum => Find(key) is { } node ? ToWord<T>(node, key) ?? otherwise : otherwise;

    /// <summary>A text for people: in the exercise's language and with its names filled in.</summary>
    string? ToProse(Node node, string key, bool isMarkdown = false)
    {
        (node as AnyNode)?.Shape.TextInLanguages();
        var chosen = Reading.Texts.Choose(this, node, key);
        return ToText(chosen, key) is { } text ? Reading.Texts.Fill(this, text, isMarkdown, chosen.Place) : null;
    }

    /// <summary>One word or text as it is written. Null when it has been reported.</summary>
    public string? ToText(Node node, string key)
    {
        switch (node)
        {
            case ScalarNode { IsNull: false } scalar when !string.IsNullOrWhiteSpace(scalar.Value):
                return scalar.Value.TrimEnd();
            case ScalarNode:
                Report(DiagnosticCodes.EmptyText, node.Place, $"'{key}' of {What} is empty", $"Write something, or take '{key}' out if it may be absent.");
                return null;
            case BrokenNode:
                return null;
            case AnyNode any:
                any.Shape.Text();
                return null;
            default:
                Report(DiagnosticCodes.NotOneText, node.Place, $"'{key}' of {What} must be text, not {Describe(node)}",
                    "Write one text. A text that begins with '[', '{' or contains ': ' needs quotes.");
                return null;
        }
    }

    public decimal? ToNumber(Node node, string key, decimal least, decimal most)
    {
        if (node is BrokenNode or AnyNode)
        {
            (node as AnyNode)?.Shape.Number(least, most);
            return null;
        }

        if (node is not ScalarNode { Plain: true } scalar
            || !decimal.TryParse(scalar.Value, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            Report(DiagnosticCodes.NotANumber, node.Place, $"'{key}' of {What} must be a number, not {Describe(node)}",
                "Write a number such as 6 or 0.5, without quotes or a unit.");
            return null;
        }

        return InRange(scalar, key, number, least, most) ? number : null;
    }

    int? ToWhole(Node node, string key, int least, decimal most = LargestNumber)
    {
        if (node is AnyNode any)
        {
            any.Shape.Whole(least, most);
            return null;
        }

        if (ToNumber(node, key, least, most) is not { } number)
        {
            return null;
        }

        if (number == decimal.Truncate(number))
        {
            return (int)number;
        }

        Report(DiagnosticCodes.NotANumber, node.Place, $"'{key}' of {What} must be a whole number, not {Describe(node)}", "Write it without decimals.");
        return null;
    }

    bool InRange(ScalarNode scalar, string key, decimal number, decimal least, decimal most)
    {
        if (number >= least && number <= most)
        {
            return true;
        }

        Report(DiagnosticCodes.OutOfRange, scalar.Place, $"'{key}' of {What} is {Short(scalar.Value)}",
            string.Create(CultureInfo.InvariantCulture, $"Write a number from {least} to {most}."));
        return false;
    }

    DateTimeOffset? ToTime(Node node, string key)
    {
        if (node is ScalarNode scalar && TimeText.TryTime(scalar.Value, out var time))
        {
            return time;
        }

        if (node is AnyNode any)
        {
            any.Shape.Time();
        }
        else if (node is not BrokenNode)
        {
            Report(DiagnosticCodes.BadTime, node.Place, $"'{key}' of {What} must be a time, not {Describe(node)}",
                $"Write date and time of day in UTC, with T between them and Z behind: {TimeText.TimeForm}.");
        }

        return null;
    }

    public TimeSpan? ToDuration(Node node, string key)
    {
        if (node is ScalarNode scalar && TimeText.TryDuration(scalar.Value, out var duration))
        {
            return duration;
        }

        if (node is AnyNode any)
        {
            any.Shape.Duration();
        }
        else if (node is not BrokenNode)
        {
            Report(DiagnosticCodes.BadDuration, node.Place, $"'{key}' of {What} must be a duration, not {Describe(node)}",
                $"Write whole numbers with their units, ten years at most: {TimeText.DurationForm}.");
        }

        return null;
    }

    T? ToWord<T>(Node node, string key) where T : struct, Enum
    {
        if (node is AnyNode any)
        {
            any.Shape.Words(Words<T>.All);
            return null;
        }

        if (ToText(node, key) is not { } word)
        {
            return null;
        }

        if (Words<T>.TryParse(word, out var value))
        {
            return value;
        }

        Report(DiagnosticCodes.UnknownWord, node.Place, $"'{key}' of {What} cannot be '{Short(word)}'",
            $"{Ask(word, Words<T>.All)}It may be: {string.Join(", ", Words<T>.All)}.");
        return null;
    }

    public static string Describe(Node node) => node switch
    {
        ScalarNode scalar => scalar.Value.Length == 0 ? "nothing" : scalar.Plain ? $"'{Short(FirstLine(scalar.Value))}'" : $"the text '{Short(FirstLine(scalar.Value))}'",
        ListNode => "a list",
        MapNode => "a mapping",
        _ => "that",
    };

    static string FirstLine(string text) => text.AsSpan().IndexOfAny('\n', '\r') is var end and >= 0 ? text[..end] : text;
}
