using System.Collections.Immutable;
using Tabletop.Engine;

namespace Tabletop.Scenarios;

/// <summary>history.yaml and the files under playthroughs/.</summary>
static class PlaythroughReader
{
    public static PlaythroughDraft? Read(Reading reading, Node root)
    {
        if (ScenarioReader.RootOf(reading, root, "the playthrough") is not { } text)
        {
            return null;
        }

        ScenarioReader.FormatOf(text);
        var (id, title, summary) = (ScenarioReader.IdOf(text), text.Text("title"), text.OptionalText("summary"));
        var steps = Steps(text);
        var spec = new Playthrough
        {
            Id = id,
            Title = title,
            Summary = summary,
            Steps = [.. steps.Select(step => step.Spec)],
            Expectations = Expectations(text),
            Source = text.Source,
        };
        text.End();
        return new PlaythroughDraft(spec, text, steps);
    }

    static ImmutableArray<Part<PlaythroughStep>> Steps(MapReader text)
    {
        var steps = ImmutableArray.CreateBuilder<Part<PlaythroughStep>>();
        foreach (var node in text.List("steps"))
        {
            if (text.ToMap(node, "a step", $"step {steps.Count + 1}", node.Place) is not { } map)
            {
                continue;
            }

            steps.Add(new(Step(map), map));
            map.End();
        }

        return steps.ToImmutable();
    }

    static PlaythroughStep Step(MapReader map)
    {
        var action = map.OptionalName(Kind.Action, "do");
        var inject = map.OptionalName(Kind.Inject, "answer");
        var (at, done) = (map.OptionalTime("at"), map.OptionalTime("done"));
        CheckForm(map);
        return new PlaythroughStep
        {
            At = at ?? done ?? default,
            Done = at is null && done is not null,
            Action = action,
            Target = action is null ? map.OptionalName(Kind.None, "on") : map.OptionalName(Kind.Target, "on", action),
            Inject = inject,
            Reply = Reply(map, inject),
            Role = map.OptionalName(Kind.Role, "role"),
            Reason = map.OptionalText("reason"),
            Provenance = map.Provenance(),
            Source = map.Source,
        };
    }

    static string? Reply(MapReader map, string? inject)
    {
        if (inject is null)
        {
            // Asked for in any case, so that it does not count as unknown.
            map.Find("with");
            AnswerReader.Describe(map);
            return null;
        }

        map.Reading.Names.Add(new Use(Kind.Question, inject, map.At("answer")));
        return AnswerReader.Reply(map);
    }

    static void CheckForm(MapReader map)
    {
        map.DescribeChoice(exactly: true, "do", "answer");
        map.DescribeChoice(exactly: true, "at", "done");
        map.DescribeNeed("on", "do");
        map.DescribeNeed("done", "do");
        map.DescribeNeed("with", "answer");
        var (acts, answers) = (map.Has("do"), map.Has("answer"));
        if (acts == answers)
        {
            map.Report(DiagnosticCodes.DoOrAnswer, acts ? map.AtKey("answer") : map.Place, $"{map.What} {(acts ? "does two things" : "does nothing")}",
                "Write either 'do' with an action or 'answer' with an inject.");
        }
        else
        {
            Fits(map, "on", acts, "do");
            Fits(map, "done", acts, "do");
            Fits(map, "with", answers, "answer");
        }

        if (map.Has("at") == map.Has("done"))
        {
            map.Report(DiagnosticCodes.AtOrDone, map.Has("at") ? map.AtKey("done") : map.Place,
                $"{map.What} has {(map.Has("at") ? "two times" : "no time")}", "Write 'at' for when it is decided, or 'done' for when it is finished.");
        }
    }

    static void Fits(MapReader map, string key, bool fits, string other)
    {
        if (map.Has(key) && !fits)
        {
            map.Report(DiagnosticCodes.StrayStepKey, map.AtKey(key), $"{map.What} has '{key}' without '{other}'", $"'{key}' belongs to '{other}': take it out.");
        }
    }

    static ImmutableArray<Expectation> Expectations(MapReader text)
    {
        var expectations = ImmutableArray.CreateBuilder<Expectation>();
        foreach (var node in text.OptionalList("expect"))
        {
            if (text.ToMap(node, "an expectation", "this expectation", node.Place) is not { } map)
            {
                continue;
            }

            expectations.Add(new Expectation(map.OptionalTime("at"), map.Condition("that"), map.Source));
            map.End();
        }

        return expectations.ToImmutable();
    }
}
