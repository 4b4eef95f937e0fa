using System.Collections.Immutable;
using Tabletop.Engine;

namespace Tabletop.Scenarios;

/// <summary>What a team can ask. A tool becomes an action that may be taken again and again and whose findings are the answers.</summary>
static class ToolReader
{
    public const string Section = "tools";

    const string Group = "Tools";

    public static ActionSpec Read(MapReader part)
    {
        var search = part.Truth("search", false);
        var topics = part.Parts("topics", Kind.None, "topic", topic => Topic(part, topic, search));
        var (nothing, always) = Nothing(part, search);
        return new ActionSpec
        {
            Id = part.Id,
            Title = part.Text("title"),
            Summary = part.OptionalText("summary"),
            Group = part.OptionalText("group") is { Length: > 0 } group ? group : Group,
            Target = TargetKind.Topic,
            Takes = ActionReader.Takes(part, TargetKind.None),
            Effort = ActionReader.Effort(part, TargetKind.None),
            Roles = part.OptionalNames(Kind.Role, "roles"),
            Needs = part.OptionalCondition("needs"),
            NeedsSays = ActionReader.NeedsSays(part),
            Repeat = ActionRepeat.Always,
            Findings = [.. topics.SelectMany(topic => topic.Spec.Answers), .. nothing],
            Topics = new([.. topics.Select(topic => topic.Spec.Topic).DistinctBy(topic => topic.Id), .. always]),
            Search = search,
            Provenance = part.Provenance(),
            Source = part.Source,
        };
    }

    static (TopicSpec Topic, ImmutableArray<FindingSpec> Answers) Topic(MapReader tool, MapReader topic, bool search)
    {
        if (topic.Id == Tools.Nothing)
        {
            topic.Report(DiagnosticCodes.ReservedTopic, topic.Place, $"{tool.What} has a topic '{Tools.Nothing}', which every tool has",
                $"Write what is said when nothing fits under '{Tools.Nothing}' of the tool itself.");
        }

        var words = topic.OptionalTexts("words");
        if (search && words.IsEmpty && !topic.Describes)
        {
            topic.Report(DiagnosticCodes.TopicWithoutWords, topic.Place, $"no word leads to {topic.What} of {tool.What}, which is searched",
                "Add 'words' with what a team may type, or take 'search' out of the tool.");
        }

        return (
            new TopicSpec(topic.Id, topic.Text("title"), [.. words.Select(word => word.ToLowerInvariant())], topic.Effects()),
            Answers(topic));
    }

    static ImmutableArray<FindingSpec> Answers(MapReader topic)
    {
        topic.DescribeChoice(exactly: true, "says", "answers");
        var (plain, items) = (topic.OptionalShortMarkdown("says"), topic.OptionalList("answers"));
        if (plain.Length > 0 && !items.IsEmpty)
        {
            topic.Report(DiagnosticCodes.TextTwice, topic.AtKey("answers"), $"{topic.What} has both 'says' and 'answers'", "Keep one of the two.");
        }
        else if (items.IsEmpty)
        {
            return [new(null, topic.Id, topic.ShortMarkdown("says"))];
        }

        var answers = ImmutableArray.CreateBuilder<FindingSpec>();
        for (var index = 0; index < items.Length; index++)
        {
            if (topic.ToMap(items[index], $"an answer of {topic.What}", $"an answer of {topic.What}", items[index].Place) is not { } map)
            {
                continue;
            }

            var condition = map.OptionalCondition("if");
            Order(topic, map, condition is null, index == items.Length - 1);
            answers.Add(new(condition, topic.Id, map.ShortMarkdown("text")));
            map.End();
        }

        return answers.ToImmutable();
    }

    static void Order(MapReader topic, MapReader answer, bool always, bool last)
    {
        if (last && !always && !topic.Describes)
        {
            topic.Report(DiagnosticCodes.NoLastAnswer, answer.AtKey("if"), $"{topic.What} has no answer when this does not hold",
                "Add a last answer without 'if'.");
        }
        else if (always && !last && !topic.Describes)
        {
            topic.Report(DiagnosticCodes.EarlyAnswer, answer.Place, $"this answer of {topic.What} always fits, so those after it are never given",
                "Give it an 'if', or move it to the end.");
        }
    }

    /// <summary>What is said when nothing fits. Only a search can miss.</summary>
    static (ImmutableArray<FindingSpec> Answers, ImmutableArray<TopicSpec> Topics) Nothing(MapReader part, bool search)
    {
        part.DescribeNeed(Tools.Nothing, "search");
        if (search)
        {
            return ([new(null, Tools.Nothing, part.ShortMarkdown(Tools.Nothing))], [new(Tools.Nothing, "nothing found", [], [])]);
        }

        if (part.OptionalShortMarkdown(Tools.Nothing).Length > 0 && !part.Describes)
        {
            part.Report(DiagnosticCodes.NeverMisses, part.AtKey(Tools.Nothing), $"{part.What} says what it answers when nothing fits, but its topics are chosen from a list",
                $"Add 'search: true', or take '{Tools.Nothing}' out.");
        }

        return ([], []);
    }
}
