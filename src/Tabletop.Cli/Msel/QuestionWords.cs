using System.Globalization;
using Tabletop.Engine;

namespace Tabletop.Cli;

/// <summary>A question in the notes of a row: what is asked, and what can be answered.</summary>
static class QuestionWords
{
    internal static IEnumerable<string> Of(Question question, Scenario scenario) =>
    [
        $"Question{Kind(question)}: {question.Prompt}",
        .. question.Options.Select(option => $"  {option.Id}: {option.Text}"),
        .. question.Number?.Ranges.Select(range => string.Create(CultureInfo.InvariantCulture, $"  {range.Id}: {range.From} to {range.To}")) ?? [],
        .. question.Kind == QuestionKind.Plan ? [$"  of: {string.Join(", ", question.CredentialsIn(scenario.Credentials))}"] : Array.Empty<string>(),
    ];

    static string Kind(Question question) => question.Kind switch
    {
        QuestionKind.Single => "",
        QuestionKind.Multiple => string.Create(CultureInfo.InvariantCulture, $" ({question.Least} to {question.Most ?? question.Options.Count} of these)"),
        QuestionKind.Ranking => " (in order, the best first)",
        QuestionKind.Number => string.Create(CultureInfo.InvariantCulture, $" ({question.Number!.Min} to {question.Number.Max} {question.Number.Unit}").TrimEnd() + ")",
        QuestionKind.Text => " (in one's own words)",
        _ => " (credentials in order, each with what is done to it)",
    };
}
