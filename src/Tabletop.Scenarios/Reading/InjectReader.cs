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
        Chance = part.OptionalPercent("chance"),
        Repeat = ReadRepeat(part),
        Withdrawal = ReadWithdrawal(part),
        Effects = part.Effects(),
        Question = QuestionReader.Read(part),
        Attachments = part.OptionalFiles("attachments"),
        Provenance = part.Provenance(),
        Source = part.Source,
    };

    static Trigger ReadTrigger(MapReader part)
    {
        // Asked for in any case, so that none of them counts as unknown.
        var at = part.OptionalTime("at");
        var condition = part.OptionalCondition("if");
        var when = part.OptionalCondition("when");
        var after = part.OptionalName(Kind.Inject, "after");
        var unless = part.OptionalCondition("unless");
        var delay = part.OptionalDuration("delay");
        var manual = part.Truth("manual", false);
        part.DescribeChoice(exactly: false, "at", "when", "after", "manual");
        part.DescribeNeed("if", "at");
        part.DescribeNeed("unless", "delay");

        var written = new[] { "at", "when", "after", "manual" }.Where(key => key == "manual" ? manual : part.Has(key)).ToList();
        if (written.Count != 1)
        {
            var place = written.Count == 0 ? part.Place : part.AtKey(written[1]);
            var said = written.Count == 0 ? "has no trigger" : $"has {written.Count} triggers: {string.Join(", ", written)}";
            part.Report(DiagnosticCodes.OneTrigger, place, $"{part.What} {said}",
                "Write exactly one: 'at' (a time), 'when' (a condition), 'after' (another inject) or 'manual: true'.");
        }
        else
        {
            NeedsTrigger(part, "if", "at", "It is looked at when that time comes; a condition that is waited for is written 'when'.");
            NeedsTrigger(part, "delay", part.Has("after") ? "after" : "when", "An inject with a time of its own comes at that time.");
            NeedsTrigger(part, "unless", "delay", "It is looked at when the delay is over; a condition that must hold at the beginning stands in 'when'.");
        }

        return written switch
        {
            ["at", ..] => new Trigger.AtTime(at ?? default, condition),
            ["when", ..] => new Trigger.When(when!, delay ?? TimeSpan.Zero) { Unless = unless },
            ["after", ..] => new Trigger.When(new Condition.Released(after ?? ""), delay ?? TimeSpan.Zero) { Unless = unless },
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

    static RepeatSpec? ReadRepeat(MapReader part)
    {
        if (part.OptionalMap("repeat", $"'repeat' of {part.What}") is not { } map)
        {
            return null;
        }

        var repeat = new RepeatSpec(map.Duration("every") ?? default, map.Whole("times", 2, RepeatSpec.MostTimes) ?? 2, map.OptionalCondition("while"));
        map.End();
        if (repeat.Every == TimeSpan.Zero && map.Has("every") && TimeText.TryDuration(map.Find("every") is ScalarNode node ? node.Value : "", out _))
        {
            part.Report(DiagnosticCodes.RepeatOfZero, map.At("every"), $"{part.What} would come again at the same moment", "Write how long after the time before: 2h.");
        }

        if (part.Has("question") && !part.Describes)
        {
            part.Report(DiagnosticCodes.AskedAgain, part.AtKey("repeat"), $"{part.What} asks a question each time it comes",
                "A question is answered once. Ask it in an inject of its own, and let this one remind of it while it is not answered.");
        }

        return repeat;
    }

    static WithdrawalSpec? ReadWithdrawal(MapReader part)
    {
        if (part.OptionalMap("withdraw", $"'withdraw' of {part.What}") is not { } map)
        {
            return null;
        }

        var withdrawal = new WithdrawalSpec(map.Condition("when"), map.ShortMarkdown("says"));
        map.End();
        return withdrawal;
    }
}
