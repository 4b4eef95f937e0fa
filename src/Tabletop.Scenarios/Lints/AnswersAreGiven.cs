using Tabletop.Engine;

namespace Tabletop.Scenarios;

/// <summary>Of the answers and findings of one thing, none stands behind another that fits whenever it does; and no word of a tool leads elsewhere.</summary>
sealed class AnswersAreGiven : ICheck
{
    public void Run(ScenarioDraft scenario, Draft all, Report report)
    {
        foreach (var action in scenario.Actions)
        {
            CheckAnswers(action, all.Names, report);
            CheckWords(action, report);
        }
    }

    static void CheckAnswers(Part<ActionSpec> action, Names names, Report report)
    {
        var findings = action.Spec.Findings;
        for (var index = 0; index < findings.Length; index++)
        {
            if (findings[index].If is { } condition && findings.Take(index).Any(earlier => Covers(earlier, findings[index])))
            {
                report.Add(DiagnosticCodes.HiddenAnswer, names.PlaceOf(condition) ?? action.Text.Place,
                    $"{action.Text.What} never says this: one that stands before it fits whenever it does",
                    "Put the narrower condition first, or take this one out.");
            }
        }
    }

    static bool Covers(FindingSpec earlier, FindingSpec later) =>
        (earlier.Target is null || earlier.Target == later.Target)
        && (earlier.If is null || Exclusion.IsIn(new Condition.All([later.If!, new Condition.Not(earlier.If)]), holds: true));

    static void CheckWords(Part<ActionSpec> tool, Report report)
    {
        var leads = new Dictionary<string, TopicSpec>(StringComparer.Ordinal);
        foreach (var (topic, word) in tool.Spec.Topics.SelectMany(topic => topic.Words.Select(word => (topic, word))))
        {
            if (!leads.TryAdd(word, topic) && leads[word] is var first)
            {
                report.Add(DiagnosticCodes.HiddenWord, PlaceOf(tool, topic.Id, word), $"the word '{MapReader.Short(word)}' of topic '{topic.Id}' leads to '{first.Id}', which has it too and stands above",
                    "Take it out of one of the two, or write a longer one: the longest word in what was typed wins.");
            }
        }
    }

    static Place PlaceOf(Part<ActionSpec> tool, string topic, string word) =>
        tool.Text.Find("topics") is MapNode topics && topics.Find(topic)?.Value is MapNode map && map.Find("words")?.Value is ListNode words
        && words.Items.OfType<ScalarNode>().LastOrDefault(item => string.Equals(item.Value, word, StringComparison.OrdinalIgnoreCase)) is { } found
            ? found.Place
            : tool.Text.Place;
}
