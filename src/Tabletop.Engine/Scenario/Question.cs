using System.Collections.Immutable;

namespace Tabletop.Engine;

/// <summary>How a question is answered.</summary>
public enum QuestionKind
{
    /// <summary>With one of the options.</summary>
    Single,

    /// <summary>With some of the options; their order says nothing.</summary>
    Multiple,

    /// <summary>With all options, the best first.</summary>
    Ranking,

    /// <summary>With a number.</summary>
    Number,

    /// <summary>In one's own words. No condition reads them.</summary>
    Text,

    /// <summary>With credentials in an order, each with what is to be done to it.</summary>
    Plan,
}

/// <summary>Which of a team's replies becomes its answer.</summary>
public enum AnswerCounts
{
    /// <summary>The first one.</summary>
    First,

    /// <summary>That of the role that decides; others propose. Of the first who replies, while nobody in the team holds that role.</summary>
    Owner,

    /// <summary>
    /// The one that more than half of those asked are for; once all have voted, or when the deadline passes, the one with the
    /// most votes. A tie stays open until somebody changes a vote; at the deadline the one that was voted for first counts.
    /// </summary>
    Vote,
}

/// <summary>What an inject asks.</summary>
/// <param name="Options">What can be chosen or ranked; of a plan, what can be done to a credential; else empty.</param>
public sealed record Question(string Prompt, Catalog<OptionSpec> Options)
{
    /// <summary>The most letters of an answer in one's own words.</summary>
    public const int MostLetters = 2_000;

    public QuestionKind Kind { get; init; }

    /// <summary>How many options, or credentials of a plan, there must be at least; 1 or more.</summary>
    public int Least { get; init; } = 1;

    /// <summary>How many there may be; null: all.</summary>
    public int? Most { get; init; }

    /// <summary>Of a number: what may be said, and what follows.</summary>
    public NumberSpec? Number { get; init; }

    /// <summary>Of a plan: the tag of the credentials that can stand in it, or null when they are named one by one.</summary>
    public string? Tag { get; init; }

    /// <summary>Of a plan without a tag: ids of those credentials.</summary>
    public ImmutableArray<string> Credentials { get; init; } = [];

    public AnswerCounts Counts { get; init; }

    /// <summary>The role that decides, where <see cref="Counts"/> says so.</summary>
    public string? Owner { get; init; }

    /// <summary>Until when it can be answered; null: as long as the exercise runs.</summary>
    public DeadlineSpec? Deadline { get; init; }

    /// <summary>Every list of effects that some answer has, or that none has.</summary>
    public IEnumerable<ImmutableArray<Effect>> Effects =>
        Options.Select(option => option.Effects).Concat(Number?.Ranges.Select(range => range.Effects) ?? []).Concat(Deadline is { } deadline ? [deadline.Effects] : []);

    /// <summary>Ids of the credentials that can stand in a plan, in the inventory's order where they are found by their tag.</summary>
    public ImmutableArray<string> CredentialsIn(IEnumerable<CredentialSpec> inventory) => Tag is { } tag
        ? [.. inventory.Where(credential => credential.Tags.Contains(tag)).Select(credential => credential.Id)]
        : Credentials;
}

/// <summary>One of several answers, or of several ways to treat a credential.</summary>
/// <param name="Says">Markdown shown to the team once it has answered; may be empty.</param>
/// <param name="Effects">
/// Of a ranking, when it stands first; of a plan, for each credential that is treated so, which is then the target.
/// </param>
public sealed record OptionSpec(string Id, string Text, string Says, ImmutableArray<Effect> Effects) : ISpec;

/// <param name="Unit">What is counted: hours, accounts… Shown as it is; may be empty.</param>
/// <param name="Min">The least that may be said; <paramref name="Max"/> the most.</param>
/// <param name="Decimals">Digits behind the point, 0 to 4.</param>
/// <param name="Ranges">Without overlaps, from the least number to the most; empty where the number has no consequence of its own.</param>
public sealed record NumberSpec(string Unit, decimal Min, decimal Max, int Decimals, Catalog<RangeSpec> Ranges)
{
    public const int MostDecimals = 4;

    /// <summary>From one number to the next that may be said.</summary>
    public decimal Step => Decimals switch { 0 => 1m, 1 => 0.1m, 2 => 0.01m, 3 => 0.001m, _ => 0.0001m };

    public RangeSpec? RangeOf(decimal number) => Ranges.FirstOrDefault(range => number >= range.From && number <= range.To);
}

/// <summary>Numbers with one consequence, both ends included.</summary>
/// <param name="Says">Markdown shown to the team once it has answered; may be empty.</param>
public sealed record RangeSpec(string Id, decimal From, decimal To, string Says, ImmutableArray<Effect> Effects) : ISpec;
