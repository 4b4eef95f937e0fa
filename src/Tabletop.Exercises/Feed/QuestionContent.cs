using System.Collections.Immutable;
using Tabletop.Engine;

namespace Tabletop.Exercises;

/// <summary>What an inject asks, without what an answer changes.</summary>
/// <param name="Options">What can be chosen or ranked; of a plan, what can be done to a credential.</param>
/// <param name="Credentials">Those that can stand in a plan.</param>
/// <param name="Least">How many options or credentials there must be at least; <paramref name="Most"/> at most, null: all.</param>
/// <param name="Number">The bounds of a number; null for the other kinds.</param>
public sealed record QuestionContent(
    QuestionKind Kind,
    string Prompt,
    ImmutableArray<QuestionItem> Options,
    ImmutableArray<QuestionItem> Credentials,
    int Least,
    int? Most,
    NumberBounds? Number)
{
    /// <summary>Whose answer counts.</summary>
    public AnswerCounts Counts { get; init; }

    /// <summary>Title of the role that decides, where <see cref="Counts"/> says so.</summary>
    public string? Owner { get; init; }

    /// <summary>Scenario time from its release until which it can be answered; null: as long as the exercise runs.</summary>
    public TimeSpan? AnswerWithin { get; init; }

    /// <summary>What follows when nobody answers in time; null without a deadline.</summary>
    public string? Otherwise { get; init; }

    internal static QuestionContent Of(Question question, Scenario scenario) => new(
        question.Kind,
        question.Prompt,
        [.. question.Options.Select(option => new QuestionItem(option.Id, option.Text))],
        [.. question.CredentialsIn(scenario.Credentials).Select(id => new QuestionItem(id, scenario.Credentials[id].Title))],
        question.Least,
        question.Most,
        question.Number is { } number ? new(number.Unit, number.Min, number.Max, number.Step) : null)
    {
        Counts = question.Counts,
        Owner = question.Owner is { } owner ? scenario.Roles[owner].Title : null,
        AnswerWithin = question.Deadline?.After,
        Otherwise = question.Deadline?.Says,
    };
}

/// <summary>Something that can stand in an answer.</summary>
public sealed record QuestionItem(string Id, string Text);

/// <param name="Unit">May be empty.</param>
/// <param name="Step">From one number to the next that may be given.</param>
public sealed record NumberBounds(string Unit, decimal Min, decimal Max, decimal Step);
