using Tabletop.Engine;

namespace Tabletop.Scenarios;

/// <summary>The language that a picture speaks: its words are measured as it is drawn.</summary>
/// <param name="Stamp">How a time is written.</param>
/// <param name="Needs">What a step needs; of null: that it needs nothing.</param>
public sealed record PictureWords(Func<Phrase, string> Say, Func<DateTimeOffset, string> Stamp, Func<Condition?, string> Needs)
{
    /// <summary>English, with conditions as the file has them.</summary>
    public static readonly PictureWords OfTheFile = new(
        phrase => phrase.ToString(),
        StepWords.Stamp,
        needs => needs is null ? "needs nothing" : $"needs {StepWords.Of(needs)}");
}
