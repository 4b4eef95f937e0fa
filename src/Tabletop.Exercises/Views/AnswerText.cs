using System.Globalization;
using Tabletop.Engine;

namespace Tabletop.Exercises.Views;

/// <summary>Says in words what a condition asks of an answer.</summary>
static class AnswerText
{
    /// <summary>Goes on behind “is answered”; empty when any answer will do.</summary>
    public static string Of(Condition.AboutAnswer condition, Scenario scenario) => condition switch
    {
        Condition.Answered(_, null) => "",
        Condition.Answered(var inject, var option) => $" with “{Title(scenario, inject, option!)}”",
        Condition.Included(var inject, var option) => $" with “{Title(scenario, inject, option)}” among others",
        Condition.Ranked(var inject, var option, var first, var above) => $" with “{Title(scenario, inject, option)}”{Place(scenario, inject, first, above)}",
        Condition.NumberIs(_, var least, var most) => (least, most) switch
        {
            ({ } from, { } to) => string.Create(CultureInfo.InvariantCulture, $" with {from} to {to}"),
            ({ } from, null) => string.Create(CultureInfo.InvariantCulture, $" with {from} or more"),
            _ => string.Create(CultureInfo.InvariantCulture, $" with {most} or less"),
        },
        Condition.Planned(var inject, var credential, var treatment, var first, var above) =>
            $" with {Title(scenario, inject, credential)} in the plan{(treatment is null ? "" : $" as “{Title(scenario, inject, treatment)}”")}{Place(scenario, inject, first, above)}",
        _ => condition.ToString(),
    };

    static string Place(Scenario scenario, string inject, int? first, string? above) => (first switch
    {
        null => "",
        1 => " in the first place",
        _ => string.Create(CultureInfo.InvariantCulture, $" among the first {first}"),
    }) + (above is null ? "" : $" before “{Title(scenario, inject, above)}”");

    static string Title(Scenario scenario, string inject, string id) =>
        scenario.Injects.TryGet(inject, out var spec) && spec.Question is { } question && question.Options.TryGet(id, out var option) ? option.Text
        : scenario.Credentials.TryGet(id, out var credential) ? credential.Title
        : id.Replace('-', ' ');
}
