using System.Collections.Immutable;
using Tabletop.Engine;

namespace Tabletop.Scenarios;

static class AdversaryReader
{
    public static AdversaryDraft Read(MapReader scenario)
    {
        if (scenario.Map("adversary", "the adversary") is not { } text)
        {
            scenario.Reading.Names.Doubt(Kind.State, Kind.Mark, Kind.Flag, Kind.Counter);
            return AdversaryDraft.None;
        }

        var steps = ImmutableArray.CreateBuilder<(string, Part<AdversaryStep>)>();
        var draft = new AdversaryDraft(
            text.Name(Kind.State, "initial"),
            text.Parts("states", Kind.State, "state", part => State(part, steps)),
            []);
        text.End();
        return draft with { Steps = steps.ToImmutable() };
    }

    static AdversaryState State(MapReader part, ImmutableArray<(string, Part<AdversaryStep>)>.Builder all)
    {
        var title = part.Text("title");
        var summary = part.OptionalText("summary");
        var steps = part.OptionalParts("steps", Kind.None, "step", Step);
        all.AddRange(steps.Select(step => (part.Id, step)));
        return new AdversaryState
        {
            Id = part.Id,
            Title = title,
            Summary = summary,
            Steps = [.. steps.Select(step => step.Spec)],
            Source = part.Source,
        };
    }

    static AdversaryStep Step(MapReader part) => new()
    {
        Id = part.Id,
        Title = part.Text("title"),
        At = part.OptionalTime("at"),
        After = part.OptionalDuration("after") ?? TimeSpan.Zero,
        Needs = part.OptionalCondition("needs"),
        Chance = part.OptionalPercent("chance"),
        To = part.Name(Kind.State, "to"),
        Effects = part.Effects(),
        Refused = Refused(part),
        Techniques = part.OptionalNames(Kind.None, "techniques"),
        Provenance = part.Provenance(),
        Source = part.Source,
    };

    static RefusedSpec Refused(MapReader step)
    {
        if (step.OptionalMap("refused", $"'refused' of {step.What}") is not { } map)
        {
            return RefusedSpec.GiveUp;
        }

        var refused = new RefusedSpec(map.OptionalName(Kind.State, "to"), map.OptionalDuration("retry"), map.Effects());
        if (refused.Retry == TimeSpan.Zero)
        {
            map.Report(DiagnosticCodes.RetryOfZero, map.At("retry"), $"{step.What} would be tried again without end at the same moment",
                "Write how long the attacker waits, for instance 12h, or take 'retry' out: then it gives this step up.");
        }

        map.End();
        return refused;
    }
}
