using Tabletop.Engine;

namespace Tabletop.Exercises.Views;

/// <summary>Says in words what a condition asks of an answer.</summary>
static class AnswerText
{
    /// <summary>Goes on behind “is answered”; null when any answer will do.</summary>
    public static Phrase? Of(Condition.AboutAnswer condition, Scenario scenario) => condition switch
    {
        Condition.Answered(_, null) => null,
        Condition.Answered(var inject, var option) => (Phrase)$"with “{Title(scenario, inject, option!)}”",
        Condition.Included(var inject, var option) => (Phrase)$"with “{Title(scenario, inject, option)}” among others",
        Condition.Ranked(var inject, var option, var first, var above) => Placed($"with “{Title(scenario, inject, option)}”", scenario, inject, first, above),
        Condition.NumberIs(_, var least, var most) => (least, most) switch
        {
            ({ } from, { } to) => (Phrase)$"with {from} to {to}",
            ({ } from, null) => (Phrase)$"with {from} or more",
            _ => (Phrase)$"with {most} or less",
        },
        Condition.Planned(var inject, var credential, null, var first, var above) =>
            Placed($"with {Title(scenario, inject, credential)} in the plan", scenario, inject, first, above),
        Condition.Planned(var inject, var credential, { } treatment, var first, var above) =>
            Placed($"with {Title(scenario, inject, credential)} in the plan as “{Title(scenario, inject, treatment)}”", scenario, inject, first, above),
        _ => (Phrase)$"{condition}",
    };

    static Phrase Placed(Phrase said, Scenario scenario, string inject, int? first, string? above)
    {
        said = first switch
        {
            null => said,
            1 => (Phrase)$"{said} in the first place",
            _ => (Phrase)$"{said} among the first {first}",
        };
        return above is null ? said : (Phrase)$"{said} before “{Title(scenario, inject, above)}”";
    }

    static string Title(Scenario scenario, string inject, string id) =>
        scenario.Injects.TryGet(inject, out var spec) && spec.Question is { } question && question.Options.TryGet(id, out var option) ? option.Text
        : scenario.Credentials.TryGet(id, out var credential) ? credential.Title
        : id.Replace('-', ' ');
}
