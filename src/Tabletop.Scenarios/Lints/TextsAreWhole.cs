namespace Tabletop.Scenarios;

/// <summary>Texts use the variables that there are, and are there in every language.</summary>
sealed class TextsAreWhole : ICheck
{
    public void Run(ScenarioDraft scenario, Draft all, Report report)
    {
        var texts = scenario.Text.Reading.Texts;
        var variables = scenario.Text.Find(Texts.VariablesKey) as MapNode;
        foreach (var id in texts.Unused)
        {
            report.Add(DiagnosticCodes.UnusedVariable, variables?.Find(id)?.Key.Place ?? scenario.Text.Place, $"no text uses the variable '{id}'",
                $"Write {{{{{id}}}}} where it should stand, or take it out.");
        }

        foreach (var (language, missing, count, place) in texts.Gaps)
        {
            report.Add(DiagnosticCodes.MissingTranslation, place, $"{missing} of {count} texts are not there in '{language}'",
                $"Write them as {{ {texts.Languages[0]}: …, {language}: … }}. Until then the first language stands there.");
        }
    }
}
