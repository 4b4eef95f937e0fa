using Tabletop.Engine;

namespace Tabletop.Scenarios;

static class InjectReader
{
    public static InjectSpec Read(MapReader part) => new()
    {
        Id = part.Id,
        Channel = part.Word<Channel>("channel"),
        Title = part.Text("title"),
        From = part.Text("from"),
        To = part.OptionalNames(Kind.Role, "to"),
        Body = part.Markdown("body"),
        Trigger = ReadTrigger(part),
        Expects = part.OptionalTexts("expects"),
        Objectives = part.OptionalNames(Kind.Objective, "objectives"),
        Effects = part.Effects(),
        Question = ReadQuestion(part),
        Provenance = part.Provenance(),
        Source = part.Source,
    };

    static Trigger ReadTrigger(MapReader part)
    {
        // Asked for in any case, so that none of them counts as unknown.
        var at = part.OptionalTime("at");
        var condition = part.OptionalCondition("if");
        var when = part.OptionalCondition("when");
        var delay = part.OptionalDuration("delay");
        var manual = part.Truth("manual", false);
        part.DescribeChoice(exactly: false, "at", "when", "manual");
        part.DescribeNeed("if", "at");
        part.DescribeNeed("delay", "when");

        var written = new[] { "at", "when", "manual" }.Where(key => key == "manual" ? manual : part.Has(key)).ToList();
        if (written.Count != 1)
        {
            var place = written.Count == 0 ? part.Place : part.AtKey(written[1]);
            var said = written.Count == 0 ? "has no trigger" : $"has {written.Count} triggers: {string.Join(", ", written)}";
            part.Report(DiagnosticCodes.OneTrigger, place, $"{part.What} {said}",
                "Write exactly one: 'at' (a time), 'when' (a condition) or 'manual: true'.");
        }
        else
        {
            NeedsTrigger(part, "if", "at", "It is looked at when that time comes; a condition that is waited for is written 'when'.");
            NeedsTrigger(part, "delay", "when", "An inject with a time of its own comes at that time.");
        }

        return written switch
        {
            ["at", ..] => new Trigger.AtTime(at ?? default, condition),
            ["when", ..] => new Trigger.When(when!, delay ?? TimeSpan.Zero),
            _ => new Trigger.Manual(),
        };
    }

    static void NeedsTrigger(MapReader part, string key, string trigger, string why)
    {
        if (part.Has(key) && !part.Has(trigger))
        {
            part.Report(DiagnosticCodes.StrayTriggerKey, part.AtKey(key), $"{part.What} has '{key}' without '{trigger}'",
                $"'{key}' belongs to '{trigger}'. {why}");
        }
    }

    static Question? ReadQuestion(MapReader part)
    {
        if (part.OptionalMap("question", $"the question of {part.What}") is not { } map)
        {
            return null;
        }

        part.Reading.Names.Define(Kind.Question, part.Id);
        var prompt = map.Text("prompt");
        var options = map.Parts("options", Kind.None, "option",
            option => new OptionSpec(option.Id, option.Text("text"), option.OptionalShortMarkdown("says"), option.Effects()));
        map.End();
        if (options.Length == 1)
        {
            map.Report(DiagnosticCodes.FewOptions, map.AtKey("options"), $"{map.What} has one option",
                "A question needs at least two; with nothing to choose, leave the question out.");
        }

        return new Question(prompt, new Catalog<OptionSpec>(options.Select(option => option.Spec)));
    }
}
