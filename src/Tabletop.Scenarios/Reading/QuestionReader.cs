using System.Collections.Immutable;
using Tabletop.Engine;

namespace Tabletop.Scenarios;

/// <summary>What an inject asks, by the kind of the question.</summary>
static class QuestionReader
{
    /// <summary>The keys that not every kind has, with those that have them.</summary>
    static readonly ImmutableArray<(string Key, ImmutableArray<QuestionKind> Kinds)> Special =
    [
        ("options", [QuestionKind.Single, QuestionKind.Multiple, QuestionKind.Ranking]),
        ("least", [QuestionKind.Multiple, QuestionKind.Plan]),
        ("most", [QuestionKind.Multiple, QuestionKind.Plan]),
        ("unit", [QuestionKind.Number]),
        ("min", [QuestionKind.Number]),
        ("max", [QuestionKind.Number]),
        ("decimals", [QuestionKind.Number]),
        ("ranges", [QuestionKind.Number]),
        ("tag", [QuestionKind.Plan]),
        ("credentials", [QuestionKind.Plan]),
        ("treatments", [QuestionKind.Plan]),
    ];

    /// <summary>Null without a question, or when nobody can tell its kind.</summary>
    public static Question? Read(MapReader part)
    {
        if (part.OptionalMap("question", $"the question of {part.What}") is not { } map)
        {
            return null;
        }

        part.Reading.Names.Define(Kind.Question, part.Id);
        var kind = map.OptionalWord("kind", QuestionKind.Single);
        var isKnown = map.Find("kind") is not ScalarNode word || Words<QuestionKind>.TryParse(word.Value, out _);
        var prompt = map.Text("prompt");
        ImmutableArray<OptionSpec> options = [.. Options(map, isKnown && Fits("options", kind))];
        var number = Number(map, isKnown && kind == QuestionKind.Number);
        var plan = Plan(map, isKnown && kind == QuestionKind.Plan);
        var (least, most) = (map.NullableWhole("least", 1), map.NullableWhole("most", 1));
        var counts = map.OptionalWord("counts", AnswerCounts.First);
        var owner = map.OptionalName(Kind.Role, "owner");
        map.DescribeNeed("owner", "counts");
        var deadline = DeadlineReader.Read(map, kind, [.. options.Select(option => option.Id)], isKnown);
        map.End();
        if (!isKnown)
        {
            return null;
        }

        RefuseStrays(map, kind);
        CheckCounts(map, kind, counts);
        return new Question(prompt, new(kind == QuestionKind.Plan ? plan.Treatments : options))
        {
            Kind = kind,
            Least = least ?? 1,
            Most = most,
            Number = kind == QuestionKind.Number ? number : null,
            Tag = plan.Tag,
            Credentials = plan.Credentials,
            Counts = counts,
            Owner = counts == AnswerCounts.Owner ? owner : null,
            Deadline = deadline,
        };
    }

    static void CheckCounts(MapReader map, QuestionKind kind, AnswerCounts counts)
    {
        if (counts == AnswerCounts.Owner)
        {
            map.Need("owner");
        }
        else if (map.Has("owner") && !map.Describes)
        {
            map.Report(DiagnosticCodes.IdleOwner, map.AtKey("owner"), $"{map.What} names an owner whose answer does not count by itself", "Write 'counts: owner', or take 'owner' out.");
        }

        if (counts == AnswerCounts.Vote && kind == QuestionKind.Text)
        {
            map.Report(DiagnosticCodes.VoteOnWords, map.At("counts"), $"{map.What} lets a vote count over words of one's own", "No two people write the same: write 'counts: first' or 'counts: owner', or offer options.");
        }
    }

    /// <summary>Which kind a key is for, in words; null when every kind has it or it is of this kind.</summary>
    static void RefuseStrays(MapReader map, QuestionKind kind)
    {
        foreach (var (key, kinds) in Special.Where(special => map.Has(special.Key) && !special.Kinds.Contains(kind)))
        {
            var words = string.Join(" or ", kinds.Select(Words<QuestionKind>.Of));
            map.Report(DiagnosticCodes.StrayQuestionKey, map.AtKey(key), $"'{key}' of {map.What} is for the kind {words}, and this one is of the kind {Words<QuestionKind>.Of(kind)}",
                $"Write 'kind: {Words<QuestionKind>.Of(kinds[0])}' if that is meant, or take '{key}' out.");
        }
    }

    static bool Fits(string key, QuestionKind kind) => Special.First(special => special.Key == key).Kinds.Contains(kind);

    static IEnumerable<OptionSpec> Options(MapReader map, bool asked)
    {
        var options = asked ? map.Parts("options", Kind.None, "option", Option) : map.OptionalParts("options", Kind.None, "option", Option);
        if (asked && options.Length == 1)
        {
            map.Report(DiagnosticCodes.FewOptions, map.AtKey("options"), $"{map.What} has one option",
                "A question needs at least two; with nothing to choose, leave the question out.");
        }

        return options.Select(option => option.Spec);
    }

    static OptionSpec Option(MapReader option) => new(option.Id, option.Text("text"), option.OptionalShortMarkdown("says"), option.Effects());

    static (string? Tag, ImmutableArray<string> Credentials, IEnumerable<OptionSpec> Treatments) Plan(MapReader map, bool asked)
    {
        var tag = map.OptionalName(Kind.Tag, "tag");
        var credentials = map.OptionalNames(Kind.Credential, "credentials");
        var treatments = asked ? map.Parts("treatments", Kind.None, "treatment", Treatment) : map.OptionalParts("treatments", Kind.None, "treatment", Treatment);
        if (asked && map.Has("tag") == map.Has("credentials"))
        {
            map.Report(DiagnosticCodes.OnePlanSource, map.Has("tag") ? map.AtKey("credentials") : map.Place,
                $"{map.What} {(map.Has("tag") ? "says twice" : "does not say")} which credentials can stand in the plan",
                "Write either 'tag' with the tag that they have, or 'credentials' with their ids.");
        }

        return (tag, credentials, treatments.Select(treatment => treatment.Spec));
    }

    /// <summary>What is done to one credential, which its effects call the target.</summary>
    static OptionSpec Treatment(MapReader treatment)
    {
        treatment.Target = TargetKind.Credential;
        return Option(treatment);
    }

    static NumberSpec Number(MapReader map, bool asked)
    {
        var readable = true;
        var unit = map.OptionalText("unit");
        var decimals = map.NullableWhole("decimals", 0, NumberSpec.MostDecimals) ?? 0;
        var (min, max) = (Bound(map, "min", asked), Bound(map, "max", asked));
        var ranges = map.OptionalParts("ranges", Kind.None, "range", range =>
        {
            var (from, to) = (Bound(range, "from", true), Bound(range, "to", true));
            readable &= from is not null && to is not null;
            return new RangeSpec(range.Id, from ?? 0, to ?? 0, range.OptionalShortMarkdown("says"), range.Effects());
        });
        var spec = new NumberSpec(unit, min ?? 0, max ?? 0, decimals, new(ranges.Select(range => range.Spec)));
        if (asked && readable && min is not null && max is not null)
        {
            CheckNumber(map, spec, ranges);
        }

        return spec;
    }

    static decimal? Bound(MapReader map, string key, bool asked)
    {
        if (asked)
        {
            map.Need(key);
        }

        return map.NullableNumber(key, -MapReader.LargestNumber);
    }

    static void CheckNumber(MapReader map, NumberSpec number, ImmutableArray<Part<RangeSpec>> ranges)
    {
        if (number.Max <= number.Min)
        {
            map.Report(DiagnosticCodes.MaxNotAboveMin, map.At("max"), $"'max' of {map.What} is not above 'min'", "Between the two there must be something to choose.");
            return;
        }

        foreach (var range in ranges)
        {
            var key = range.Spec.From < number.Min || Finer(range.Spec.From) ? "from" : range.Spec.To < range.Spec.From || range.Spec.To > number.Max || Finer(range.Spec.To) ? "to" : null;
            if (key is not null)
            {
                map.Report(DiagnosticCodes.BadRange, range.At(key), $"'{key}' of {range.Text.What} is a number that nobody can give",
                    FormattableString.Invariant($"A range goes up, between {number.Min} and {number.Max}, in steps of {number.Step}."));
                return;
            }
        }

        CheckWhole(map, number, [.. ranges.OrderBy(range => range.Spec.From)]);

        bool Finer(decimal bound) => decimal.Round(bound, number.Decimals) != bound;
    }

    static void CheckWhole(MapReader map, NumberSpec number, ImmutableArray<Part<RangeSpec>> ranges)
    {
        for (var index = 1; index < ranges.Length; index++)
        {
            var (before, range) = (ranges[index - 1].Spec, ranges[index]);
            if (range.Spec.From <= before.To)
            {
                map.Report(DiagnosticCodes.RangesOverlap, range.At("from"), $"{range.Text.What} begins where '{before.Id}' has not ended",
                    FormattableString.Invariant($"Both ends belong to a range: let it begin at {before.To + number.Step}."));
                return;
            }
        }

        for (var index = 0; index <= ranges.Length && !ranges.IsEmpty; index++)
        {
            var from = index == 0 ? number.Min : ranges[index - 1].Spec.To + number.Step;
            var to = index == ranges.Length ? number.Max : ranges[index].Spec.From - number.Step;
            if (from <= to)
            {
                map.Report(DiagnosticCodes.RangeGap, index == ranges.Length ? ranges[^1].At("to") : ranges[index].At("from"),
                    FormattableString.Invariant($"no range of {map.What} holds {from}{(from == to ? "" : $" to {to}")}"), "Let the ranges follow each other from 'min' to 'max'.");
                return;
            }
        }
    }
}
