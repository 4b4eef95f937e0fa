using System.Collections.Immutable;
using Tabletop.Engine;

namespace Tabletop.Scenarios;

/// <summary>scenario.yaml as a whole.</summary>
static class ScenarioReader
{
    /// <summary>The present format; a file of the one before it plays as it always did.</summary>
    public const int Format = 2;

    public static ScenarioDraft? Read(Reading reading, Node root)
    {
        if (RootOf(reading, root, "the scenario") is not { } text)
        {
            return null;
        }

        var format = FormatOf(text);
        text.OptionalNames(Kind.None, Includes.Key);
        reading.Texts.Read(text);
        reading.Names.Named.Read(text);
        var draft = new ScenarioDraft
        {
            Text = text,
            Format = format,
            Id = IdOf(text),
            Title = text.Text("title"),
            Summary = text.Text("summary"),
            Briefing = text.OptionalMarkdown("briefing"),
            Afterword = text.OptionalMarkdown("afterword"),
            AfterOutage = text.OptionalWord("after-outage", OutageRule.Resume),
            Paces = Titles(text, "paces", Kind.Pace, "pace", required: true, (id, title) => new PaceSpec(id, title)),
            Phases = text.Parts("phases", Kind.Phase, "phase", PhaseReader.Read),
            Roles = text.Parts("roles", Kind.Role, "role", part => new RoleSpec(part.Id, part.Text("title"), part.OptionalText("summary"))),
            Objectives = Titles(text, "objectives", Kind.Objective, "objective", required: false, (id, title) => new ObjectiveSpec(id, title)),
            Systems = text.Parts("systems", Kind.System, "system", OrganisationReader.System),
            Credentials = text.OptionalParts("credentials", Kind.Credential, "credential", OrganisationReader.Credential),
            Footholds = text.OptionalParts("footholds", Kind.Foothold, "foothold", OrganisationReader.Foothold),
            Adversary = AdversaryReader.Read(text),
            Actions = [.. text.Parts("actions", Kind.Action, "action", ActionReader.Read), .. text.OptionalParts(ToolReader.Section, Kind.Action, "tool", ToolReader.Read)],
            Injects = text.Parts("injects", Kind.Inject, "inject", InjectReader.Read),
            Scoring = text.Parts("scoring", Kind.None, "rule", ScoringReader.Read),
            Endings = text.Parts("endings", Kind.None, "ending", Ending),
        };
        text.End();
        return draft;
    }

    public static MapReader? RootOf(Reading reading, Node root, string what)
    {
        var start = Place.StartOf(reading.File);
        if (root is MapNode map)
        {
            return new MapReader(reading, map, what, start);
        }

        if (root is AnyNode any)
        {
            return new MapReader(reading, any.Shape, what);
        }

        reading.Report.Add(DiagnosticCodes.NotAMap, root.Place, $"{what} must be a mapping, not {MapReader.Describe(root)}",
            "Begin the file with 'format: 2' and go on with 'id: …' and 'title: …' on lines of their own.");
        return null;
    }

    /// <summary>The format that a file is written in; the present one when that is missing or wrong, which is reported.</summary>
    public static int FormatOf(MapReader text)
    {
        var written = text.Need("format");
        if (written is AnyNode any)
        {
            any.Shape.OneOf(1, Format);
        }
        else if (written is ScalarNode { Plain: true, Value: "1" })
        {
            return 1;
        }
        else if (written is { } node and not ScalarNode { Plain: true, Value: "2" })
        {
            text.Report(DiagnosticCodes.UnknownFormat, node.Place, $"the format {MapReader.Describe(node)} is not known", "Write 'format: 2'.");
        }

        return Format;
    }

    public static string IdOf(MapReader text)
    {
        var written = text.Need("id");
        if (written is AnyNode any)
        {
            any.Shape.Id();
        }

        if (written is not ({ } node and not AnyNode) || text.ToText(node, "id") is not { } id)
        {
            return "";
        }

        if (!Ids.IsId(id))
        {
            text.Report(DiagnosticCodes.BadId, node.Place, $"'{MapReader.Short(id)}' cannot be the id of {text.What}", Ids.Mend);
        }

        return id;
    }

    static EndingSpec Ending(MapReader part) => new()
    {
        Id = part.Id,
        Title = part.Text("title"),
        Body = part.Markdown("body"),
        When = part.OptionalCondition("when"),
        Source = part.Source,
    };

    static ImmutableArray<T> Titles<T>(MapReader text, string key, Kind kind, string word, bool required, Func<string, string, T> make)
    {
        var section = required ? text.Map(key, word) : text.OptionalMap(key, word);
        if (section is not null)
        {
            return section.Titles(kind, word, make);
        }

        if (required || text.Has(key))
        {
            text.Reading.Names.Doubt(kind);
        }

        return [];
    }
}
