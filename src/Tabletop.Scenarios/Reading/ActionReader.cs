using System.Collections.Immutable;
using Tabletop.Engine;

namespace Tabletop.Scenarios;

static class ActionReader
{
    public static ActionSpec Read(MapReader part)
    {
        var target = part.OptionalWord("target", TargetKind.None);
        part.Target = target;
        return new ActionSpec
        {
            Id = part.Id,
            Title = part.Text("title"),
            Summary = part.OptionalText("summary"),
            Group = part.OptionalText("group"),
            Target = target,
            Targets = Targets(part, target),
            Takes = Takes(part, target),
            Effort = Effort(part, target),
            Outage = Outage(part, target),
            Warning = part.OptionalText("warning"),
            Roles = part.OptionalNames(Kind.Role, "roles"),
            Needs = part.OptionalCondition("needs"),
            NeedsSays = NeedsSays(part),
            Repeat = part.OptionalWord("repeat", ActionRepeat.OncePerTarget),
            Effects = part.Effects(),
            Findings = Findings(part, target),
            Provenance = part.Provenance(),
            Source = part.Source,
        };
    }

    static ImmutableArray<string> Targets(MapReader part, TargetKind target)
    {
        if (target != TargetKind.None || part.Describes)
        {
            return part.OptionalNames(Words.KindOf(target), "targets");
        }

        if (part.Has("targets"))
        {
            part.Report(DiagnosticCodes.NoSuchTarget, part.AtKey("targets"), $"{part.What} has 'targets' but no 'target'",
                "Say what they are: 'target: credential', 'system' or 'foothold'.");
        }

        return [];
    }

    internal static Price<TimeSpan> Takes(MapReader part, TargetKind target)
    {
        if (part.Need("takes") is not { } node)
        {
            return default;
        }

        return IsPrice(part, node, "takes", CredentialPrice.Rotation, target)
            ? new(default, CredentialPrice.Rotation)
            : new(part.ToDuration(node, "takes") ?? default);
    }

    internal static Price<decimal> Effort(MapReader part, TargetKind target)
    {
        if (part.Need("effort") is not { } node)
        {
            return default;
        }

        return IsPrice(part, node, "effort", CredentialPrice.Rotation, target)
            ? new(default, CredentialPrice.Rotation)
            : new(part.ToNumber(node, "effort", 0, MapReader.LargestNumber) ?? 0);
    }

    static Price<decimal> Outage(MapReader part, TargetKind target)
    {
        if (part.Find("outage") is not { } node)
        {
            return default;
        }

        if (node is MapNode or AnyNode)
        {
            var share = Share(part, node, target);
            if (!part.Describes)
            {
                return share;
            }
        }

        foreach (var price in new[] { CredentialPrice.Rotation, CredentialPrice.Cut })
        {
            if (IsPrice(part, node, "outage", price, target))
            {
                return new(default, price);
            }
        }

        return new(part.ToNumber(node, "outage", 0, MapReader.LargestNumber) ?? 0);
    }

    static Price<decimal> Share(MapReader part, Node node, TargetKind target)
    {
        var map = part.ToMap(node, "", $"'outage' of {part.What}", node.Place)!;
        var share = map.Number("cut", 0, 1);
        map.End();
        CheckTarget(part, node, "outage", target);
        return new(default, CredentialPrice.Cut, share);
    }

    /// <summary>Whether a price is written as a word that stands for the credential's own.</summary>
    static bool IsPrice(MapReader part, Node node, string key, CredentialPrice price, TargetKind target)
    {
        (node as AnyNode)?.Shape.Words([Words<CredentialPrice>.Of(price)]);
        if (node is not ScalarNode scalar || scalar.Value != Words<CredentialPrice>.Of(price))
        {
            return false;
        }

        CheckTarget(part, node, key, target);
        return true;
    }

    static void CheckTarget(MapReader part, Node node, string key, TargetKind target)
    {
        if (target != TargetKind.Credential)
        {
            part.Report(DiagnosticCodes.NoCredentialPrice, node.Place, $"'{key}' of {part.What} is that of a credential, but no credential is its target",
                "Add 'target: credential', or write the price itself.");
        }
    }

    internal static string NeedsSays(MapReader part)
    {
        var says = part.OptionalText("needs-says");
        part.DescribeNeed("needs", "needs-says");
        part.DescribeNeed("needs-says", "needs");
        if (part.Has("needs") && !part.Has("needs-says"))
        {
            part.Report(DiagnosticCodes.NeedsWithoutSays, part.AtKey("needs"), $"{part.What} needs something and does not tell the team what",
                "Add 'needs-says' with what is missing, in words for the team.");
        }
        else if (part.Has("needs-says") && !part.Has("needs"))
        {
            part.Report(DiagnosticCodes.SaysWithoutNeeds, part.AtKey("needs-says"), $"{part.What} says what is missing but needs nothing",
                "Add the condition 'needs', or take 'needs-says' out.");
        }

        return says;
    }

    static ImmutableArray<FindingSpec> Findings(MapReader part, TargetKind target)
    {
        var findings = ImmutableArray.CreateBuilder<FindingSpec>();
        foreach (var node in part.OptionalList("findings"))
        {
            if (part.ToMap(node, $"a finding of {part.What}", $"a finding of {part.What}", node.Place) is not { } map)
            {
                continue;
            }

            findings.Add(new FindingSpec(map.OptionalCondition("if"), FindingTarget(part, map, target), map.ShortMarkdown("text")));
            map.End();
        }

        return findings.ToImmutable();
    }

    static string? FindingTarget(MapReader part, MapReader finding, TargetKind target)
    {
        if (target != TargetKind.None || part.Describes || finding.Find("target") is not { } node)
        {
            return finding.OptionalName(Kind.Target, "target", part.Id);
        }

        part.Report(DiagnosticCodes.NoSuchTarget, node.Place, $"{part.What} has no target, so its findings cannot depend on one",
            "Take 'target' out of the finding, or give the action a 'target'.");
        return null;
    }
}
