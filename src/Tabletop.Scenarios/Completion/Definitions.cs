using Tabletop.Engine;

namespace Tabletop.Scenarios;

/// <summary>A name that a scenario's text brings into being.</summary>
/// <param name="Kind">Of variables, options, steps and whatever else nobody refers to from everywhere: none.</param>
/// <param name="Path">Where in a file of its kind: <c>scenario.credentials.*</c>.</param>
/// <param name="Limb">The key with what stands below it, or the place that has the name as its text.</param>
sealed record Definition(Kind Kind, string Id, string Path, string File, Limb Limb)
{
    /// <summary>What it is called, for people; nothing when it says nothing, or says it in several languages.</summary>
    public string Title => (Limb.Key == Id ? Limb.TextOf("title") ?? Limb.TextOf("text") ?? Limb.Text : null) ?? "";

    public int Line => (Limb.Key == Id ? Limb.Line : Limb.TextLine) + 1;

    public int Column => (Limb.Key == Id ? Limb.Column : Limb.TextColumn) + 1;
}

/// <summary>The names of a whole folder, found without reading it in full, so that a broken file still has its own.</summary>
sealed class Definitions
{
    public const string OptionsPath = "scenario.injects.*.question.options.*";
    public const string RangesPath = "scenario.injects.*.question.ranges.*";
    public const string TreatmentsPath = "scenario.injects.*.question.treatments.*";
    public const string VariablesPath = "scenario.variables.*";
    public const string TopicsPath = "scenario.tools.*.topics.*";

    readonly ILookup<Kind, Definition> _byKind;
    readonly ILookup<string, Definition> _byPath;

    Definitions(IReadOnlyCollection<Definition> all)
    {
        _byKind = all.ToLookup(definition => definition.Kind);
        _byPath = all.ToLookup(definition => definition.Path, StringComparer.Ordinal);
    }

    public static Definitions In(IEnumerable<(string Path, Outline Outline)> files) =>
        new([.. files.Where(file => Language.Of(file.Path) is not null && SourcePaths.RoleOf(file.Path) is SourceRole.Scenario or SourceRole.None).SelectMany(file => Of(file.Path, file.Outline.Root))]);

    /// <summary>Those of a kind, each id once, in the order of the text.</summary>
    public IEnumerable<Definition> Of(Kind kind) => _byKind[kind].DistinctBy(definition => definition.Id);

    public IEnumerable<Definition> At(string path) => _byPath[path];

    public Definition? Find(Kind kind, string id) => _byKind[kind].FirstOrDefault(definition => definition.Id == id);

    /// <summary>What the question of an inject offers: options, ranges, treatments.</summary>
    public IEnumerable<Definition> AnswersTo(string inject) =>
        Find(Kind.Inject, inject)?.Limb.Find("question") is { } question
            ? new[] { OptionsPath, RangesPath, TreatmentsPath }.SelectMany(At).Where(answer => answer.Limb.Parent?.Parent == question)
            : [];

    /// <summary>What an action, or a tool, can be aimed at.</summary>
    public IEnumerable<Definition> TargetsOf(Definition action)
    {
        if (action.Limb.Find("topics") is { } topics)
        {
            return At(TopicsPath).Where(topic => topic.Limb.Parent == topics);
        }

        var word = action.Limb.TextOf("target") ?? action.Limb.TextOf("about");
        var all = Words<TargetKind>.TryParse(word ?? "", out var target) ? Of(Words.KindOf(target)) : [];
        var only = action.Limb.Find("targets")?.Below.Select(item => item.Text).ToHashSet();
        return Words.KindOf(target) == Kind.None ? [] : only is { Count: > 0 } ? all.Where(definition => only.Contains(definition.Id)) : all;
    }

    static IEnumerable<Definition> Of(string path, Limb root)
    {
        var open = new Stack<(Limb Limb, Shape Shape)>([(root, Language.Of(path)!)]);
        while (open.TryPop(out var next))
        {
            var (limb, shape) = next;
            if (shape.BroughtByKey is { } kind && limb.Key is { } id)
            {
                yield return new Definition(kind, id, shape.Path, path, limb);
            }

            if (shape.Brought != Kind.None && limb.Text is { } name)
            {
                yield return new Definition(shape.Brought, name, shape.Path, path, limb);
            }

            var meant = limb.Below.Count > 0 ? shape.Meant(limb.Keys) : [];
            for (var index = limb.Below.Count - 1; index >= 0; index--)
            {
                if (Language.Below(shape, meant, limb.Below[index]) is { } below)
                {
                    open.Push((limb.Below[index], below));
                }
            }
        }
    }
}
