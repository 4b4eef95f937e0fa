using System.Collections.Immutable;
using Tabletop.Engine;
using Tabletop.Exercises.Views;

namespace Tabletop.Web.Play;

/// <summary>One action, aimed at one thing or at several at once, and what that costs together.</summary>
/// <param name="Asked">How many things were chosen; some of them the action may not be for.</param>
public sealed record Choice(ActionCard Card, ImmutableArray<OfferRow> Offers, int Asked)
{
    /// <summary>Those that can be decided now.</summary>
    public ImmutableArray<OfferRow> Open { get; } = [.. Offers.Where(offer => offer.Refusal is null)];

    public bool Possible => !Open.IsEmpty;

    /// <summary>Those that can be proposed to the team.</summary>
    public ImmutableArray<OfferRow> Proposable { get; } = [.. Offers.Where(offer => offer.MayPropose)];

    /// <summary>What is decided, or else proposed.</summary>
    ImmutableArray<OfferRow> Aimed => Possible ? Open : Proposable;

    /// <summary>Analyst hours of all that can be decided.</summary>
    public decimal Effort => Aimed.Sum(offer => offer.Effort);

    public decimal Outage => Aimed.Sum(offer => offer.Outage);

    /// <summary>Until the last of them is done; they run side by side.</summary>
    public TimeSpan Takes => Aimed.IsEmpty ? TimeSpan.Zero : Aimed.Max(offer => offer.Takes);

    /// <summary>What the button says.</summary>
    public Phrase Deed => this switch
    {
        { Card.Target: TargetKind.None } or { Card.Search: true } => (Phrase)$"{Card.Title}",
        { Asked: > 1 } when Aimed.Length == Asked => (Phrase)$"{Card.Title}: all {Asked}",
        { Asked: > 1 } => (Phrase)$"{Card.Title}: {Aimed.Length} of {Asked}",
        { Aimed: [var only] } => (Phrase)$"{Card.Title}: {only.TargetTitle}",
        _ => (Phrase)$"{Card.Title}",
    };

    /// <summary>What the button leaves out, and why; null when that is nothing.</summary>
    public Phrase? LeftOut
    {
        get
        {
            if (Asked == Aimed.Length || Asked <= 1)
                return null;
            var why = !Possible ? "It is proposed already or can’t be done now."
                : Offers.Except(Open).Select(offer => offer.Refusal).FirstOrDefault() ?? "It can’t be done to them.";
            return Asked - Aimed.Length == 1 ? (Phrase)$"1 of {Asked} is left out. {why}" : (Phrase)$"{Asked - Aimed.Length} of {Asked} are left out. {why}";
        }
    }

    /// <summary>Why it can't be decided, when nothing of it can.</summary>
    public Phrase? Refusal => Possible ? null : Offers.Select(offer => offer.Refusal).FirstOrDefault();
}

public static class Choices
{
    /// <summary>What can be done with one target or with several of a kind, in the scenario's order.</summary>
    public static ImmutableArray<Choice> For(TeamView view, TargetKind kind, IReadOnlyCollection<string> targets) =>
        [.. view.Actions
            .SelectMany(group => group.Actions)
            .Where(card => card.Target == kind)
            .Select(card => new Choice(card, [.. card.Offers.Where(offer => targets.Contains(offer.Target))], targets.Count))
            .Where(choice => !choice.Offers.IsEmpty)];

    /// <summary>The range of a price over all targets: <c>2 h</c> or <c>2 to 6 h</c>.</summary>
    public static Phrase Range(ActionCard card, Func<OfferRow, decimal> price)
    {
        if (card.Offers.IsEmpty)
            return "";
        var (least, most) = (card.Offers.Min(price), card.Offers.Max(price));
        if (most == 0)
            return "none";
        return least == most ? (Phrase)$"{ScenarioTime.Hours(least)}" : (Phrase)$"{ScenarioTime.Hours(least)[..^2]} to {ScenarioTime.Hours(most)}";
    }

    public static Phrase TakesOf(ActionCard card)
    {
        if (card.Offers.IsEmpty)
            return "";
        var (least, most) = (card.Offers.Min(offer => offer.Takes), card.Offers.Max(offer => offer.Takes));
        return least == most ? (Phrase)$"{ScenarioTime.Span(least)}" : (Phrase)$"{ScenarioTime.Span(least)} to {ScenarioTime.Span(most)}";
    }
}
