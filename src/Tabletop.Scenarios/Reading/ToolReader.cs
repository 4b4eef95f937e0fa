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
        part.DescribeChoice(exactly: true, "topics", "about");
        var about = part.OptionalWord("about", TargetKind.None);
        return !part.Has("about") ? WithTopics(part) : WithSubjects(part, about);
    }

    /// <summary>One that is asked about what is there: each credential, system or foothold is a subject.</summary>
    static ActionSpec WithSubjects(MapReader part, TargetKind about)
    {
        if (part.Describes)
        {
            WithTopics(part);
        }
        else if (new[] { "topics", "search" }.FirstOrDefault(part.Has) is { } key)
        {
            part.Report(DiagnosticCodes.TopicsAndSubjects, part.AtKey(key), $"{part.What} has 'about' and '{key}' too",
                "Keep 'about' with 'answers', or 'topics', or make two tools of it.");

            // Read all the same, so that nothing of it counts as unknown.
            part.Find("topics");
            part.Find("search");
            part.Find(Tools.Nothing);
        }

        part.Target = about;
        return Tool(part) with
        {
            Target = about,
            Targets = part.OptionalNames(Words.KindOf(about), "targets"),
            Effects = part.Effects(),
            Findings = Answers(part, null),
        };
    }

    static ActionSpec WithTopics(MapReader part)
    {
        var search = part.Truth("search", false);
        var topics = part.Parts("topics", Kind.None, "topic", topic => Topic(part, topic, search));
        var (nothing, always) = Nothing(part, search);
        return Tool(part) with
        {
            Target = TargetKind.Topic,
            Findings = [.. topics.SelectMany(topic => topic.Spec.Answers), .. nothing],
            Topics = new([.. topics.Select(topic => topic.Spec.Topic).DistinctBy(topic => topic.Id), .. always]),
            Search = search,
        };
    }

    static ActionSpec Tool(MapReader part) => new()
    {
        Id = part.Id,
        Title = part.Text("title"),
        Summary = part.OptionalText("summary"),
        Group = part.OptionalText("group") is { Length: > 0 } group ? group : Group,
        IsTool = true,
        Takes = ActionReader.Takes(part, TargetKind.None),
        Effort = ActionReader.Effort(part, TargetKind.None),
        Roles = part.OptionalNames(Kind.Role, "roles"),
        Needs = part.OptionalCondition("needs"),
        NeedsSays = ActionReader.NeedsSays(part),
        Repeat = ActionRepeat.Always,
        Provenance = part.Provenance(),
        Source = part.Source,
    };

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
            Answers(topic, topic.Id));
    }

    /// <param name="about">The topic; null: each answer may say itself what it is about.</param>
    static ImmutableArray<FindingSpec> Answers(MapReader topic, string? about)
    {
        if (about is null)
        {
            topic.DescribeNeed("says", "about");
            topic.DescribeNeed("answers", "about");
        }
        else
        {
            topic.DescribeChoice(exactly: true, "says", "answers");
        }

        var (plain, items) = (topic.OptionalShortMarkdown("says"), topic.OptionalList("answers"));
        if (plain.Length > 0 && !items.IsEmpty)
        {
            topic.Report(DiagnosticCodes.TextTwice, topic.AtKey("answers"), $"{topic.What} has both 'says' and 'answers'", "Keep one of the two.");
        }
        else if (items.IsEmpty)
        {
            return [new(null, about, topic.ShortMarkdown("says"))];
        }

        var answers = ImmutableArray.CreateBuilder<FindingSpec>();
        for (var index = 0; index < items.Length; index++)
        {
            if (topic.ToMap(items[index], $"an answer of {topic.What}", $"an answer of {topic.What}", items[index].Place) is not { } map)
            {
                continue;
            }

            var condition = map.OptionalCondition("if");
            var subject = about ?? map.OptionalName(Kind.Target, "target", topic.Id);
            Order(topic, map, condition is null && subject == about, index == items.Length - 1);
            answers.Add(new(condition, subject, map.ShortMarkdown("text")));
            map.End();
        }

        return answers.ToImmutable();
    }

    static void Order(MapReader topic, MapReader answer, bool always, bool last)
    {
        if (last && !always && !topic.Describes)
        {
            topic.Report(DiagnosticCodes.NoLastAnswer, answer.AtKey(answer.Has("if") ? "if" : "target"), $"{topic.What} has no answer when this does not hold",
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
