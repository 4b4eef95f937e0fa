using System.Collections.Immutable;
using Tabletop.Engine;

namespace Tabletop.Scenarios;

/// <summary>What a state's box says, broken into lines.</summary>
public sealed record StateCard(ImmutableArray<CardLine> Lines, double Height)
{
    public const double Width = 300;
    public const double Padding = 12;

    const double Room = Width - 2 * Padding;

    /// <param name="node">The state.</param>
    /// <param name="titleOf">A state's title by its id.</param>
    /// <param name="isDrawn">Whether the picture has a line for this way of the state.</param>
    public static StateCard Of(StateNode node, Func<string, string> titleOf, Func<string, bool, bool> isDrawn, PictureWords words)
    {
        var lines = ImmutableArray.CreateBuilder<CardLine>();
        Add(lines, CardStyle.Title, node.Title, "");
        if (node.Spec.Summary.Length > 0)
        {
            Add(lines, CardStyle.Text, node.Spec.Summary, "");
        }

        var targets = node.Spec.Steps.Select(step => step.To).Distinct().Count();
        foreach (var step in node.Spec.Steps)
        {
            var needs = words.Needs(step.Needs);
            Add(lines, CardStyle.When, words.Say(StepWords.When(step, words.Stamp)), needs);
            Add(lines, CardStyle.Text, step.Title, needs);
            if (targets > 1 || !isDrawn(step.To, false))
            {
                Add(lines, CardStyle.Text, step.To == node.Id ? words.Say("→ stays") : $"→ {titleOf(step.To)}", needs);
            }

            if (Refusal(node, step, titleOf, isDrawn) is { } refusal)
            {
                Add(lines, CardStyle.Refused, words.Say(refusal), needs);
            }
        }

        return new(lines.ToImmutable(), 2 * Padding + lines.Sum(line => line.Style.Leading) - 4);
    }

    static Phrase? Refusal(StateNode node, AdversaryStep step, Func<string, string> titleOf, Func<string, bool, bool> isDrawn)
    {
        if (step.Refused.To is { } to)
        {
            return to == step.To ? (Phrase)"refused or not, it goes on"
                : to == node.Id ? (Phrase)"if refused: stays"
                : isDrawn(to, true) && node.Spec.Steps.Length == 1 ? null
                : (Phrase)$"if refused: {titleOf(to)}";
        }

        return step.Refused.Retry is { } wait ? (Phrase)$"if refused: again after {StepWords.Span(wait)}" : step.Needs is null ? null : (Phrase)"if refused: gives it up";
    }

    static void Add(ImmutableArray<CardLine>.Builder lines, CardStyle style, string text, string hint) =>
        lines.AddRange(TextWidth.Wrap(text, style.Size * style.Boldness, Room).Select(line => new CardLine(style, line, hint)));
}

/// <param name="Style">How it looks.</param>
/// <param name="Text">As long as the card is wide.</param>
/// <param name="Hint">Shown when the pointer rests on it; may be empty.</param>
public sealed record CardLine(CardStyle Style, string Text, string Hint);

/// <param name="Class">Of the style sheet inside the picture.</param>
/// <param name="Size">Font size in pixels.</param>
/// <param name="Leading">Height of the line in pixels.</param>
/// <param name="Boldness">How much wider than plain letters of that size.</param>
public sealed record CardStyle(string Class, double Size, double Leading, double Boldness = 1)
{
    public static readonly CardStyle Title = new("title", 14, 19, 1.16);
    public static readonly CardStyle When = new("when", 11, 17, 1.16);
    public static readonly CardStyle Text = new("text", 12, 15, 1.04);
    public static readonly CardStyle Refused = new("refused", 11, 15);
}
