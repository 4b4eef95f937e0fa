using System.Collections.Immutable;
using Tabletop.Engine;

namespace Tabletop.Scenarios;

/// <summary>What the organisation has: systems and credentials, and what the attacker may leave in it.</summary>
static class OrganisationReader
{
    public static SystemSpec System(MapReader part) => new()
    {
        Id = part.Id,
        Title = part.Text("title"),
        Summary = part.OptionalText("summary"),
        Reaches = part.OptionalNames(Kind.System, "reaches"),
        Targetable = part.Truth("targetable", true),
        Provenance = part.Provenance(),
        Source = part.Source,
    };

    public static CredentialSpec Credential(MapReader part) => new()
    {
        Id = part.Id,
        Title = part.Text("title"),
        Kind = part.Text("kind"),
        Owner = part.NullableText("owner"),
        LastUse = part.NullableText("last-use"),
        Note = part.OptionalText("note"),
        Opens = part.OptionalNames(Kind.System, "opens"),
        Tags = Tags(part),
        Live = part.Truth("live", true),
        Rotation = Rotation(part),
        CutOutage = part.OptionalNumber("cut-outage", 0),
        Breaks = part.OptionalText("breaks"),
        Finding = part.OptionalShortMarkdown("finding"),
        Provenance = part.Provenance(),
        Source = part.Source,
    };

    public static FootholdSpec Foothold(MapReader part) => new()
    {
        Id = part.Id,
        Title = part.Text("title"),
        Summary = part.OptionalText("summary"),
        System = part.Name(Kind.System, "system"),
        Holds = part.OptionalCondition("holds"),
        Provenance = part.Provenance(),
        Source = part.Source,
    };

    static ImmutableArray<string> Tags(MapReader part)
    {
        var tags = part.OptionalNames(Kind.None, "tags");
        part.DescribeNames("tags", Kind.Tag, asList: true);
        foreach (var tag in tags)
        {
            if (!Ids.IsId(tag))
            {
                part.Report(DiagnosticCodes.BadId, part.At("tags"), $"'{MapReader.Short(tag)}' cannot be a tag", Ids.Mend);
            }

            part.Reading.Names.Define(Kind.Tag, tag);
        }

        return tags;
    }

    static CredentialCost Rotation(MapReader part)
    {
        if (part.Map("rotation", $"'rotation' of {part.What}") is not { } map)
        {
            return default;
        }

        var cost = new CredentialCost(map.Duration("takes") ?? default, map.Number("effort"), map.OptionalNumber("outage", 0));
        map.End();
        return cost;
    }

    /// <summary>Where a part comes from: <c>facts</c>, <c>invented</c>, or both.</summary>
    public static Provenance Provenance(this MapReader part)
    {
        var facts = part.OptionalNames(Kind.None, "facts");
        foreach (var fact in facts.Where(fact => !Ids.IsObjective(fact)))
        {
            part.Report(DiagnosticCodes.BadId, part.At("facts"), $"'{MapReader.Short(fact)}' cannot be the id of a fact",
                "Ids of facts are an upper-case letter and a number: T26.");
        }

        // For those who write the scenario, so it needs no translation.
        var reason = part.Find("invented") is { } node ? part.ToText(node, "invented") : null;
        return facts.IsEmpty && reason is null ? Engine.Provenance.None : new Provenance(facts, reason is not null, reason ?? "");
    }
}
