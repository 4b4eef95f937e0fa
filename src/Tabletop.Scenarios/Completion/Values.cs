using System.Collections.Immutable;
using Tabletop.Engine;

namespace Tabletop.Scenarios;

/// <summary>Values for a place: words of the language, and names that the scenario has.</summary>
sealed class Values(Spot spot, Definitions names, ImmutableArray<SourceText> sources, string path)
{
    public IEnumerable<Completion> Of(Shape shape)
    {
        var help = shape.Help ?? "";
        foreach (var word in shape.AllWords)
        {
            yield return new Completion(CompletionKind.Word, word, word, 0, "", help);
        }

        foreach (var word in shape.IsTruth && !shape.IsProse && shape.Names.Count == 0 ? ["true", "false"] : Array.Empty<string>())
        {
            yield return new Completion(CompletionKind.Word, word, word, 0, "", help);
        }

        if (shape.TakesTarget && TargetHere() is { } target && (shape.Names.Contains(target) || shape.Names.Contains(Kind.Target)))
        {
            yield return new Completion(CompletionKind.Word, Ids.Target, Ids.Target, 0, Words<Kind>.Of(target), "What the action is aimed at.");
        }

        foreach (var name in Referred(spot.Owner, shape, names).DistinctBy(name => name.Id))
        {
            yield return new Completion(CompletionKind.Name, name.Id, name.Id, 0, Word(name), name.Title);
        }

        foreach (var (example, said) in Examples(shape))
        {
            yield return new Completion(CompletionKind.Example, example, example, 0, said, help);
        }

        foreach (var file in Files(shape))
        {
            yield return new Completion(CompletionKind.File, file, file, 0, "file", help);
        }
    }

    /// <summary>The names that a text at this place can be.</summary>
    /// <param name="limb">The place's own limb or that which it belongs to: for what stands beside and around it.</param>
    public static IEnumerable<Definition> Referred(Limb limb, Shape shape, Definitions names) => shape.Path switch
    {
        "condition.with" or "condition.includes" or "condition.ranked" or "condition.as" => Answers(limb, names),
        "condition.above" => [.. Answers(limb, names), .. names.Of(Kind.Credential)],
        "condition.planned" => names.Of(Kind.Credential),
        "condition.answered" or "playthrough.steps.answer" => names.Of(Kind.Inject).Where(inject => inject.Limb.Find("question") is not null),
        "playthrough.steps.with" => Answers(limb, names),
        "playthrough.steps.on" => Targets(limb, names),
        _ => shape.Names.Order().SelectMany(kind => kind == Kind.Target ? Targets(limb, names) : names.Of(kind)),
    };

    static IEnumerable<Definition> Answers(Limb limb, Definitions names) =>
        Beside(limb, "answered", "answer") is { } inject ? names.AnswersTo(inject) : [];

    static IEnumerable<Definition> Targets(Limb limb, Definitions names)
    {
        var named = Beside(limb, "did", "started", "do");
        var action = named is not null ? names.Find(Kind.Action, named)
            : Around(limb) is { } around ? names.Of(Kind.Action).FirstOrDefault(each => each.Limb.Line == around.Line && each.Limb.Key == around.Key)
            : null;
        return action is null ? [] : names.TargetsOf(action);
    }

    /// <summary>The text of the first of these keys in the mapping that this belongs to; an item of a list is two steps below it.</summary>
    static string? Beside(Limb limb, params ReadOnlySpan<string> keys)
    {
        var map = limb.Parent;
        for (var steps = 0; steps < 3 && map is not null; steps++, map = map.Parent)
        {
            foreach (var key in keys)
            {
                if (map.TextOf(key) is { } text)
                {
                    return text;
                }
            }
        }

        return null;
    }

    /// <summary>The action or tool that this is a part of.</summary>
    static Limb? Around(Limb limb)
    {
        for (var each = limb; each.Parent is not null; each = each.Parent)
        {
            if (each.Parent is { Parent.Parent: null, Key: "actions" or "tools" })
            {
                return each;
            }
        }

        return null;
    }

    Kind? TargetHere()
    {
        for (var each = spot.Owner; each.Parent is not null; each = each.Parent)
        {
            if (each.Parent.Key == "treatments")
            {
                return Kind.Credential;
            }
        }

        return Around(spot.Owner) is { } action && Words<TargetKind>.TryParse(action.TextOf("target") ?? action.TextOf("about") ?? "", out var target)
            && Words.KindOf(target) is not Kind.None and var kind
            ? kind
            : null;
    }

    static string Word(Definition name) => name.Kind != Kind.None ? Words<Kind>.Of(name.Kind) : name.Path switch
    {
        Definitions.RangesPath => "range",
        Definitions.TreatmentsPath => "treatment",
        Definitions.TopicsPath => "topic",
        _ => "option",
    };

    IEnumerable<(string Example, string Said)> Examples(Shape shape)
    {
        if (shape.IsTime)
        {
            foreach (var phase in names.Of(Kind.Phase))
            {
                if (phase.Limb.TextOf("start") is { } start)
                {
                    yield return (start, $"start of {phase.Id}");
                }

                if (phase.Limb.TextOf("end") is { } end)
                {
                    yield return (end, $"end of {phase.Id}");
                }
            }

            yield return (TimeText.TimeForm, "how a time looks");
        }

        if (shape.IsDuration)
        {
            yield return ("15m", "15 minutes");
            yield return ("1h30m", "an hour and a half");
            yield return ("2d", "two days");
        }
    }

    IEnumerable<string> Files(Shape shape) =>
        shape.Path == $"scenario.{Includes.Key}" ? FilesWith(".yaml")
        : shape.Path.EndsWith(Attached.Suffix, StringComparison.Ordinal) ? FilesWith(".md")
        : shape.Path.EndsWith(".attachments", StringComparison.Ordinal) ? Attachment.Endings.SelectMany(FilesWith)
        : [];

    IEnumerable<string> FilesWith(string ending) =>
        sources.Select(source => source.Path).Where(file => file != path && SourcePaths.MayBeAttached(file, ending)).Order(StringComparer.Ordinal);
}
