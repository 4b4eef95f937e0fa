using System.Collections.Immutable;
using Tabletop.Engine;
using Tabletop.Exercises.Views;

namespace Tabletop.Web.Play;

/// <summary>One action, aimed at one thing or at several at once, and what that costs together.</summary>
public sealed record Choice(ActionCard Card, ImmutableArray<OfferRow> Offers)
{
    /// <summary>Those that can be decided now.</summary>
    public ImmutableArray<OfferRow> Open { get; } = [.. Offers.Where(offer => offer.Refusal is null)];

    public bool Possible => !Open.IsEmpty;

    /// <summary>Analyst hours of all that can be decided.</summary>
    public decimal Effort => Open.Sum(offer => offer.Effort);

    public decimal Outage => Open.Sum(offer => offer.Outage);

    /// <summary>Until the last of them is done; they run side by side.</summary>
    public TimeSpan Takes => Open.IsEmpty ? TimeSpan.Zero : Open.Max(offer => offer.Takes);

    /// <summary>Why it can't be decided, when nothing of it can.</summary>
    public string? Refusal => Possible ? null : Offers.Select(offer => offer.Refusal).FirstOrDefault();
}

public static class Choices
{
    /// <summary>What can be done with one target or with several of a kind, in the scenario's order.</summary>
    public static ImmutableArray<Choice> For(TeamView view, TargetKind kind, IReadOnlyCollection<string> targets) =>
        [.. view.Actions
            .SelectMany(group => group.Actions)
            .Where(card => card.Target == kind)
            .Select(card => new Choice(card, [.. card.Offers.Where(offer => targets.Contains(offer.Target))]))
            .Where(choice => !choice.Offers.IsEmpty)];

    public static Choice? Find(TeamView view, string action, IReadOnlyCollection<string> targets)
    {
        var card = view.Actions.SelectMany(group => group.Actions).FirstOrDefault(item => item.Id == action);
        if (card is null)
            return null;

        ImmutableArray<OfferRow> offers = card.Target == TargetKind.None
            ? card.Offers
            : [.. card.Offers.Where(offer => targets.Contains(offer.Target))];
        return offers.IsEmpty ? null : new(card, offers);
    }

    /// <summary>The range of a price over all targets: <c>2 h</c> or <c>2 to 6 h</c>.</summary>
    public static string Range(ActionCard card, Func<OfferRow, decimal> price)
    {
        if (card.Offers.IsEmpty)
            return "";
        var (least, most) = (card.Offers.Min(price), card.Offers.Max(price));
        return least == most ? ScenarioTime.Hours(least) : $"{ScenarioTime.Hours(least)[..^2]} to {ScenarioTime.Hours(most)}";
    }

    public static string TakesOf(ActionCard card)
    {
        if (card.Offers.IsEmpty)
            return "";
        var (least, most) = (card.Offers.Min(offer => offer.Takes), card.Offers.Max(offer => offer.Takes));
        return least == most ? ScenarioTime.Span(least) : $"{ScenarioTime.Span(least)} to {ScenarioTime.Span(most)}";
    }
}
